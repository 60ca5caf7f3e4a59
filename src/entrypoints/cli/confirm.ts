import type { Problem } from '../../base/errors.js'
import { splitWords } from '../../request/option.js'
import { askLine, canAsk } from './prompt.js'
import type { Terminal } from './terminal.js'

export type Confirmation =
  | { readonly kind: 'confirmed'; readonly names: readonly string[] }
  | { readonly kind: 'refused'; readonly problem: Problem }

/**
 * Asks for the names of the machines once more. Without a terminal there is
 * nobody to ask: refused. Anything but exactly these names refuses, too.
 */
export async function confirmNames(names: readonly string[], terminal: Terminal): Promise<Confirmation> {
  if (!canAsk(terminal)) {
    return refused(
      'terminate: not confirmed: there is no terminal to ask at',
      'give --yes if the machines and all they hold shall end',
    )
  }
  const count = names.length === 1 ? 'this machine' : `these ${names.length} machines`
  terminal.stderr.write(`terminate ends ${count} and all they hold: ${names.join(' ')}\n`)
  const typed = splitWords((await askLine('type the names again to confirm: ', terminal)) ?? '')
  if (isSameSet(typed, names)) return { kind: 'confirmed', names: typed }
  const said = typed.length === 0 ? 'nothing was typed' : `"${typed.join(' ')}" is not "${names.join(' ')}"`
  return refused(
    `terminate: not confirmed: ${said}`,
    'nothing was ended; type the names exactly, or give --yes',
  )
}

function isSameSet(typed: readonly string[], names: readonly string[]): boolean {
  const wanted = new Set(names)
  return new Set(typed).size === wanted.size && typed.every((name) => wanted.has(name))
}

function refused(message: string, hint: string): Confirmation {
  return { kind: 'refused', problem: { message, reason: 'not-confirmed', hint } }
}
