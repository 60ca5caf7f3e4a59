import type { Option, OptionName } from './options.js'

/** What front doors need to know of an operation without loading it. */
export interface OperationEntry {
  readonly summary: string
  readonly machines: 'required' | 'optional' | 'none'
  /** What its arguments are when they are no machines. */
  readonly placeholder?: 'FILE' | 'FOLDER'
  /** The word that must stand before its arguments: `drover workflows sync`. */
  readonly word?: string
  readonly options: readonly OptionName[]
  /** Those of the options for every operation that it takes; all when absent. */
  readonly general?: readonly OptionName[]
  /** Options that must be given. */
  readonly needs?: readonly OptionName[]
  /** Options that mean something of their own here. */
  readonly meanings?: Readonly<Partial<Record<OptionName, Pick<Option, 'summary' | 'placeholder'>>>>
  /** Where it can be asked for; both when absent. */
  readonly only?: 'cli'
  /** Changes nothing and leaves no record of a machine. */
  readonly readOnly?: true
  /** Changes nothing on machines, and leaves records of what it saw. */
  readonly looks?: true
}

/** Options that every operation takes, if it does not say which. */
export const generalOptions = [
  'repository',
  'branch',
  'token',
  'ssh-key',
  'ssh-key-file',
  'secrets',
  'secrets-file',
  'parallel',
  'json',
] as const satisfies readonly OptionName[]
