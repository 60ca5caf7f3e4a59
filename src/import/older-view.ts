import type { Problem } from '../base/errors.js'
import type { Top } from '../render/manifest/layers.js'
import { type ConvertedSource, convertSource } from './convert-source.js'
import type { ImportNote, ImportSecret } from './note.js'
import { findOlder, type OlderFile, type OlderFolders } from './older-folder.js'
import { type ListName, type OlderRow, type OlderRows, readRows } from './read-rows.js'
import type { OlderSettings } from './read-settings.js'
import { holdsMadeValues, wholeSecret } from './whole-secret.js'

/** One file of one machine, or of every machine that has no files of its own. */
export interface ViewEntry {
  readonly row: OlderRow
  readonly direction: 'both' | 'up' | 'down'
  readonly top: Top
  readonly isVerbatim: boolean
  /** Absent for a file that is only fetched. */
  readonly bytes?: Buffer
}

export interface OlderView {
  /** By destination on the machine. */
  readonly entries: ReadonlyMap<string, ViewEntry>
}

/** Notes, problems and secrets. Each is reported once, however many machines share a file. */
export interface ImportAccount {
  note(note: ImportNote): void
  problem(problem: Problem): void
  secret(secret: ImportSecret): void
}

export interface ViewContext {
  readonly folders: OlderFolders
  readonly settings: OlderSettings
  readonly account: ImportAccount
  /** Paths that some list or rule has used. */
  readonly used: Set<string>
  readonly rows: Map<string, OlderRows>
  readonly sources: Map<string, ConvertedSource>
}

interface RowPair {
  readonly up?: OlderRow
  readonly down?: OlderRow
}

/** All files of a machine by the older scripts' rules; without a name, those of a machine that has no folder. */
export function viewMachine(context: ViewContext, machine?: string): OlderView {
  const pairs = new Map<string, RowPair>()
  for (const list of ['sync.csv', 'uploads.csv', 'downloads.csv'] as const) {
    for (const row of rowsOf(context, { list, machine })) {
      const destination = destinationOn(row.destination, { machine, domain: context.settings.domain })
      const before = pairs.get(destination)
      const isUp = list !== 'downloads.csv'
      if (isUp && before?.up !== undefined) {
        const message = `"${row.destination}" is given again: this line wins over line ${before.up.at.line} of ${before.up.at.file}`
        context.account.note({ kind: 'changed', at: row.at, message })
      }
      pairs.set(destination, {
        ...before,
        ...(isUp && { up: row }),
        ...(list !== 'uploads.csv' && { down: row }),
      })
    }
  }
  const entries = [...pairs].flatMap(([destination, pair]): [string, ViewEntry][] => {
    const entry = readEntry(context, { ...pair, machine })
    return entry === undefined ? [] : [[destination, entry]]
  })
  return { entries: new Map(entries) }
}

/** A destination with its names filled in; unchanged when no machine is given. */
export function destinationOn(
  destination: string,
  { machine, domain = '' }: { readonly machine: string | undefined; readonly domain: string | undefined },
): string {
  if (machine === undefined) return destination
  return destination
    .replaceAll('{{machine.name}}', machine)
    .replaceAll('{{vars.domain}}', domain)
    .replaceAll(/\{\{(?:vars\.nginx_root_options|!)\}\}/g, '')
}

function rowsOf(
  context: ViewContext,
  { list, machine }: { readonly list: ListName; readonly machine: string | undefined },
): readonly OlderRow[] {
  const found = findFile(context, { name: list, machine })
  if (found === undefined) return []
  const known = context.rows.get(found.path)
  if (known !== undefined) return known.rows
  const { user } = context.settings
  const read = readRows({ list, path: found.path, bytes: found.file.bytes, user })
  context.rows.set(found.path, read)
  for (const one of read.problems) context.account.problem(one)
  for (const one of read.notes) context.account.note(one)
  return read.rows
}

interface EntryInput extends RowPair {
  readonly machine: string | undefined
}

function readEntry(context: ViewContext, { up, down, machine }: EntryInput): ViewEntry | undefined {
  const { account } = context
  const row = up ?? down
  if (row === undefined) return undefined
  const direction = up === undefined ? 'down' : down === undefined ? 'up' : 'both'
  if (up === undefined) return { row, direction, top: 'config', isVerbatim: false }
  const found = findFile(context, { name: row.source, machine })
  if (found === undefined) {
    // A file that a machine without a folder lacks may still be in the folder of every machine.
    if (machine !== undefined) {
      const message = `${row.at.file}: local file "${row.source}" is in none of the places for "${machine}"`
      account.problem({
        reason: 'missing-file',
        message,
        at: row.at,
        hint: 'add the file, or remove the line',
      })
    }
    return undefined
  }
  const source = convertFor(context, { found, row, machine, isFetched: direction === 'both' })
  for (const one of source.notes) account.note(one)
  for (const one of source.secrets) account.secret(one)
  if (source.bytes === undefined) return undefined
  const top = source.needsSecrets ? 'secrets-templates' : 'config'
  if (source.isPrivate && direction === 'both') {
    const message = 'is put and not fetched: what somebody changes in it there may be a secret'
    account.note({ kind: 'changed', at: { file: found.path }, message })
  }
  return {
    row,
    direction: source.isPrivate ? 'up' : direction,
    top,
    isVerbatim: source.isVerbatim,
    bytes: source.bytes,
  }
}

interface ConvertInput {
  readonly found: OlderFile
  readonly row: OlderRow
  readonly machine: string | undefined
  readonly isFetched: boolean
}

function convertFor(context: ViewContext, { found, row, machine, isFetched }: ConvertInput): ConvertedSource {
  const { folders, sources, settings } = context
  const weaker = findOlder(folders, { name: row.source, from: found.rank + 1, ...(machine && { machine }) })
  const hidden = weaker.kind === 'found' ? weaker.found.file.bytes : undefined
  const isSecret = holdsMadeValues({ found, source: row.source, hidden, isFetched })
  const key = `${found.path}\n${isSecret}`
  const known = sources.get(key)
  if (known !== undefined) return known
  const source = isSecret
    ? wholeSecret(found, { source: row.source, machine: found.rank < 2 ? machine : undefined })
    : convertSource(found, settings)
  sources.set(key, source)
  return source
}

/** Finds the winning file and notes it as used. A symlink that leads out of the folder is a problem, and gives no file. */
export function findFile(
  { folders, account, used }: ViewContext,
  { name, machine }: { readonly name: string; readonly machine?: string | undefined },
): OlderFile | undefined {
  const lookup = findOlder(folders, { name, ...(machine !== undefined && { machine }) })
  if (lookup.kind === 'unsafe') {
    const { path, message } = lookup
    const hint = 'put a copy of the file there'
    account.problem({ reason: 'invalid-argument', message: `${path}: ${message}`, at: { file: path }, hint })
  }
  if (lookup.kind !== 'found') return undefined
  used.add(lookup.found.path)
  return lookup.found
}
