import { type Location, type Problem, throwIfInvalid } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import type { SecretLookup } from '../base/secret.js'
import { SecretBytes } from '../base/secret-bytes.js'
import type { CapturePath, Desired, DesiredFile } from './desired.js'
import { findFolderAbove, isAboveReserved } from './manifest/check-destination.js'
import { findSource } from './manifest/find-source.js'
import { readFollowUps } from './manifest/follow-up-schema.js'
import { type Layer, listLayers, type Trees } from './manifest/layers.js'
import { type MergedEntry, mergeEntries } from './manifest/merge-entries.js'
import { isText, type RenderedSource, renderSource } from './render-source.js'
import { type GeneratedLookup, type RequestedSecrets, trackSecrets } from './wanted-secrets.js'

/** What rendering takes from a machine of the flock. */
interface MachineToRender {
  readonly name: string
  readonly groups: readonly string[]
  readonly vars: JsonObject
  readonly provider: string
}

export interface RenderInput extends Trees {
  readonly machine: MachineToRender
  readonly flockName: string
  readonly secrets: SecretLookup
  readonly generated: GeneratedLookup
}

/**
 * Renders all files of one machine, from the layers of the toolkit and of the
 * config branch. Throws one InputError with every problem of this machine's
 * manifests, templates and secrets. A template cannot use the address of the
 * machine: files are rendered before a machine has one, and must not differ
 * after it gets another.
 */
export function renderMachine({
  machine,
  flockName,
  toolkit,
  config,
  secrets,
  generated,
}: RenderInput): Desired {
  const context = templateContext({ machine, flockName })
  const trees = { toolkit, config }
  const layers = listLayers(machine)
  const { entries, problems } = mergeEntries({ trees, layers, context })
  const wanted = trackSecrets({ secrets, generated })
  const scene: Scene = { trees, layers, context, wanted, problems: [...problems, ...findClashes(entries)] }

  const files = entries.flatMap((entry) => renderFile(entry, scene) ?? [])
  const captures = entries.flatMap((entry) => planCapture(entry, { scene, machine: machine.name }) ?? [])
  throwIfInvalid([...scene.problems, ...wanted.problems()])
  return { files, captures }
}

/** The values that a template of a machine can use. */
export function templateContext({
  machine,
  flockName,
}: Pick<RenderInput, 'machine' | 'flockName'>): JsonObject {
  const { name, groups, vars, provider } = machine
  return { vars, machine: { name, groups, provider }, flock: { name: flockName } }
}

interface Scene {
  readonly trees: Trees
  readonly layers: readonly Layer[]
  readonly context: JsonObject
  readonly wanted: RequestedSecrets
  readonly problems: Problem[]
}

function renderFile(entry: MergedEntry, scene: Scene): DesiredFile | undefined {
  const { fields, destination, top } = entry
  if (fields.direction === 'down') return undefined
  const rendered = renderEntry(entry, scene)
  if (rendered === undefined) return undefined
  const owner = fields.owner ?? 'root'
  const mode = fields.mode ?? (top === 'config' ? '0644' : '0600')
  return {
    destination,
    owner,
    group: fields.group ?? owner,
    mode: Number.parseInt(mode, 8),
    bytes: rendered.bytes,
    shown: rendered.shown,
    secrets: rendered.secrets,
    after: readFollowUps(fields.after),
    from: rendered.from,
    ...(fields.validate === undefined ? {} : { validate: fields.validate }),
    ...(fields.description === undefined ? {} : { description: fields.description }),
  }
}

type Rendering = Omit<RenderedSource, 'problems'> & { readonly from: Location }

function renderEntry(entry: MergedEntry, scene: Scene): Rendering | undefined {
  const { fields, top, places, at } = entry
  const { trees, layers, context, wanted, problems } = scene
  const source = sourceOf(entry)
  const sourceAt = places.source ?? at
  if (source === 'files.yml') {
    const message = `${at.file}: "${entry.destination}" would have the manifest as its source`
    problems.push({
      reason: 'invalid-manifest',
      message,
      at,
      hint: 'rename the file and give "source"',
    })
    return undefined
  }
  const found = findSource({ trees, layers, top, source })
  if (found.file === undefined) {
    const message = `${sourceAt.file}: source "${source}" is in no layer: looked in ${found.lookedIn.join(', ')}`
    problems.push({
      reason: 'missing-file',
      message,
      at: sourceAt,
      hint: `add "${source}" to one of these folders`,
    })
    return undefined
  }
  const { file, shownPath } = found
  if (file.mode === '120000') {
    const message = `${sourceAt.file}: source "${shownPath}" is a symbolic link`
    problems.push({ reason: 'invalid-manifest', message, at: sourceAt, hint: 'put a copy of the file there' })
    return undefined
  }
  const from = { file: shownPath }
  if (fields.template === true && !isText(file.bytes)) {
    const message = `${at.file}: "template: true" for a binary file: ${shownPath}`
    problems.push({
      reason: 'invalid-manifest',
      message,
      at: places.template ?? at,
      hint: 'leave out "template"',
    })
    return undefined
  }
  if (fields.template === false || !isText(file.bytes)) {
    return { bytes: new SecretBytes(file.bytes), shown: file.bytes, secrets: [], from }
  }
  const rendered = renderSource({
    file,
    context,
    mayUseSecrets: top === 'secrets-templates',
    secret: (use) => wanted.use(use, shownPath),
  })
  for (const { place, message, ...problem } of rendered.problems) {
    problems.push({ ...problem, message: `${shownPath}: ${message}`, at: { file: shownPath, ...place } })
  }
  return { ...rendered, from }
}

function planCapture(
  entry: MergedEntry,
  { scene, machine }: { scene: Scene; machine: string },
): CapturePath | undefined {
  const { fields, destination, top, at, places } = entry
  const direction = fields.direction ?? 'both'
  if (fields.adopt === true && (direction !== 'both' || top !== 'config')) {
    // An adopted file becomes a source below config/, where no file may name a secret.
    const cause =
      direction === 'both' ? 'the entry is below secrets-templates' : `its direction is "${direction}"`
    const message = `${at.file}: "${destination}" cannot be adopted: ${cause}`
    scene.problems.push({
      reason: 'invalid-manifest',
      message,
      at: places.adopt ?? at,
      hint: 'leave out "adopt"',
    })
  }
  if (direction === 'up') return undefined
  const adoptAs = fields.adopt === true ? { adoptAs: `config/machines/${machine}/${sourceOf(entry)}` } : {}
  return { destination, from: at, ...adoptAs }
}

function findClashes(entries: readonly MergedEntry[]): readonly Problem[] {
  const destinations = new Set(entries.map(({ destination }) => destination))
  return entries.flatMap(({ destination, fields, at }): Problem[] => {
    const folder = findFolderAbove(destination, destinations)
    if (folder !== undefined) {
      const message = `${at.file}: destination "${destination}" is inside another destination: "${folder}"`
      return [{ reason: 'invalid-manifest', message, at, hint: 'leave out one of the two' }]
    }
    if (fields.direction === 'down' || !isAboveReserved(destination)) return []
    const message = `${at.file}: destination "${destination}" must stay a folder`
    return [{ reason: 'invalid-manifest', message, at }]
  })
}

function sourceOf({ fields, destination }: MergedEntry): string {
  return fields.source ?? destination.slice(destination.lastIndexOf('/') + 1)
}
