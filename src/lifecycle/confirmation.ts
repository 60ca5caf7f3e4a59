import { DroverError } from '../base/errors.js'
import type { Machine } from '../flock/flock.js'

/** The names typed again, or that no second typing is wanted. */
export interface Confirmed {
  readonly confirm?: readonly string[] | undefined
  readonly yes?: boolean
}

/** The names typed again must be the machines chosen: no more, no fewer. */
export function requireConfirmation(machines: readonly Machine[], { confirm, yes = false }: Confirmed): void {
  if (yes) return
  const names = machines.map((machine) => machine.name)
  const typed = new Set(confirm ?? [])
  const missing = names.filter((name) => !typed.has(name))
  const foreign = [...typed].filter((name) => !names.includes(name))
  if (missing.length === 0 && foreign.length === 0) return
  const what = [
    ...(missing.length > 0 ? [`not typed again: ${missing.map((name) => `"${name}"`).join(', ')}`] : []),
    ...(foreign.length > 0 ? [`typed and not chosen: ${foreign.map((name) => `"${name}"`).join(', ')}`] : []),
  ]
  throw new DroverError(`terminate: ${what.join('; ')}`, {
    reason: 'not-confirmed',
    hint: `Type exactly: ${names.join(' ')}. Nothing was ended.`,
  })
}
