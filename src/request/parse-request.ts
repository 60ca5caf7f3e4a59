import type { Problem } from '../base/errors.js'
import { generalOptions } from './general-options.js'
import { invalid, type Option, splitWords } from './option.js'
import { type AnyRequest, requestKey } from './request.js'

/** What has to be known of an operation to read a request for it. */
export interface RequestForm {
  readonly name: string
  readonly machines: 'required' | 'optional' | 'none'
  readonly placeholder?: 'FILE' | 'FOLDER'
  readonly word?: string
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
      ...wrongFolder(form, said),
      ...missingOptions(form, said),
      ...(form.problems?.(request) ?? []),
    ],
  }
}

/** What an operation is asked with when nothing but machines is said. */
export function defaultRequest(form: RequestForm, selectors: readonly string[]): AnyRequest {
  return parseRequest(form, { selectors, values: new Map(), nameOf: (name) => name }).request
}

function missingMachines(
  { name, machines, placeholder }: RequestForm,
  { selectors }: Said,
): readonly Problem[] {
  if (machines === 'none' && selectors.length > 0) return [invalid(`${name}: takes no machines`)]
  if (machines !== 'required' || selectors.length > 0) return []
  if (placeholder !== undefined) return [invalid(`${name}: no file is named`)]
  return [invalid(`${name}: no machine is named`, 'name machines, `group:NAME`, or `all` for every one')]
}

/** What is about a folder takes one, behind its word if it has one. */
function wrongFolder({ name, word, placeholder }: RequestForm, { selectors }: Said): readonly Problem[] {
  if (placeholder !== 'FOLDER') return []
  const usage = `write "drover ${name} ${word === undefined ? '' : `${word} `}[FOLDER]"`
  if (word !== undefined && selectors[0] !== word) {
    const got = selectors[0] === undefined ? 'nothing' : `"${selectors[0]}"`
    return [invalid(`${name}: takes the word "${word}", got ${got}`, usage)]
  }
  const folders = selectors.slice(word === undefined ? 0 : 1)
  if (folders.length <= 1) return []
  return [invalid(`${name}: takes one folder, got ${folders.length}`, usage)]
}

function missingOptions({ name, options }: RequestForm, { values, nameOf }: Said): readonly Problem[] {
  return Object.entries(options)
    .filter(([option, { isRequired }]) => isRequired && splitWords(values.get(option) ?? '').length === 0)
    .map(([option]) => invalid(`${nameOf(option)}: is not given, and ${name} needs it`))
}
