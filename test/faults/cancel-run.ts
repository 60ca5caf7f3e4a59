import { setTimeout as sleep } from 'node:timers/promises'
import { type Before, checkReap, checkRerun, type Problem } from './cancel-check.ts'
import type { Fate } from './cancel-gate.ts'
import { type Cancel, type Cancelled, cancelRun, untilOrphansGone } from './cancel-kill.ts'
import { type CancelLane, machine } from './cancel-lane.ts'
import { begin } from './cancel-scenarios.ts'
import { events, type Step, saidSteps } from './cancel-steps.ts'
import type { Cli, CliEnd } from './cli.ts'
import type { FrozenBuild } from './frozen-build.ts'

export interface CancelPlan {
  readonly number: number
  readonly step: Step
  readonly cancel: Cancel
  readonly next: 'provision' | 'reap'
  /** Of a change that is held before its effect. */
  readonly fate: Fate
  /** From the line to the cancel. */
  readonly delayMs: number
  readonly withChildren: boolean
}

export interface CancelVerdict {
  readonly plan: CancelPlan
  readonly cancelled: Cancelled
  /** Drover came by the step; one that is optional it may have left out. */
  readonly reached: boolean
  readonly problems: readonly (Problem | { readonly kind: 'other'; readonly what: string })[]
  readonly said: string
}

/** Cancels one `provision` as planned, runs what follows, and examines what exists then. */
export async function runCancelled(
  lane: CancelLane,
  plan: CancelPlan,
  build?: FrozenBuild,
): Promise<CancelVerdict> {
  const { step, next } = plan
  await begin(lane, step.scenario)
  const before: Before = {
    ids: new Set((await lane.account.all()).map(({ id }) => id)),
    records: events(lane).length,
    mayMake: step.scenario === 'stopped' ? 0 : 1,
  }
  lane.gate.arm(step.at.kind === 'change' ? step.at.hold : undefined)
  const cli = lane.start(['provision', machine], build)
  const reached = await reach(lane, cli, plan)
  const cancelled = await cancelRun(cli, plan)
  lane.gate.letGo(plan.fate)
  await untilOrphansGone(cancelled)
  const first = await cli.ended
  const lied = first.code === 0 && !(await isComplete(lane))
  const { end, problems } = await (next === 'reap' ? reap(lane, build) : again(lane, { before, build }))
  lane.isComplete = next === 'provision' && problems.length === 0
  return {
    plan,
    cancelled,
    reached,
    problems: [
      ...problems,
      ...(lied ? [{ kind: 'other' as const, what: 'the cancelled run said that all holds' }] : []),
      ...(reached || step.isOptional ? [] : [{ kind: 'other' as const, what: 'the step was not reached' }]),
    ],
    said: `${first.said}\nexit status ${first.code}\n${next}:\n${end.said}`,
  }
}

async function isComplete(lane: CancelLane): Promise<boolean> {
  const living = (await lane.flock()).filter((one) => one.isLiving)
  return living.length > 0 && living.every(({ tags }) => !('drover:expires' in tags))
}

interface After {
  readonly end: CliEnd
  readonly problems: readonly Problem[]
}

async function again(
  lane: CancelLane,
  { before, build }: { readonly before: Before; readonly build: FrozenBuild | undefined },
): Promise<After> {
  const end = await lane.start(['provision', machine], build).ended
  await lane.gate.quiet()
  return { end, problems: await checkRerun(lane, { end, before }) }
}

/** A change that came late has come: the time that passes then is long. */
async function reap(lane: CancelLane, build: FrozenBuild | undefined): Promise<After> {
  await lane.gate.quiet()
  const living = (await lane.flock()).filter((one) => one.isLiving)
  if (living.length > 0) await sleep(lane.aws.proxy.delays.visibilityMs)
  const complete = living.filter(({ tags }) => !('drover:expires' in tags))
  await lane.account.expire(living.filter((one) => !complete.includes(one)).map(({ id }) => id))
  const end = await lane.start(['reap'], build).ended
  return { end, problems: await checkReap(lane, { end, complete }) }
}

/** Waits until drover is at the step; false when it ended without reaching it. */
async function reach({ gate }: CancelLane, cli: Cli, { step, delayMs }: CancelPlan): Promise<boolean> {
  const { at } = step
  let seen = 0
  const isThere = (): boolean => {
    if (at.kind === 'change') return gate.hasReached()
    const said = cli.said()
    if (said.length === seen) return false
    seen = said.length
    return saidSteps(said).some(({ text, number }) => text === at.text && number === at.number)
  }
  const untilMs = performance.now() + 120_000
  while (!isThere()) {
    if (cli.endedMs() !== undefined || performance.now() > untilMs) return false
    await sleep(5)
  }
  if (at.kind === 'line') await sleep(delayMs)
  return true
}
