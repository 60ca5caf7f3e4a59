import type { AnyDefinition } from './define-operation.js'

/** How an operation is asked for at a shell: `drover configure MACHINE… [options]`. */
export function usageOf(definition: AnyDefinition): string {
  const { traits } = definition
  return [
    `drover ${commandOf(definition)}`,
    ...subjectOf(definition),
    '[options]',
    ...(traits?.takesCommand ? ['-- COMMAND [ARGUMENT…]'] : []),
  ].join(' ')
}

/** Its name and the word that must follow: `workflows sync`, `completion bash|zsh|fish`. */
export function commandOf({ name, words }: AnyDefinition): string {
  return words === undefined ? name : `${name} ${words.join('|')}`
}

/** What stands behind the name: `MACHINE…`, `[FOLDER]`, or nothing. */
export function subjectOf({ machines, placeholder }: AnyDefinition): readonly string[] {
  const word = placeholder === 'FOLDER' ? 'FOLDER' : `${placeholder ?? 'MACHINE'}…`
  return { required: [word], optional: [`[${word}]`], none: [] }[machines]
}
