import { setTimeout as sleep } from 'node:timers/promises'
import type { Cli } from './cli.ts'
import { descendants, killIfThere, untilGone } from './processes.ts'

/** `github`: the runner's way when a run is cancelled. */
export const cancels = {
  github: 'SIGINT, 7.5 s, SIGTERM, 2.5 s, SIGKILL',
  kill: 'kill -9',
} as const

export type Cancel = keyof typeof cancels

export interface Cancelled {
  /** The last signal that it took. */
  readonly by: 'SIGINT' | 'SIGTERM' | 'SIGKILL'
  readonly afterMs: number
  /** The processes that it had started and left behind. */
  readonly orphans: readonly number[]
}

interface Choice {
  readonly cancel: Cancel
  /** With `kill -9`: also kills the processes that drover has started. A runner always ends those. */
  readonly withChildren: boolean
}

/** Resolves when drover is gone. Processes that it had started may live on. */
export async function cancelRun(cli: Cli, { cancel, withChildren }: Choice): Promise<Cancelled> {
  const startedMs = performance.now()
  const orphans = new Set<number>()
  const send = async (name: NodeJS.Signals, patienceMs: number): Promise<boolean> => {
    for (const pid of descendants(cli.pid)) orphans.add(pid)
    cli.signal(name)
    return await endsWithin(cli, patienceMs)
  }
  let by: Cancelled['by'] = 'SIGKILL'
  if (cancel === 'github' && (await send('SIGINT', 7500))) by = 'SIGINT'
  else if (cancel === 'github' && (await send('SIGTERM', 2500))) by = 'SIGTERM'
  else await send('SIGKILL', 60_000)
  const afterMs = performance.now() - startedMs
  if (cancel === 'github' || withChildren) for (const pid of orphans) killIfThere(pid)
  return { by, afterMs, orphans: [...orphans] }
}

export const untilOrphansGone = ({ orphans }: Cancelled): Promise<void> => untilGone(orphans)

async function endsWithin(cli: Cli, patienceMs: number): Promise<boolean> {
  const timer = new AbortController()
  const late = sleep(patienceMs, false, { signal: timer.signal }).catch(() => false)
  const isOver = await Promise.race([cli.ended.then(() => true), late])
  timer.abort()
  return isOver
}
