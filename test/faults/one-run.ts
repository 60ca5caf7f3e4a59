import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Cli, type CliEnd, expectZero } from './cli.ts'
import { type State, stateOf } from './content.ts'
import { findLeftovers, type Rest, readRest } from './examine.ts'
import type { FrozenBuild } from './frozen-build.ts'
import { makeRoom, shrink, unshrink } from './full-disk.ts'
import { harm } from './harm.ts'
import { hasReached, hold, type Lane, letGo, machine } from './lane.ts'
import { restoreLink } from './link-cut.ts'
import type { Plan } from './schedule.ts'
import { type Settled, settle } from './settle.ts'

/** What became of one harmed change. */
export interface Verdict {
  readonly plan: Plan
  readonly rest: Rest
  /** The time from the fault until the lock was free; absent where its holder lived on. */
  readonly lockMs?: number
  /** Why the next configure did not complete the change. */
  readonly unconverged: readonly string[]
  readonly hung: boolean
  /** Everything that is wrong, in words. */
  readonly problems: readonly string[]
  readonly said: string
}

/**
 * The longest that drover may take after the fault: three keepalives of 10 s until a
 * silent connection counts as lost, 45 s in which the machine decides, the last
 * connection of 10 s and its question of 10 s; then the record is pushed.
 */
const deadlineMs = 110_000
const graceMs = 2000
export const lockLimitMs = 20_000
const settleLimitMs = 35_000
const toggles = '/run/drover-faults'

/** Injects one fault as planned, examines the machine, lets the next configure complete the change, and examines again. */
export async function runOnce(lane: Lane, plan: Plan, build?: FrozenBuild): Promise<Verdict> {
  const versions = await begin(lane, plan)
  const { cli, reached, torn, settled } = await harmChange(lane, { plan, build, versions })
  const { rest, detail } = readRest(lane, versions.before, versions.after)
  const wasLive =
    plan.flaw === 'invalid' && lane.reader.hasSeen(stateOf(versions.after), stateOf(versions.before))
  if (plan.cutMs !== Number.POSITIVE_INFINITY) await restoreLink(lane.address())
  const first = await endOf(cli, plan, settled.harmedMs + plan.holdMs)
  const next = await mend(lane, plan, build)
  const unconverged = [
    ...(next.code === 0 ? [] : [`the next configure exited with ${next.code}: ${next.said.slice(-600)}`]),
    ...findLeftovers(lane, versions.after),
  ]
  if (unconverged.length === 0) lane.version = versions.after
  const tornReads = [...torn, ...lane.reader.torn()]
  const lockMs = holderDies(plan) ? settled.lockMs : undefined
  const broken: readonly (readonly [boolean, string])[] = [
    [!reached, 'the point was not reached'],
    [!settled.inTime, `the machine has not settled within ${settleLimitMs / 1000} s`],
    [rest === 'mixed', `at rest: ${detail}`],
    [plan.flaw !== 'none' && rest === 'new', 'a change that was to be refused was kept'],
    [wasLive, 'invalid content was live'],
    [first.hung, `drover did not end within ${(deadlineMs + graceMs) / 1000} s`],
    [(lockMs ?? 0) > lockLimitMs, `the lock was held for ${Math.round(lockMs ?? 0)} ms`],
  ]
  return {
    plan,
    rest: tornReads.length > 0 ? 'mixed' : rest,
    ...(lockMs === undefined ? {} : { lockMs }),
    unconverged,
    hung: first.hung,
    problems: [
      ...broken.flatMap(([isSo, what]) => (isSo ? [what] : [])),
      ...unconverged,
      ...tornReads.map((one) => `torn: ${one}`),
    ],
    said: `${first.said}\n${next.said}`,
  }
}

interface Versions {
  readonly before: number
  readonly after: number
}

async function begin(lane: Lane, plan: Plan): Promise<Versions> {
  const versions = { before: lane.version, after: lane.push() }
  lane.reader.allow([stateOf(versions.before), stateOf(versions.after)])
  mkdirSync(lane.path(toggles), { recursive: true })
  if (plan.flaw !== 'none') writeFileSync(lane.path(`${toggles}/${plan.flaw}`), '')
  if (plan.fault === 'disk') await shrink(lane, plan.full)
  hold(lane, plan.point)
  return versions
}

interface Change {
  readonly plan: Plan
  readonly build: FrozenBuild | undefined
  readonly versions: Versions
}

interface Harmed {
  readonly cli: Cli
  readonly reached: boolean
  readonly torn: readonly string[]
  readonly settled: Settled & { readonly harmedMs: number }
}

async function harmChange(lane: Lane, { plan, build, versions }: Change): Promise<Harmed> {
  const cli = lane.start(['configure', machine, '--json'], build)
  const reached = await hasReached(lane, plan.point, cli)
  const harmedMs = performance.now()
  await harm({ lane, cli, plan })
  const torn = await afterHarm(lane, { plan, states: [stateOf(versions.before), stateOf(versions.after)] })
  const settled = await settle(lane, { plan, cli, harmedMs, limitMs: settleLimitMs })
  return { cli, reached, torn, settled: { ...settled, harmedMs } }
}

/** Removes the fault and configures again. */
async function mend(lane: Lane, plan: Plan, build?: FrozenBuild): Promise<CliEnd> {
  await restoreLink(lane.address())
  if (plan.fault === 'disk') makeRoom(lane, plan.full)
  rmSync(lane.path(toggles), { recursive: true, force: true })
  const next = await lane.start(['configure', machine, '--json'], build).ended
  if (plan.fault === 'disk') await unshrink(lane, plan.full)
  return next
}

/** Lets the change go on. A machine that was stopped is started again: what its reader saw until then is handed on. */
async function afterHarm(
  lane: Lane,
  { plan, states }: { readonly plan: Plan; readonly states: readonly State[] },
): Promise<readonly string[]> {
  if (plan.fault !== 'stop') {
    await sleep(plan.holdMs)
    letGo(lane)
    return []
  }
  const torn = lane.reader.torn()
  while (existsSync(`/proc/${lane.outerPid()}`)) await sleep(20)
  expectZero(await lane.start(['provision', machine]).ended, 'provision')
  lane.reattach()
  lane.reader.allow(states)
  return torn
}

function holderDies({ fault, cutMs }: Plan): boolean {
  return fault === 'cli' || fault === 'program' || (fault === 'cut' && cutMs !== 4000)
}

/** A drover that was killed has no deadline. */
async function endOf(cli: Cli, plan: Plan, fromMs: number): Promise<CliEnd & { readonly hung: boolean }> {
  const leftMs = fromMs + deadlineMs + graceMs - performance.now()
  const timer = sleep(Math.max(0, leftMs), undefined, { ref: false }).then(() => undefined)
  const end = await Promise.race([cli.ended, timer])
  if (end !== undefined) return { ...end, hung: false }
  cli.kill()
  return { ...(await cli.ended), hung: plan.fault !== 'cli' }
}
