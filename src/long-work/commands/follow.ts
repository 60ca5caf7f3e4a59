import type { Command } from '../../base/command.js'
import { programCommand } from '../../programs/program.js'
import { places } from '../../transaction/places.js'
import type { Transient } from './transient.js'

/** How long the follower is silent at most, in seconds: its link is looked at by what it says. */
export const aliveSeconds = 10

/** A line of base64 stays below what one line may hold. */
const chunkBytes = 32 * 1024

/** How a unit ended. */
export type UnitExit =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly why: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'busy'; readonly holder: string }
  /** Another run has begun since, and what this one left is gone. */
  | { readonly kind: 'replaced' }

export type Followed =
  /** Bytes of the output that begin at `offset`. */
  | { readonly kind: 'data'; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'end'; readonly end: UnitExit }

/** Prints the output of a run from a byte on, as it comes, until the unit has ended. */
export function followCommand({ kind, run }: Pick<Transient, 'kind' | 'run'>, offset: number): Command {
  return programCommand('long-work/follow.sh', {
    values: { place_transient: places.transient, chunk_bytes: chunkBytes, alive_seconds: aliveSeconds },
    args: [kind, run, String(offset)],
  })
}

/** Undefined for a sign of life, and for a line that was cut off. */
export function parseFollowed(line: string): Followed | undefined {
  const [, offset, length, base64 = ''] = /^data (\d+) (\d+) (\S*)$/.exec(line) ?? []
  if (offset !== undefined) {
    const bytes = Buffer.from(base64, 'base64')
    return bytes.length === Number(length) ? { kind: 'data', offset: Number(offset), bytes } : undefined
  }
  const [, rest] = /^end (.+) \.$/.exec(line) ?? []
  const end = rest === undefined ? undefined : parseEnd(rest)
  return end === undefined ? undefined : { kind: 'end', end }
}

/** What a shell gives for a program that was ended by a signal: abort, kill, segmentation fault, termination. */
const signals: Readonly<Record<number, string>> = { 134: 'ABRT', 137: 'KILL', 139: 'SEGV', 143: 'TERM' }

/** Our own word, or what systemd says: `$SERVICE_RESULT $EXIT_CODE $EXIT_STATUS` (systemd.exec(5)). */
function parseEnd(text: string): UnitExit | undefined {
  const [word = '', how = '', status = ''] = text.trim().split(' ')
  if (word === 'busy') return { kind: 'busy', holder: text.slice('busy'.length).trim() }
  if (word === 'replaced' || word === 'timed-out') return { kind: word }
  if (word === 'timeout') return { kind: 'timed-out' }
  if (word === 'gone') return { kind: 'killed', why: 'the machine went down' }
  if (word === 'oom-kill') return { kind: 'killed', why: 'the machine had no memory left for it' }
  if (how === 'killed' || how === 'dumped') return { kind: 'killed', why: `it was ended by SIG${status}` }
  if (how !== 'exited' || !/^\d+$/.test(status)) return undefined
  const signal = signals[Number(status)]
  return signal === undefined
    ? { kind: 'exited', code: Number(status) }
    : { kind: 'killed', why: `it was ended by SIG${signal}` }
}
