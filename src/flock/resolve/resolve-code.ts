import { isSafeForToken } from '../../base/safe-for-token.js'
import { readFollowUps } from '../../render/manifest/follow-up-schema.js'
import type { ArtifactEntry, CodeEntry } from '../flock.js'
import type { MachineFault } from '../problems/machine-faults.js'
import { findPathClashes, type TakenPath } from '../problems/path-clashes.js'
import type { ArtifactFields, CodeFields } from '../schema/code-schema.js'
import { type FoldedEntry, foldEntries } from './fold-entries.js'
import type { PlacedLayer } from './placed-layers.js'

export interface ResolvedCode {
  readonly code: readonly CodeEntry[]
  readonly artifacts: readonly ArtifactEntry[]
  /** Faults of a machine whose name is not known yet. */
  readonly faults: readonly Fault[]
}

type Fault = Omit<MachineFault, 'machine'>

/** `code` and `artifacts` of a machine, from all of its layers. Leaves out incomplete entries. */
export function resolveCode(layers: readonly PlacedLayer[]): ResolvedCode {
  const code = foldEntries<CodeFields>(layers, { key: 'code', pick: (layer) => layer.code })
  const artifacts = foldEntries<ArtifactFields>(layers, {
    key: 'artifacts',
    pick: (layer) => layer.artifacts,
  })
  const taken = [
    ...code.flatMap((entry) => takenBy(entry, { what: 'code', beside: ['.releases', '.shared'] })),
    ...artifacts.flatMap((entry) => takenBy(entry, { what: 'artifact', beside: [] })),
  ]
  return {
    code: code.flatMap((entry) => readCode(entry) ?? []),
    artifacts: artifacts.flatMap((entry) => readArtifact(entry) ?? []),
    faults: [
      ...code.flatMap((entry) => [
        ...missing(entry, ['url', 'revision', 'path']),
        ...credentialFaults(entry),
      ]),
      ...artifacts.flatMap((entry) => [...missing(entry, ['path', 'sha256']), ...sourceFaults(entry)]),
      ...findPathClashes(taken),
    ],
  }
}

function readCode({ name, fields }: FoldedEntry<CodeFields>): CodeEntry | undefined {
  const { url, revision, path, via, build, after, shared, credentials } = fields
  if (!url || !revision || !path) return undefined
  const owner = fields.owner ?? 'root'
  return {
    name,
    url,
    revision,
    path,
    via: via ?? 'clone',
    owner,
    group: fields.group ?? owner,
    build: build ?? [],
    after: readFollowUps(after),
    shared: shared ?? [],
    ...(credentials ? { credentials } : {}),
  }
}

function readArtifact({ name, fields }: FoldedEntry<ArtifactFields>): ArtifactEntry | undefined {
  const { path, sha256, url, file, after } = fields
  const from = url ? ({ kind: 'url', url } as const) : file ? ({ kind: 'file', file } as const) : undefined
  if (!path || !sha256 || from === undefined) return undefined
  const owner = fields.owner ?? 'root'
  return {
    name,
    path,
    sha256: sha256.toLowerCase(),
    from,
    mode: Number.parseInt(fields.mode ?? '0755', 8),
    owner,
    group: fields.group ?? owner,
    after: readFollowUps(after),
  }
}

function missing<Fields extends object>(
  { fields, place }: FoldedEntry<Fields>,
  required: readonly (keyof Fields & string)[],
): readonly Fault[] {
  const absent = required.filter((key) => fields[key] === undefined)
  if (absent.length === 0) return []
  const [only, ...others] = absent
  const what = others.length === 0 ? `no layer gives "${only}"` : `no layer gives ${list(absent)}`
  return [{ ...place, isKey: true, what, hint: `add ${absent.map((key) => `"${key}: …"`).join(' and ')}` }]
}

function credentialFaults({ fields, placeOf }: FoldedEntry<CodeFields>): readonly Fault[] {
  const { credentials, via, url } = fields
  if (credentials === undefined) return []
  if (via !== 'push') {
    const hint = 'add "via: push", or write "credentials:" with nothing after it'
    return [{ ...placeOf('credentials'), what: 'only "via: push" takes credentials', hint }]
  }
  if (url === undefined || url === null || isSafeForToken(url)) return []
  const hint = 'give an https URL, or write "credentials:" with nothing after it'
  return [{ ...placeOf('credentials'), what: 'only an https URL takes credentials', hint }]
}

function sourceFaults({ fields, place, placeOf }: FoldedEntry<ArtifactFields>): readonly Fault[] {
  if (fields.url === undefined && fields.file === undefined) {
    const what = 'no layer gives "url" or "file"'
    return [{ ...place, isKey: true, what, hint: 'add "url: …", or "file: …" for one on the config branch' }]
  }
  if (fields.url === undefined || fields.file === undefined) return []
  const [url, file] = [placeOf('url'), placeOf('file')]
  const [here, there, weaker] = file.strength >= url.strength ? [file, url, 'url'] : [url, file, 'file']
  const at = there.source.keyAt(there.path)
  const where = there.source === here.source ? `line ${at.line}` : `line ${at.line} of ${at.file}`
  return [
    {
      ...here,
      isKey: true,
      what: `both "url" and "file" are given: "${weaker}" on ${where}`,
      hint: `leave out one of the two; "${weaker}:" with nothing after it removes that of a weaker layer`,
    },
  ]
}

function takenBy(
  { name, fields, placeOf }: FoldedEntry<{ readonly path?: string | null | undefined }>,
  { what, beside }: { readonly what: string; readonly beside: readonly string[] },
): readonly TakenPath[] {
  const { path } = fields
  if (!path) return []
  const place = placeOf('path')
  return [{ what, name, paths: [path, ...beside.map((suffix) => `${path}${suffix}`)], place }]
}

function list(keys: readonly string[]): string {
  return keys.map((key) => `"${key}"`).join(' and ')
}
