import type { DroverError } from '../../base/errors.js'
import type { Machine } from '../../flock/flock.js'
import type { TreeChange } from '../../ledger/ledger.js'
import { machinePath } from '../../ledger/machine-files.js'
import type { Seen } from '../../providers/provider.js'
import { asDroverError } from '../../task/failure.js'
import { runFleet } from '../../engine/run-tasks.js'
import type { Operation } from '../../engine/fleet-operation.js'
import type { Done, Job } from '../../task/task.js'
import { chooseAll, leftoverMachines, strayMachine } from '../../branch/leftover-machines.js'
import { type Expiring, planReap } from '../../lifecycle/plan/plan-reap.js'
import type { Ports } from '../../task/ports.js'
import { providerNamesOf, providerOf } from '../../lifecycle/provider-of.js'
import { ownerOfKey, readFlock, type Survey } from '../../branch/flock-view.js'
import { forgotten, tombstone } from '../terminate/terminate.js'

/**
 * Ends what was never completed and is past its time, for a schedule. Of all machines, those of
 * `flock.yml` and those that nobody knows any more: what is ours is for the providers to say.
 */
export const reap: Operation = async (ports, request) => {
  const survey = await readFlock(ports)
  const { seen, failure } = await listExpiring(ports, survey)
  const all = planReap(seen, ports.clock.now())
  const names = chosenNames(survey, { selectors: request.selectors, all })
  const expiring = all.filter(({ name }) => names === undefined || names.has(name))
  const { dryRun, parallel } = request
  const fleet = (chosen: readonly Expiring[], records: boolean): ReturnType<typeof runFleet> => {
    const byName = new Map(chosen.map((one) => [one.name, one]))
    return runFleet(ports, {
      operation: 'reap',
      machines: chosen.map((one) => machineOf(survey, one)),
      parallel,
      config: survey.snapshot.commit,
      records,
      ownerOfKey: ownerOfKey(survey),
      verb: (job) => reapMachine(job, { survey, dryRun, expiring: byName.get(job.machine.name) }),
    })
  }
  // A schedule that finds nothing to end leaves no record: the branch would be full of them.
  const waiting = await fleet(
    expiring.filter(({ expired }) => expired.length === 0),
    false,
  )
  const ended = await fleet(
    expiring.filter(({ expired }) => expired.length > 0),
    !dryRun,
  )
  const outcomes = [...ended.outcomes, ...waiting.outcomes]
  return {
    ...ended,
    outcomes,
    ...(ended.failure === undefined && failure !== undefined ? { failure } : {}),
    ...(outcomes.length === 0 ? { message: 'nothing expires' } : {}),
  }
}

interface Listing {
  readonly seen: readonly Seen[]
  /** Of a provider that did not answer; the others are cleared all the same. */
  readonly failure?: DroverError
}

async function listExpiring(ports: Ports, survey: Survey): Promise<Listing> {
  const machines = [...survey.flock.machines, ...leftoverMachines(survey)]
  const names = [...new Set(machines.flatMap((machine) => providerNamesOf(survey, machine)))]
  const lists = await Promise.allSettled(
    names.map(async (name) => {
      const provider = await providerOf(ports, survey, name)
      // Where nothing is completed nothing expires.
      return provider.complete === undefined ? [] : await provider.list()
    }),
  )
  const failed = lists.find((list) => list.status === 'rejected')
  return {
    seen: lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : [])),
    ...(failed === undefined ? {} : { failure: asDroverError(failed.reason) }),
  }
}

interface Choice {
  readonly selectors: readonly string[]
  readonly all: readonly Expiring[]
}

/** Undefined: all. A machine that nobody knows any more can be named too. */
function chosenNames(survey: Survey, { selectors, all }: Choice): ReadonlySet<string> | undefined {
  if (selectors.length === 0) return undefined
  const seen = new Set(all.map(({ name }) => name))
  const rest = selectors.filter((selector) => !seen.has(selector))
  const known = rest.length === 0 ? [] : chooseAll(survey, rest)
  return new Set([...selectors, ...known.map(({ name }) => name)])
}

function machineOf(survey: Survey, { name, expired, later }: Expiring): Machine {
  const known = [...survey.flock.machines, ...leftoverMachines(survey)].find((one) => one.name === name)
  const [first] = [...expired, ...later]
  return known ?? strayMachine(name, first?.identity ?? { provider: '', user: 'root', port: 22 })
}

interface Reap {
  readonly survey: Survey
  readonly dryRun: boolean
  readonly expiring: Expiring | undefined
}

async function reapMachine(job: Job, { survey, dryRun, expiring }: Reap): Promise<Done> {
  const { expired = [], later = [], hasOther = false } = expiring ?? {}
  const left = later.map(({ identity, expiresAt }) => `${identity.id} expires at ${expiresAt}`)
  if (expired.length === 0) return { kind: 'ok', reason: 'already-so', message: left.join('; ') }
  const named = expired.map(({ identity, expiresAt }) => `${identity.id}, which expired at ${expiresAt}`)
  const message = (verb: string): string => [`${verb} ${named.join(' and ')}`, ...left].join('; ')
  if (dryRun) return { kind: 'ok', reason: 'planned', message: message('would end') }
  for (const { identity } of expired) {
    const provider = await providerOf(job.ports, survey, identity.provider)
    await job.step(`end ${identity.id}`, () =>
      provider.terminate({ name: job.machine.name, id: identity.id, onlyExpired: true }),
    )
  }
  const isLast = later.length === 0 && !hasOther
  return {
    kind: 'changed',
    reason: 'done',
    message: message('ended'),
    changes: changesAfter(job, { survey, expired, isLast }),
  }
}

interface Ended {
  readonly survey: Survey
  readonly expired: readonly Seen[]
  /** Nothing of this name lives any more. */
  readonly isLast: boolean
}

/** No name was ever pointed to these machines: that comes after the making is complete. */
function changesAfter(job: Job, { survey, expired, isLast }: Ended): readonly TreeChange[] {
  const { name } = job.machine
  const { identity, launch } = survey.snapshot.machines.get(name) ?? {}
  const [last] = expired.slice(-1)
  const isKnown = expired.some((one) => one.identity.id === identity?.id)
  if (isLast && last !== undefined && (isKnown || identity === undefined)) {
    return [...forgotten(name), tombstone(job, last.identity)]
  }
  const until = typeof launch?.expiresAt === 'string' ? Date.parse(launch.expiresAt) : Number.NaN
  // A launch that has time left is another run's, which is at work on it.
  return isLast && until <= job.ports.clock.now()
    ? [{ kind: 'remove', path: machinePath(name, 'launch.json') }]
    : []
}
