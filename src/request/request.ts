import type { Option } from './option.js'

/** The options that an operation declares, by name. */
export type OptionSet = Readonly<Record<string, Option>>

/** What every operation is asked with. */
export interface BaseRequest {
  readonly operation: string
  /** Names, patterns and words that choose machines; of an operation about a folder or files, those. */
  readonly selectors: readonly string[]
  /** How many machines at once. */
  readonly parallel: number
}

/** What a person asked an operation with these options for, checked for form only: `dry-run` is `dryRun`. */
export type RequestOf<O extends OptionSet> = BaseRequest & {
  readonly [Name in keyof O & string as CamelCase<Name>]: O[Name] extends Option<infer T> ? T : never
}

/** A request for an operation that is not known here. */
export type AnyRequest = BaseRequest & { readonly [option: string]: unknown }

type CamelCase<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Name

/** The key of an option in a request. */
export function requestKey(option: string): string {
  return option.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
