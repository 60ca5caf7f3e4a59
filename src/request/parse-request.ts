import type { Problem } from '../base/errors.js'
import { listInWords } from '../base/text/sentence.js'
import { generalOptions } from './general-options.js'
import { invalid, type Option, splitWords } from './option.js'
import { type AnyRequest, requestKey } from './request.js'

/** What has to be known of an operation to read a request for it. */
export interface RequestForm {
  readonly name: string
  readonly machines: 'required' | 'optional' | 'none'
  readonly placeholder?: 'FILE' | 'FOLDER'
  readonly words?: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  readonly problems?: (request: AnyRequest) => readonly Problem[]
}

/** What a person said at one of the front doors, still text. */
export interface Said {
  readonly selectors: readonly string[]
  /** Only what was said; an empty input of the action was not. A flag is `true` or `false`. */
  readonly values: ReadonlyMap<string, string>
  /** How this front door calls an option: `--branch`, `input "branch"`. */
  readonly nameOf: (option: string) => string
}

export interface ParsedRequest {
  readonly request: AnyRequest
  readonly problems: readonly Problem[]
}

/** Checks the form of a request. The request is good only when there are no problems; all of them are found. */
export function parseRequest(form: RequestForm, said: Said): ParsedRequest {
  const problems: Problem[] = []
  const take = ([name, option]: readonly [string, Option]): unknown => {
    const parsed = option.parse(said.values.get(name), said.nameOf(name))
    problems.push(...parsed.problems)
    return parsed.value
  }
  const own = Object.entries(form.options)
  const request: AnyRequest = {
    ...Object.fromEntries(own.map(([name, option]) => [requestKey(name), take([name, option])])),
    operation: form.name,
    selectors: said.selectors,
    parallel: Number(take(['parallel', generalOptions.parallel])),
  }
  return {
    request,
    problems: [
      ...problems,
      ...missingMachines(form, said),
      ...wrongWord(form, said),
      ...extraFolders(form, said),
      ...missingOptions(form, said),
      ...(form.problems?.(request) ?? []),
    ],
  }
}

/** What an operation is asked with when nothing but machines is said. */
export function defaultRequest(form: RequestForm, selectors: readonly string[]): AnyRequest {
  return parseRequest(form, { selectors, values: new Map(), nameOf: (name) => name }).request
}

function missingMachines(form: RequestForm, said: Said): readonly Problem[] {
  const { name, machines, placeholder } = form
  const selectors = argumentsOf(form, said)
  if (machines === 'none' && selectors.length > 0) return [invalid(`${name}: takes no machines`)]
  if (machines !== 'required' || selectors.length > 0) return []
  if (placeholder !== undefined) return [invalid(`${name}: no file is named`)]
  return [invalid(`${name}: no machine is named`, 'name machines, `group:NAME`, or `all` for every one')]
}

/** What stands behind the word, of an operation that has words. */
function argumentsOf({ words }: RequestForm, { selectors }: Said): readonly string[] {
  return words === undefined ? selectors : selectors.slice(1)
}

function wrongWord(form: RequestForm, { selectors }: Said): readonly Problem[] {
  const { name, words } = form
  const [said] = selectors
  if (words === undefined || (said !== undefined && words.includes(said))) return []
  const expected = listInWords(
    words.map((word) => `"${word}"`),
    'or',
  )
  const got = said === undefined ? 'nothing' : `"${said}"`
  return [invalid(`${name}: takes the word ${expected}, got ${got}`, usageOf(form))]
}

function extraFolders(form: RequestForm, said: Said): readonly Problem[] {
  const folders = argumentsOf(form, said)
  if (form.placeholder !== 'FOLDER' || folders.length <= 1 || wrongWord(form, said).length > 0) return []
  return [invalid(`${form.name}: takes one folder, got ${folders.length}`, usageOf(form))]
}

function usageOf({ name, words, placeholder }: RequestForm): string {
  const usage = [name, words?.join('|'), placeholder === 'FOLDER' ? '[FOLDER]' : undefined]
  return `write "drover ${usage.filter((part) => part !== undefined).join(' ')}"`
}

function missingOptions({ name, options }: RequestForm, { values, nameOf }: Said): readonly Problem[] {
  return Object.entries(options)
    .filter(([option, meant]) => meant.isRequired && isEmpty(values.get(option) ?? '', meant))
    .map(([option, { missing }]) =>
      missing === undefined
        ? invalid(`${nameOf(option)}: is not given, and ${name} needs it`)
        : invalid(missing.message, missing.hint),
    )
}

/** Names may be separated by commas alone, which is no name yet. */
function isEmpty(said: string, { kind }: Option): boolean {
  return kind === 'words' ? splitWords(said).length === 0 : said.trim() === ''
}
