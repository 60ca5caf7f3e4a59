import type { Problem } from '../base/errors.js'

/** What a text that a person gave means, and all that is wrong with it. */
export interface Parsed<T> {
  readonly value: T
  readonly problems: readonly Problem[]
}

/**
 * One thing that a person can say to an operation, at a shell as a flag (`--NAME`) or as an input of the
 * action (`NAME`). Help, parsing, `action.yml`, buttons and the tables of the docs are made from it.
 */
export interface Option<T = unknown> {
  readonly kind: 'flag' | 'text' | 'count' | 'words' | 'choice'
  /** A sentence without its full stop: what it means for the operation that declares it. */
  readonly summary: string
  /** Shown in the help, as in `--branch NAME`. */
  readonly placeholder?: string
  /** Text of the default, as the action's input has it. */
  readonly byDefault?: string
  /** Where it can be said; both when absent. A secret never is an argument of a process. */
  readonly only?: 'cli' | 'action'
  /** The operation cannot do without. */
  readonly isRequired?: true
  /** What is said when it is required and not given, where its name would not help. */
  readonly missing?: Pick<Problem, 'message' | 'hint'>
  /** Whoever gives it counts on being held back by it: it is refused where it cannot be kept, never overlooked. */
  readonly holdsBack?: true
  /** Says which machines are chosen. Jobs are given theirs by name, and do without. */
  readonly choosesMachines?: true
  /** Said by a workflow from what it knows of its own run: no form asks for it. */
  readonly isOfWorkflow?: true
  /** Of a choice. */
  readonly choices?: readonly string[]
  /** How the form of a button asks for it; the summary when absent. */
  readonly label?: string
  /** `name` is how the front door calls the option: `--branch`, `input "branch"`. */
  readonly parse: (text: string | undefined, name: string) => Parsed<T>
}

type Common = Omit<Option, 'kind' | 'parse' | 'byDefault' | 'choices'>

/** True or false; false when nothing is said. */
export function flag(option: Common): Option<boolean> {
  return {
    ...option,
    kind: 'flag',
    ...(option.only === 'cli' ? {} : { byDefault: 'false' }),
    parse: parseFlag,
  }
}

export function text(option: Common & { readonly byDefault?: string }): Option<string | undefined> {
  return { ...option, kind: 'text', parse: (said) => good(said ?? option.byDefault) }
}

/** A whole number of at least 1. */
export function count(option: Common & { readonly byDefault: string }): Option<number>
export function count(option: Common): Option<number | undefined>
export function count(option: Common & { readonly byDefault?: string }): Option<number | undefined> {
  return {
    ...option,
    kind: 'count',
    parse: (said, name) => {
      const given = said ?? option.byDefault
      return given === undefined ? good(undefined) : parseCount(given, name)
    },
  }
}

/** Names separated by white space or commas; undefined when nothing is said. */
export function words(option: Common): Option<readonly string[] | undefined> {
  return {
    ...option,
    kind: 'words',
    parse: (said) => good(said === undefined ? undefined : splitWords(said)),
  }
}

/** One of a few words. */
export function choice<const T extends string>(
  option: Common & { readonly choices: readonly T[]; readonly byDefault: NoInfer<T> },
): Option<T> {
  const { choices, byDefault } = option
  return {
    ...option,
    kind: 'choice',
    parse: (said = byDefault, name) => {
      const value = choices.find((word) => word === said)
      if (value !== undefined) return good(value)
      const hint = `choose one of: ${choices.join(', ')}`
      return { value: byDefault, problems: [invalid(`${name}: "${said}" is not understood`, hint)] }
    },
  }
}

/** Names separated by white space or commas. */
export function splitWords(said: string): readonly string[] {
  return said.split(/[\s,]+/).filter((word) => word !== '')
}

export function invalid(message: string, hint?: string): Problem {
  return { message, reason: 'invalid-argument', ...(hint !== undefined && { hint }) }
}

function good<T>(value: T): Parsed<T> {
  return { value, problems: [] }
}

function parseCount(said: string, name: string): Parsed<number> {
  if (/^[1-9]\d{0,5}$/.test(said)) return good(Number(said))
  const hint = 'give a whole number from 1 to 999999'
  return { value: 1, problems: [invalid(`${name}: "${said}" is not a count`, hint)] }
}

/** Takes what YAML 1.2 takes: GitHub hands a boolean over as this text. */
function parseFlag(said = 'false', name: string): Parsed<boolean> {
  if (/^(true|True|TRUE)$/.test(said)) return good(true)
  if (/^(false|False|FALSE)$/.test(said)) return good(false)
  return { value: false, problems: [invalid(`${name}: "${said}" is not true or false`)] }
}
