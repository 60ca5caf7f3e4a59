import { parse } from 'csv-parse/sync'
import type { Location, Problem } from '../base/errors.js'
import { findWrongDestination } from '../render/manifest/check-destination.js'
import type { ImportNote } from './note.js'
import { formatToTemplate, readFormat } from './python-format.js'
import { readLines, readText } from './read-text.js'

export type ListName = 'sync.csv' | 'uploads.csv' | 'downloads.csv'

/** One line of a list: a file that is put on a machine, fetched from it, or both. */
export interface OlderRow {
  readonly list: ListName
  readonly source: string
  readonly owner: string
  readonly group: string
  readonly mode: string
  /** A template of Drover's. */
  readonly destination: string
  readonly description: string
  readonly at: Location
}

export interface OlderRows {
  readonly rows: readonly OlderRow[]
  readonly problems: readonly Problem[]
  readonly notes: readonly ImportNote[]
}

interface ReadInput {
  readonly list: ListName
  readonly path: string
  readonly bytes: Buffer
  /** The login user, which is a file's group where the list names only its user. */
  readonly user: string
}

const columns = 'local file, owner, permissions, remote file, description'

/** Reads a list line by line, because for the older scripts no field continues on the next line. */
export function readRows({ list, path, bytes, user }: ReadInput): OlderRows {
  const text = readText(bytes)
  if (text === undefined) {
    return {
      rows: [],
      problems: [problem({ file: path }, 'is not UTF-8 text', 'save it as UTF-8')],
      notes: [],
    }
  }
  const rows: OlderRow[] = []
  const problems: Problem[] = []
  const notes: ImportNote[] = []
  for (const { text: line, line: number } of readLines(text)) {
    const at = { file: path, line: number }
    if (line.startsWith('#')) {
      if (line.split(',').length !== 5) notes.push(stops(at, 'a comment'))
      continue
    }
    const fields = splitLine(line)
    if (fields === undefined) {
      problems.push(problem(at, 'a quote does not fit', 'close it on the same line'))
      continue
    }
    if (fields.length !== 5) {
      const hint = `five are wanted: ${columns}; put quotes around a description with a comma`
      problems.push(problem(at, `has ${fields.length} columns`, hint))
      continue
    }
    if (line.split(',').length !== 5) notes.push(stops(at, 'a comma between quotes'))
    const read = readRow(fields, { list, at, user })
    problems.push(...read.problems)
    notes.push(...read.notes)
    if (read.row !== undefined) rows.push(read.row)
  }
  return { rows, problems, notes }
}

function splitLine(line: string): readonly string[] | undefined {
  try {
    const [fields = []] = parse(line, { relax_column_count: true, trim: true }) as string[][]
    return fields
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

interface RowContext {
  readonly list: ListName
  readonly at: Location
  readonly user: string
}

function readRow(
  fields: readonly string[],
  { list, at, user }: RowContext,
): { row?: OlderRow; problems: readonly Problem[]; notes: readonly ImportNote[] } {
  const [local = '', who = '', permissions = '', remote = '', description = ''] = fields
  const problems: Problem[] = []
  const notes: ImportNote[] = []
  const source = local
    .split('/')
    .filter((part) => part !== '.' && part !== '')
    .join('/')
  if (local.startsWith('/')) {
    const hint = 'copy the file into the folder, and name it from there'
    problems.push(problem(at, `local file "${local}" is outside of the folder`, hint))
  } else if (source === '' || source.split('/').includes('..') || /[\0-\x1f\x7f\\]/.test(source)) {
    problems.push(
      problem(at, `local file "${local}" is not a file below config`, 'name a file of the folder'),
    )
  }
  const owner = readOwner(who, user)
  if (owner === undefined) problems.push(problem(at, `owner "${who}" is not understood`, 'write USER:GROUP'))
  const destination = readDestination(remote, { user, at, notes, problems })
  const mode = /^0?[0-7]{1,4}$/.test(permissions) ? permissions.slice(-4).padStart(4, '0') : undefined
  if (mode === undefined && permissions === '') {
    problems.push(problem(at, 'no permissions are given', 'write octal digits, for example 644'))
  } else if (mode === undefined) {
    const message = `permissions "${permissions}" depend on what the file has: the line is left out`
    notes.push({ kind: 'not-carried', at, message })
  }
  if (owner?.guessed) {
    notes.push({ kind: 'guessed', at, message: `owner "${who}" is taken for user and group` })
  }
  if (problems.length > 0 || owner === undefined || mode === undefined || destination === undefined) {
    return { problems, notes }
  }
  const { user: name, group } = owner
  return { row: { list, source, owner: name, group, mode, destination, description, at }, problems, notes }
}

/** Reads an owner as chown does. Without a group, a new file has the group of the login user. */
function readOwner(
  text: string,
  loginUser: string,
): { readonly user: string; readonly group: string; readonly guessed: boolean } | undefined {
  const found = /^(?<user>[\w-]+)(?:(?<by>[:.])(?<group>[\w-]*))?$/.exec(text)?.groups
  if (found?.user === undefined || text.startsWith('-') || found.group?.startsWith('-')) return undefined
  if (found.by === '.' && found.group === '') return undefined
  const group = found.by === undefined ? loginUser : found.group || found.user
  return { user: found.user, group, guessed: found.by === '.' }
}

interface DestinationContext {
  readonly user: string
  readonly at: Location
  readonly notes: ImportNote[]
  readonly problems: Problem[]
}

const names = {
  hostname: 'machine.name',
  domain: 'vars.domain',
  nginx_root_options: 'vars.nginx_root_options',
}

function readDestination(remote: string, context: DestinationContext): string | undefined {
  const { user, at, notes, problems } = context
  const leaveOut = (message: string): undefined => {
    notes.push({ kind: 'not-carried', at, message: `${message}: the line is left out` })
    return undefined
  }
  const parts = readFormat(remote, Object.keys(names))
  if (parts === undefined) return leaveOut(`"${remote}" names an unknown value`)
  const own = parts.map(({ text }) => text ?? '').join('')
  if (!/^[\w@%+=:,./~{}-]*$/.test(own)) return leaveOut(`a shell would not take "${remote}" as one path`)
  if (own.slice(1).includes('~') || /^~[^/]/.test(own)) return leaveOut(`"${remote}" is in a home folder`)
  const template = formatToTemplate(parts, names)
  if (template === undefined)
    return leaveOut(`the braces of "${remote}" cannot be distinguished from those of a value`)
  const home = user === 'root' ? '/root' : `/home/${user}`
  const isRelative = template !== '' && !template.startsWith('/')
  const full = template.startsWith('~/')
    ? `${home}${template.slice(1)}`
    : isRelative
      ? `${home}/${template}`
      : template
  if (isRelative) notes.push({ kind: 'guessed', at, message: `"${remote}" is taken for "${full}"` })
  if (full.endsWith('/')) return leaveOut(`"${remote}" is a folder`)
  const destination = full.replaceAll(/\/(?:\.?\/)+/g, '/')
  const wrong = findWrongDestination(destination.replaceAll(/\{\{[^}]*\}\}/g, 'x'))
  if (wrong === undefined) return destination
  problems.push(problem(at, `remote file "${remote}": ${wrong.message}`, wrong.hint ?? 'name another place'))
  return undefined
}

function stops(at: Location, what: string): ImportNote {
  return { kind: 'changed', at, message: `the older scripts stop at ${what}; here it is understood` }
}

function problem(at: Location, message: string, hint: string): Problem {
  return { reason: 'invalid-manifest', at, message: `${at.file}: ${message}`, hint }
}
