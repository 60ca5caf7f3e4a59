import { setTimeout as sleep } from 'node:timers/promises'
import { places } from '../../src/transaction/places.ts'
import type { Cli } from './cli.ts'
import { hasCurrent, type Lane, readInside, run, transactions } from './lane.ts'
import { restoreLink } from './link-cut.ts'
import type { Plan } from './schedule.ts'

interface Settling {
  readonly plan: Plan
  readonly cli: Cli
  readonly harmedMs: number
  readonly limitMs: number
}

export interface Settled {
  readonly inTime: boolean
  /** The time from the fault until the lock was last seen held. */
  readonly lockMs: number
}

/**
 * Waits until nothing is under way on the machine any more: nobody holds the
 * lock, no program of a change lives, nothing is current. A contender asks for the lock
 * all the while.
 */
export async function settle(lane: Lane, { plan, cli, harmedMs, limitMs }: Settling): Promise<Settled> {
  const dueMs = performance.now() + limitMs
  let lockMs = 0
  for (;;) {
    const isHeld = !(await isLockFree(lane))
    const nowMs = performance.now()
    if (isHeld) lockMs = nowMs - harmedMs
    if (plan.cutMs !== undefined && nowMs - harmedMs > plan.cutMs) await restoreLink(lane.address())
    const isAtRest = !isHeld && !hasCurrent(lane) && !hasProgram(lane)
    if (isAtRest && isOver(plan, cli)) return { inTime: true, lockMs }
    if (nowMs > dueMs && isLate(plan, cli, { isAtRest, nowMs, harmedMs })) return { inTime: isAtRest, lockMs }
    await sleep(100)
  }
}

/** A drover that lives may still change the machine, except over a connection that is cut. */
function isOver(plan: Plan, cli: Cli): boolean {
  return plan.fault === 'cut' || plan.fault === 'stop' || cli.endedMs() !== undefined
}

/** A change that goes on undisturbed, or a check that fails patiently, may take its time. */
function isLate(
  { fault }: Plan,
  cli: Cli,
  { isAtRest, nowMs, harmedMs }: { isAtRest: boolean; nowMs: number; harmedMs: number },
): boolean {
  return isAtRest || fault === 'cut' || cli.endedMs() !== undefined || nowMs - harmedMs > 60_000
}

/** What a contender would find: it takes the lock for a moment. */
async function isLockFree(lane: Lane): Promise<boolean> {
  try {
    await run('flock', ['-n', '-E', '9', lane.path(places.lock), 'true'])
    return true
  } catch (error) {
    return (error as { code?: number }).code !== 9
  }
}

function hasProgram(lane: Lane): boolean {
  return transactions(lane).some((tx) => {
    const pid = readInside(lane, `${tx}/supervisor`).trim()
    return pid !== '' && readInside(lane, `/proc/${pid}/cmdline`).includes('drover')
  })
}
