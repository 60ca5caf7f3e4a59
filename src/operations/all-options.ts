import { listInWords, lowerFirst } from '../base/text/sentence.js'
import { generalOptions } from '../request/general-options.js'
import type { Option } from '../request/option.js'
import { findOperation, operations } from './registry.js'

/** Where a person asks: at a shell, or in a workflow. */
export type Door = 'cli' | 'action'

/** One name that can be said, over all operations that take it. */
export interface NamedOption {
  readonly name: string
  /** As the first operation declares it; all agree on its kind. */
  readonly option: Option
  /** What it means, and for which operations: the meanings in the order of the registry. */
  readonly meanings: readonly { readonly summary: string; readonly operations: readonly string[] }[]
  readonly isGeneral: boolean
}

/** Everything that can be said, the general options first. What is said of a general name by a few operations of their own is left to their help. */
export const allOptions: readonly NamedOption[] = [
  ...Object.entries(generalOptions).map(
    ([name, option]): NamedOption => ({
      name,
      option,
      meanings: [{ summary: option.summary, operations: [] }],
      isGeneral: true,
    }),
  ),
  ...ownOptions(),
]

function ownOptions(): readonly NamedOption[] {
  const names = [...new Set(operations.flatMap(({ options }) => Object.keys(options)))]
  return names
    .filter((name) => !Object.hasOwn(generalOptions, name))
    .flatMap((name) => {
      const uses = operations.flatMap(({ name: operation, options }) => {
        const option = options[name]
        return option === undefined ? [] : [{ operation, option }]
      })
      const [first] = uses
      if (first === undefined) return []
      const summaries = [...new Set(uses.map(({ option }) => option.summary))]
      const meanings = summaries.map((summary) => ({
        summary,
        operations: uses.filter(({ option }) => option.summary === summary).map(({ operation }) => operation),
      }))
      return [{ name, option: first.option, meanings, isGeneral: false }]
    })
}

/** What an option means at a door where no operation is named yet: ``For `a` and `b`: …. For `c`: …``. */
export function summaryOf({ meanings, isGeneral }: NamedOption, door: Door): string {
  if (isGeneral) return meanings[0]?.summary ?? ''
  return meanings
    .map(({ summary, operations: names }) => ({
      summary,
      names: names.filter((name) => isAskedAt(door, name)),
    }))
    .filter(({ names }) => names.length > 0)
    .map(({ summary, names }) =>
      names.length > fewNames
        ? summary
        : `For ${listInWords(names.map((name) => `\`${name}\``))}: ${lowerFirst(summary)}`,
    )
    .join('. ')
}

/** More are not worth naming: most operations take it. */
const fewNames = 4

/** True if it can be said there, by at least one operation that can be asked for there. */
export function isSaidAt(door: Door, { option: { only }, meanings, isGeneral }: NamedOption): boolean {
  if (only !== undefined && only !== door) return false
  return isGeneral || meanings.some(({ operations: names }) => names.some((name) => isAskedAt(door, name)))
}

function isAskedAt(door: Door, name: string): boolean {
  const only = findOperation(name)?.only
  return only === undefined || only === door
}
