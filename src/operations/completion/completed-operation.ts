import type { Option } from '../../request/option.js'
import type { AnyDefinition } from '../define-operation.js'
import { optionsOf } from '../registry.js'

/** What a shell can complete of an operation. */
export interface CompletedOperation {
  /** Its name and its aliases. */
  readonly names: readonly [string, ...string[]]
  readonly summary: string
  /** One of these must follow the name. */
  readonly words: readonly string[]
  /** What its arguments are. */
  readonly arguments: CompletedValue
  readonly flags: readonly CompletedFlag[]
}

export interface CompletedFlag {
  /** With its dashes. */
  readonly name: string
  readonly summary: string
  readonly value: CompletedValue
}

/** What can stand there. Of `text` a shell knows nothing, and has a name for it at most. */
export type CompletedValue =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text' | 'file' | 'folder'; readonly name: string }
  | { readonly kind: 'choice'; readonly name: string; readonly choices: readonly string[] }

export function completedOperations(operations: readonly AnyDefinition[]): readonly CompletedOperation[] {
  return operations.map((definition) => {
    const { name, aliases = [], summary, words = [] } = definition
    const atShell = [...optionsOf(definition)].filter(([, { only }]) => only !== 'action')
    return {
      names: [name, ...aliases],
      summary: plain(summary),
      words,
      arguments: argumentsOf(definition),
      flags: [
        ...atShell.map(([flag, option]) => ({
          name: `--${flag}`,
          summary: plain(option.summary),
          value: valueOfFlag(option),
        })),
        { name: '--help', summary: 'Show what it takes', value: { kind: 'nothing' } },
      ],
    }
  })
}

function argumentsOf({ machines, placeholder }: AnyDefinition): CompletedValue {
  const name = placeholder ?? 'MACHINE'
  return machines === 'none' ? { kind: 'nothing' } : { kind: kindOf(name), name }
}

function valueOfFlag({ kind, choices, placeholder = 'VALUE' }: Option): CompletedValue {
  if (kind === 'flag') return { kind: 'nothing' }
  if (choices !== undefined) return { kind: 'choice', name: placeholder, choices }
  return { kind: kindOf(placeholder), name: placeholder }
}

function kindOf(placeholder: string): 'text' | 'file' | 'folder' {
  if (placeholder === 'FILE') return 'file'
  return placeholder === 'FOLDER' ? 'folder' : 'text'
}

function plain(text: string): string {
  return text.replaceAll('`', '')
}
