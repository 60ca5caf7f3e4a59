import { stringify } from 'yaml'
import type { Tree, TreeFile } from '../base/tree.js'
import type { Top } from '../render/manifest/layers.js'
import type { ManifestFields } from '../render/manifest/manifest-schema.js'
import type { FollowUpFields } from './follow-up-fields.js'
import { destinationOn, type OlderView, type ViewEntry } from './older-view.js'

export interface LayerInput {
  /** What every machine has. */
  readonly shared: OlderView
  readonly machines: ReadonlyMap<string, OlderView>
  readonly domain: string | undefined
  /** The follow-up of a change of any file. */
  readonly after?: FollowUpFields | undefined
  /** More entries and files of all machines. */
  readonly more: readonly { readonly fields: ManifestFields; readonly bytes: Buffer }[]
}

/** Manifests and sources: files that are the same everywhere go to `all`, and differing ones to each machine's layer. */
export function layOut({ shared, machines, domain, after, more }: LayerInput): Tree {
  const layers = new Layers()
  for (const { fields, bytes } of more) {
    layers.add({ top: 'config', folder: 'all', fields })
    layers.put(`config/all/${fields.source ?? ''}`, bytes)
  }
  for (const entry of shared.entries.values()) {
    layers.add({ top: entry.top, folder: 'all', fields: fieldsOf(entry, { top: entry.top, after }) })
    if (entry.bytes !== undefined) layers.put(`${entry.top}/all/${sourceOf(entry)}`, entry.bytes)
  }
  for (const [machine, view] of machines) {
    const commons = new Map(
      [...shared.entries].map(([destination, entry]) => [
        destinationOn(destination, { machine, domain }),
        entry,
      ]),
    )
    addMachine(layers, { folder: `machines/${machine}`, view, commons, after })
  }
  return layers.tree()
}

interface MachineLayer {
  readonly folder: string
  readonly view: OlderView
  /** What every machine has, by destination on this one. */
  readonly commons: ReadonlyMap<string, ViewEntry>
  readonly after: FollowUpFields | undefined
}

function addMachine(layers: Layers, { folder, view, commons, after }: MachineLayer): void {
  for (const [destination, entry] of view.entries) {
    const common = commons.get(destination)
    // An entry that names a secret in any layer stays in the folder where secrets may be named.
    const top = common?.top === 'secrets-templates' ? common.top : entry.top
    const fields = fieldsOf(entry, { top, after })
    const weaker = common && fieldsOf(common, { top: common.top, after })
    const isSame = common?.top === top && JSON.stringify(weaker) === JSON.stringify(fields)
    if (!isSame) layers.add({ top, folder, fields: complete(fields, weaker) })
    const source = sourceOf(entry)
    const isThere = entry.bytes && layers.get(`${top}/all/${source}`)?.equals(entry.bytes)
    if (entry.bytes !== undefined && !isThere) layers.put(`${top}/${folder}/${source}`, entry.bytes)
  }
  for (const [destination, { top, row }] of commons) {
    if (view.entries.has(destination)) continue
    layers.add({ top, folder, fields: { destination: row.destination, state: 'absent' } })
  }
}

class Layers {
  readonly #entries = new Map<string, ManifestFields[]>()
  readonly #files = new Map<string, Buffer>()

  add({ top, folder, fields }: { top: Top; folder: string; fields: ManifestFields }): void {
    const path = `${top}/${folder}/files.yml`
    this.#entries.set(path, [...(this.#entries.get(path) ?? []), fields])
  }

  put(path: string, bytes: Buffer): void {
    this.#files.set(path, bytes)
  }

  get(path: string): Buffer | undefined {
    return this.#files.get(path)
  }

  tree(): Tree {
    const manifests = [...this.#entries].map(([path, files]): [string, TreeFile] => [
      path,
      plainFile(Buffer.from(stringify({ files }, { lineWidth: 0, aliasDuplicateObjects: false }))),
    ])
    const sources = [...this.#files].map(([path, bytes]): [string, TreeFile] => [path, plainFile(bytes)])
    return new Map([...manifests, ...sources].sort(([one], [other]) => (one < other ? -1 : 1)))
  }
}

/** Adds the defaults for keys that a weaker layer gives, which would otherwise be kept. */
function complete(fields: ManifestFields, weaker: ManifestFields | undefined): ManifestFields {
  return {
    ...fields,
    ...(weaker?.template === false && fields.template === undefined && { template: true }),
    ...(weaker?.adopt === true && fields.adopt === undefined && { adopt: false }),
    ...(weaker?.description !== undefined && fields.description === undefined && { description: '' }),
  }
}

function fieldsOf(
  entry: ViewEntry,
  { top, after }: { readonly top: Top; readonly after: FollowUpFields | undefined },
): ManifestFields {
  const { row, direction, isVerbatim } = entry
  return {
    destination: row.destination,
    ...(direction !== 'down' && { source: sourceOf(entry) }),
    owner: row.owner,
    group: row.group,
    mode: row.mode,
    direction,
    ...(isVerbatim && { template: false }),
    // The older scripts put a fetched file back at the next upload.
    ...(direction === 'both' && top === 'config' && { adopt: true }),
    ...(after !== undefined && direction !== 'down' && { after }),
    ...(row.description !== '' && { description: row.description }),
  }
}

/** The file's own name, unless that is the name of a manifest. */
function sourceOf({ row }: ViewEntry): string {
  return row.source === 'files.yml' ? 'files.yml.source' : row.source
}

function plainFile(bytes: Buffer): TreeFile {
  return { mode: '100644', bytes }
}
