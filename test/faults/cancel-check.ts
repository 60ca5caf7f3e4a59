import type { Identity } from '../../src/base/identity.js'
import type { Made } from './cancel-account.ts'
import { type CancelLane, machine } from './cancel-lane.ts'
import { lookInside } from './cancel-machine.ts'
import { type Event, events } from './cancel-steps.ts'
import type { CliEnd } from './cli.ts'

/** `stray`: a machine lives that should not, or that nobody accounts for. */
export interface Problem {
  readonly kind: 'stray' | 'twins' | 'unconverged'
  readonly what: string
}

export interface Before {
  /** Ids of all instances of the account. */
  readonly ids: ReadonlySet<string>
  readonly records: number
  /** How many machines the run and its repeat may make. */
  readonly mayMake: number
}

/** What must hold after `provision` was run again. */
export async function checkRerun(
  lane: CancelLane,
  { end, before }: { readonly end: CliEnd; readonly before: Before },
): Promise<readonly Problem[]> {
  const all = await lane.account.all()
  const own = all.filter(isOf(lane))
  const living = own.filter(({ isLiving }) => isLiving)
  const made = own.filter(({ id }) => !before.ids.has(id))
  const [one] = living
  return [
    ...unconverged([[end.code !== 0, `provision again exited with ${end.code}: ${end.said.slice(-800)}`]]),
    ...strays(all),
    ...twins(living),
    ...unconverged([
      [made.length > before.mayMake, `${made.length} machines were made, not ${before.mayMake}`],
      [one === undefined, 'no machine lives'],
      [lane.read(`machines/${machine}/launch.json`) !== undefined, '"launch.json" is still there'],
    ]),
    ...(one === undefined ? [] : await checkComplete(lane, one)),
    ...(one === undefined ? [] : await checkName(lane, one)),
    ...checkRecords(events(lane).slice(before.records)),
    ...checkIds(events(lane)),
  ]
}

/** What must hold after everything unfinished has expired and `reap` was run. */
export async function checkReap(
  lane: CancelLane,
  { end, complete }: { readonly end: CliEnd; readonly complete: readonly Made[] },
): Promise<readonly Problem[]> {
  const all = await lane.account.all()
  const living = all.filter(isOf(lane)).filter(({ isLiving }) => isLiving)
  const unfinished = living.filter(({ tags }) => 'drover:expires' in tags)
  const gone = complete.filter(({ id }) => !living.some((one) => one.id === id))
  const changed = complete.filter((was) =>
    living.some((one) => one.id === was.id && JSON.stringify(one.tags) !== JSON.stringify(was.tags)),
  )
  const finished = living.filter(({ tags }) => !('drover:expires' in tags))
  const inside = await Promise.all(finished.map((one) => checkComplete(lane, one)))
  return [
    ...unconverged([[end.code !== 0, `reap exited with ${end.code}: ${end.said.slice(-800)}`]]),
    ...strays(all),
    ...unfinished.map(({ id }): Problem => ({ kind: 'stray', what: `reap has left "${id}"` })),
    ...twins(living),
    ...unconverged(gone.map(({ id }) => [true, `reap has ended "${id}", which was complete`])),
    ...unconverged(changed.map(({ id }) => [true, `reap has changed "${id}", which was complete`])),
    ...inside.flat(),
    ...checkIds(events(lane)),
  ]
}

function isOf({ name }: Pick<CancelLane, 'name'>): (one: Made) => boolean {
  return ({ tags }) => tags['drover:flock'] === name
}

/** Living machines that belong to nobody; those of other lanes have tags of their own. */
function strays(all: readonly Made[]): readonly Problem[] {
  const isNobodys = ({ tags }: Made): boolean => !tags['drover:flock'] || !tags['drover:machine']
  return all
    .filter((one) => one.isLiving && isNobodys(one))
    .map(({ id }) => ({ kind: 'stray', what: `"${id}" lives without the tags of an owner` }))
}

function twins(living: readonly Made[]): readonly Problem[] {
  if (living.length < 2) return []
  return [{ kind: 'twins', what: `two of one name: ${living.map(({ id }) => id).join(' and ')}` }]
}

/** A machine without an expiry stays for good, so it must have everything that a finished machine has. */
async function checkComplete(lane: CancelLane, one: Made): Promise<readonly Problem[]> {
  const text = lane.read(`machines/${machine}/machine.json`)
  const known = text === undefined ? undefined : (JSON.parse(text) as Identity)
  // A machine that was stopped at the provider cannot be examined from inside.
  const inside = await lookInside(lane, one)
  const { tags } = one
  const wanted = [
    'Name',
    'drover:run',
    'drover:created',
    'drover:host-key',
    'drover:launch-key',
    'drover:token',
  ]
  const missing = wanted.filter((name) => !tags[name])
  const behaviour = await lane.account.shutdownBehaviour(one.id)
  const launchKey = tags['drover:launch-key'] ?? ''
  return unconverged([
    ['drover:expires' in tags, 'it still has the tag "drover:expires"'],
    [missing.length > 0, `it has no tags ${missing.join(', ')}`],
    [tags['drover:machine'] !== machine, `its tag "drover:machine" is "${tags['drover:machine']}"`],
    [behaviour !== 'stop', `a shutdown would ${behaviour} it`],
    [known?.id !== one.id, `the ledger has "${known?.id}", and "${one.id}" lives`],
    [known?.address !== one.address, `the ledger has the address ${known?.address}, it is ${one.address}`],
    [known?.hostKeys.includes(launchKey) === true, 'the host key of the launch is still pinned'],
    [known?.revokedKeys?.includes(launchKey) !== true, 'the host key of the launch is not revoked'],
    [tags['drover:host-key'] !== known?.hostKeys.join(' '), 'its tag says other host keys than the ledger'],
    ...(inside === undefined
      ? []
      : ([
          [inside.timer !== '', `the power-off timer is still there: ${inside.timer}`],
          [known?.hostKeys.join() !== inside.hostKey, `it shows "${inside.hostKey}", which is not pinned`],
        ] as const)),
  ])
}

async function checkName(lane: CancelLane, { address }: Made): Promise<readonly Problem[]> {
  const points = await lane.account.pointsTo(lane.dnsName)
  return unconverged([[points.join() !== address, `its name points to ${points.join() || 'nothing'}`]])
}

/** What is written down while a machine is made. */
const note = /^(is about to make|pinned the (new machine|next host key|new host key))/

/** The last run has left one record of its outcome. */
function checkRecords(all: readonly Event[]): readonly Problem[] {
  const last = all.at(-1)?.run_id
  const ends = all.filter(({ run_id, message }) => run_id === last && !note.test(message))
  return unconverged([
    [
      ends.length !== 1,
      `the last run has left ${ends.length} records: ${ends.map(({ message }) => message).join('; ')}`,
    ],
  ])
}

function checkIds(all: readonly Event[]): readonly Problem[] {
  const ids = all.map(({ record }) => record)
  return unconverged([[new Set(ids).size !== ids.length, 'a record is twice on the branch']])
}

function unconverged(checks: readonly (readonly [boolean, string])[]): readonly Problem[] {
  return checks.flatMap(([isSo, what]) => (isSo ? [{ kind: 'unconverged' as const, what }] : []))
}
