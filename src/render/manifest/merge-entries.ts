import type { Location, Problem } from '../../base/errors.js'
import type { JsonObject } from '../../base/json.js'
import { listSecretUses } from '../secret-uses.js'
import { evaluateTemplate } from '../template/evaluate-template.js'
import { readTemplate } from '../template/read-template.js'
import { findWrongDestination } from './check-destination.js'
import { type Layer, readLayerFile, type Top, type Trees, tops } from './layers.js'
import type { ManifestFields } from './manifest-schema.js'
import { type ManifestEntry, parseManifest } from './parse-manifest.js'

type Field = keyof ManifestFields

/** The entries of all layers for one destination, merged. */
export interface MergedEntry {
  readonly destination: string
  readonly top: Top
  /** Index of the strongest layer that names the destination, in the list of layers. */
  readonly strength: number
  readonly fields: ManifestFields
  readonly places: Readonly<Partial<Record<Field, Location>>>
  /** The place of the entry in that layer. */
  readonly at: Location
}

export interface MergeInput {
  readonly trees: Trees
  readonly layers: readonly Layer[]
  readonly context: JsonObject
}

type Slot = Partial<Record<Top, MergedEntry>>

/** Merges the entries of all layers, in order of first mention. */
export function mergeEntries({ trees, layers, context }: MergeInput): {
  readonly entries: readonly MergedEntry[]
  readonly problems: readonly Problem[]
} {
  const slots = new Map<string, Slot>()
  const problems: Problem[] = []
  for (const [strength, layer] of layers.entries()) {
    const read = tops.map((top) => readEntries({ trees, layer, top, context, strength }))
    problems.push(...read.flatMap((result) => result.problems))
    const entries = read.flatMap((result) => result.entries)
    for (const { destination } of entries.filter(isAbsent)) slots.delete(destination)
    for (const entry of entries) if (!isAbsent(entry)) addEntry(slots, entry)
  }
  const winners = [...slots.values()].map(winnerOf)
  return {
    entries: winners.map(({ entry }) => entry),
    problems: [...problems, ...winners.flatMap(({ clash }) => clash)],
  }
}

function isAbsent({ fields }: MergedEntry): boolean {
  return fields.state === 'absent'
}

function addEntry(slots: Map<string, Slot>, entry: MergedEntry): void {
  const slot = slots.get(entry.destination) ?? {}
  const weaker = slot[entry.top]
  const merged = {
    ...entry,
    fields: { ...weaker?.fields, ...entry.fields },
    places: { ...weaker?.places, ...entry.places },
  }
  slots.set(entry.destination, { ...slot, [entry.top]: merged })
}

function winnerOf(slot: Slot): { entry: MergedEntry; clash: readonly Problem[] } {
  const [plain, secret] = [slot.config, slot['secrets-templates']]
  if (plain === undefined || secret === undefined) {
    const entry = plain ?? secret
    if (entry === undefined) throw new TypeError('a slot holds at least one entry')
    return { entry, clash: [] }
  }
  const [entry, other] = secret.strength >= plain.strength ? [secret, plain] : [plain, secret]
  if (entry.strength !== other.strength) return { entry, clash: [] }
  const message = `${entry.at.file}: "${entry.destination}" is given by ${other.at.file} too`
  const hint = 'keep the entry below config or the one below secrets-templates'
  return { entry, clash: [{ reason: 'invalid-manifest', message, at: entry.at, hint }] }
}

interface ReadInput {
  readonly trees: Trees
  readonly layer: Layer
  readonly top: Top
  readonly context: JsonObject
  readonly strength: number
}

function readEntries({ trees, layer, top, context, strength }: ReadInput): {
  entries: readonly MergedEntry[]
  problems: readonly Problem[]
} {
  const { shownPath: path, file } = readLayerFile(trees, { layer, top, path: 'files.yml' })
  if (file === undefined) return { entries: [], problems: [] }
  if (file.mode === '120000') {
    const problem: Problem = {
      reason: 'invalid-manifest',
      message: `${path}: is a symbolic link`,
      at: { file: path },
    }
    return { entries: [], problems: [problem] }
  }
  const manifest = parseManifest(file)
  const problems: Problem[] = manifest.problems.map(({ place, message, hint }) => ({
    reason: 'invalid-manifest',
    message: `${path}: ${message}`,
    at: { file: path, ...place },
    ...(hint === undefined ? {} : { hint }),
  }))
  const entries = new Map<string, MergedEntry>()
  for (const entry of manifest.entries) {
    const read = readEntry(entry, { path, context })
    problems.push(...read.problems)
    if (read.destination === undefined) continue
    const { destination, at } = read
    const earlier = entries.get(destination)
    if (earlier !== undefined) {
      const message = `${path}: "${destination}" is given twice: first on line ${earlier.at.line}`
      problems.push({ reason: 'invalid-manifest', message, at, hint: 'make one entry of the two' })
      continue
    }
    entries.set(destination, {
      destination,
      top,
      strength,
      fields: entry.fields,
      places: placesOf(entry, path),
      at,
    })
  }
  return { entries: [...entries.values()], problems }
}

function placesOf({ fields, place }: ManifestEntry, file: string): Partial<Record<Field, Location>> {
  const given = Object.keys(fields) as Field[]
  return Object.fromEntries(given.map((field) => [field, { file, ...place(field) }]))
}

function readEntry(
  { fields, place }: ManifestEntry,
  { path, context }: { path: string; context: JsonObject },
): { destination?: string; at: Location; problems: readonly Problem[] } {
  const at = { file: path, ...place('destination') }
  const refuse = (problem: Omit<Problem, 'at'>): Problem => ({
    ...problem,
    message: `${path}: ${problem.message}`,
    at,
  })

  const template = readTemplate(fields.destination)
  const evaluated = evaluateTemplate(template.nodes, context)
  const found = [...template.problems, ...evaluated.problems].map(({ reason, message, hint }) =>
    refuse({ reason, message: `destination: ${message}`, ...(hint === undefined ? {} : { hint }) }),
  )
  if (listSecretUses(template.nodes).length > 0) {
    found.push(
      refuse({ reason: 'invalid-template', message: 'destination: a secret cannot be part of a path' }),
    )
  }
  const extra = Object.keys(fields).find((key) => !['destination', 'state', 'description'].includes(key))
  if (fields.state === 'absent' && extra !== undefined) {
    found.push(
      refuse({ reason: 'invalid-manifest', message: `"${extra}" has no meaning next to "state: absent"` }),
    )
  }
  if (found.length > 0) return { at, problems: found }

  const destination = evaluated.parts.join('')
  const wrong = findWrongDestination(destination)
  if (wrong !== undefined) return { at, problems: [refuse({ reason: 'invalid-manifest', ...wrong })] }
  return { destination, at, problems: [] }
}
