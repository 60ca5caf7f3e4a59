import type { Location } from '../base/errors.js'
import { findWrongUrl } from '../flock/problems/url-problem.js'
import type { CodeFields } from '../flock/schema/code-schema.js'
import { findWrongSymlinkPath } from '../flock/symlink-path.js'
import { findFile, type ViewContext } from './older-view.js'
import { secretName } from './read-settings.js'
import { readLines, readText, type TextLine } from './read-text.js'

export type CodeMap = Readonly<Record<string, CodeFields>>

/** The folder in which the older scripts keep every repository, whoever logs in. */
const home = '/home/ubuntu'

/** Repositories and Python packages of a machine, or of a machine that has no lists of its own. */
export function readCode(context: ViewContext, machine?: string): CodeMap {
  const code = new Map<string, CodeFields>()
  for (const list of ['gitclone', 'gitpush'] as const) {
    for (const { text, at } of linesOf(context, { list, machine })) {
      const read = readRepository(context, { text, at, via: list === 'gitclone' ? 'clone' : 'push' })
      if (read !== undefined) code.set(read.name, read.fields)
    }
  }
  for (const line of linesOf(context, { list: 'pip', machine })) addPackage(context, { code, ...line })
  return Object.fromEntries(code)
}

interface ListLine {
  readonly text: string
  readonly at: Location
}

function linesOf(
  context: ViewContext,
  { list, machine }: { readonly list: string; readonly machine: string | undefined },
): readonly ListLine[] {
  const found = findFile(context, { name: list, machine })
  if (found === undefined) return []
  const text = readText(found.file.bytes)
  if (text === undefined) {
    const message = `${found.path}: is not UTF-8 text`
    const at = { file: found.path }
    context.account.problem({ reason: 'invalid-argument', message, at, hint: 'save it as UTF-8' })
    return []
  }
  return readLines(text).flatMap(({ text: line, line: number }: TextLine): ListLine[] =>
    line.startsWith('#') ? [] : [{ text: line, at: { file: found.path, line: number } }],
  )
}

interface RepositoryLine extends ListLine {
  readonly via: 'clone' | 'push'
}

function readRepository(
  { account, settings }: ViewContext,
  { text, at, via }: RepositoryLine,
): { readonly name: string; readonly fields: CodeFields } | undefined {
  const leaveOut = (message: string): undefined => {
    account.note({ kind: 'not-carried', at, message: `${message}: the line is left out` })
    return undefined
  }
  const { url, token } = withoutToken(text)
  const folder = (url.split('/').at(-1) ?? '').replace(/\.git$/, '')
  const name = folder
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 63)
  const path = `${home}/${folder}`
  const isLocal = via === 'push' && /^[/~.]/.test(url)
  const full = url.startsWith('/') ? `file://${url}` : url
  const wrong = findWrongUrl(full, 'code') ?? findWrongSymlinkPath(path)
  if (folder === '' || name === '') return leaveOut('the repository has no name')
  if (wrong !== undefined) {
    return leaveOut(isLocal ? 'it names a folder of one computer' : `the repository ${wrong.message}`)
  }
  if (isLocal) {
    const message = `${name}: is pushed from a folder of one computer: give a URL that a workflow can read`
    account.note({ kind: 'guessed', at, message })
  }
  const credentials = token ? secretName(`token ${name}`) : undefined
  if (credentials !== undefined) {
    account.secret({ name: credentials, at })
    const message = `${name}: the URL holds a token; it is the secret ${credentials}, and the code is pushed`
    account.note({ kind: 'changed', at, message })
  }
  const { user } = settings
  const fields = { url: full, revision: 'HEAD', path, owner: user, group: user }
  return {
    name,
    fields: {
      ...fields,
      via: credentials === undefined ? via : 'push',
      ...(credentials !== undefined && { credentials }),
    },
  }
}

/** Removes user and password from a URL: they are never imported. */
function withoutToken(text: string): { readonly url: string; readonly token: boolean } {
  const url = text.replace(/^(https?:\/\/)[^/@\s]*@/i, '$1')
  return { url, token: url !== text }
}

interface PackageLine extends ListLine {
  readonly code: Map<string, CodeFields>
}

/** Makes `pip install` a build step of the repository that it installs, otherwise of the last one. */
function addPackage({ account }: ViewContext, { code, text, at }: PackageLine): void {
  const repositories = [...code].map(([name, fields]) => ({
    name,
    folder: fields.path?.split('/').at(-1) ?? '',
  }))
  const words = text.split(/\s+/)
  const own = repositories.find(({ folder }) => words.some((word) => insideOf(word, folder) !== undefined))
  const target = own ?? repositories.at(-1)
  const fields = target && code.get(target.name)
  if (target === undefined || fields === undefined) {
    const message = 'there is no repository whose build could install it: the line is left out'
    account.note({ kind: 'not-carried', at, message })
    return
  }
  if (own === undefined) {
    const message = `is installed when ${target.name} is built, the last of the repositories`
    account.note({ kind: 'guessed', at, message })
  }
  const line = words.map((word) => insideOf(word, target.folder) ?? word).join(' ')
  const command = `bash -c 'source ~/.profile; pip install ${line.replaceAll("'", `'\\''`)}'`
  code.set(target.name, { ...fields, build: [...(fields.build ?? []), command] })
}

/** A path in the repository, from its top. */
function insideOf(word: string, folder: string): string | undefined {
  const [, below] = new RegExp(`^(?:~/|\\./|${home}/)?${escapePattern(folder)}(/.*)?$`).exec(word) ?? []
  const isPath = /^(?:~\/|\.\/|\/)/.test(word) || word.startsWith(`${folder}/`)
  return isPath && new RegExp(`^(?:~/|\\./|${home}/)?${escapePattern(folder)}(?:/|$)`).test(word)
    ? `.${below?.replace(/\/$/, '') ?? ''}`
    : undefined
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
