import type { DroverError } from '../../base/errors.js'
import { asDroverError } from '../../base/failure.js'
import { type FlockView, readFlock } from '../../branch/flock-view.js'
import { chooseAll, leftoverMachines, orphanedMachine } from '../../branch/leftover-machines.js'
import type { TreeChange } from '../../events/record.js'
import type { Machine } from '../../flock/flock.js'
import { machinePath } from '../../ledger/machine-files.js'
import { forgotten, tombstone } from '../../lifecycle/forgotten-machine.js'
import { type Expiring, planReap } from '../../lifecycle/plan/plan-reap.js'
import { providerNamesOf, providerOf } from '../../lifecycle/provider-of.js'
import type { ProviderMachine } from '../../providers/provider.js'
import type { BranchPorts, ProviderPorts, RunPorts } from '../../task/ports.js'
import type { Task, TaskOutcome } from '../../task/task.js'
import { type Engine, wholeOperation } from '../operation.js'
import type { ReapRequest } from './definition.js'

type ReapPorts = BranchPorts & ProviderPorts & RunPorts

/**
 * Ends what was never completed and is past its time, for a schedule. Of all machines, those of
 * `flock.yml` and those that nobody knows any more: what is ours is for the providers to say.
 */
export const reap = wholeOperation<ReapRequest>(async (ports: ReapPorts, request, engine) => {
  const view = await readFlock(ports)
  const { existing, failure } = await listExpiring(ports, view)
  const all = planReap(existing, ports.clock.now())
  const names = chosenNames(view, { selectors: request.selectors, all })
  const expiring = all.filter(({ name }) => names === undefined || names.has(name))
  const { dryRun, parallel } = request
  const fleet = (chosen: readonly Expiring[], records: boolean): ReturnType<Engine['runTasks']> => {
    const byName = new Map(chosen.map((one) => [one.name, one]))
    return engine.runTasks({
      operation: 'reap',
      machines: chosen.map((one) => machineOf(view, one)),
      parallel,
      view,
      records,
      work: (task) => reapMachine(task, { view, dryRun, expiring: byName.get(task.machine.name) }),
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
})

interface Listing {
  readonly existing: readonly ProviderMachine[]
  /** Of a provider that did not answer; the others are cleared all the same. */
  readonly failure?: DroverError
}

async function listExpiring(ports: ProviderPorts, view: FlockView): Promise<Listing> {
  const machines = [...view.flock.machines, ...leftoverMachines(view)]
  const names = [...new Set(machines.flatMap((machine) => providerNamesOf(view, machine)))]
  const lists = await Promise.allSettled(
    names.map(async (name) => {
      const provider = await providerOf(ports, view, name)
      // Where nothing is completed nothing expires.
      return provider.complete === undefined ? [] : await provider.list()
    }),
  )
  const failed = lists.find((list) => list.status === 'rejected')
  return {
    existing: lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : [])),
    ...(failed === undefined ? {} : { failure: asDroverError(failed.reason) }),
  }
}

interface Choice {
  readonly selectors: readonly string[]
  readonly all: readonly Expiring[]
}

/** Undefined: all. A machine that nobody knows any more can be named too. */
function chosenNames(view: FlockView, { selectors, all }: Choice): ReadonlySet<string> | undefined {
  if (selectors.length === 0) return undefined
  const existing = new Set(all.map(({ name }) => name))
  const rest = selectors.filter((selector) => !existing.has(selector))
  const known = rest.length === 0 ? [] : chooseAll(view, rest)
  return new Set([...selectors, ...known.map(({ name }) => name)])
}

function machineOf(view: FlockView, { name, expired, later }: Expiring): Machine {
  const known = [...view.flock.machines, ...leftoverMachines(view)].find((one) => one.name === name)
  const [first] = [...expired, ...later]
  return known ?? orphanedMachine(name, first?.identity ?? { provider: '', user: 'root', port: 22 })
}

interface Reap {
  readonly view: FlockView
  readonly dryRun: boolean
  readonly expiring: Expiring | undefined
}

async function reapMachine(task: Task, { view, dryRun, expiring }: Reap): Promise<TaskOutcome> {
  const { expired = [], later = [], hasOther = false } = expiring ?? {}
  const left = later.map(({ identity, expiresAt }) => `${identity.id} expires at ${expiresAt}`)
  if (expired.length === 0) return { kind: 'ok', reason: 'already-so', message: left.join('; ') }
  const named = expired.map(({ identity, expiresAt }) => `${identity.id}, which expired at ${expiresAt}`)
  const message = (verb: string): string => [`${verb} ${named.join(' and ')}`, ...left].join('; ')
  if (dryRun) return { kind: 'ok', reason: 'planned', message: message('would end') }
  for (const { identity } of expired) {
    const provider = await providerOf(task.ports, view, identity.provider)
    await task.step({ kind: 'end', text: `end ${identity.id}` }, () =>
      provider.terminate({ name: task.machine.name, id: identity.id, onlyExpired: true }),
    )
  }
  const isLast = later.length === 0 && !hasOther
  return {
    kind: 'changed',
    reason: 'done',
    message: message('ended'),
    changes: changesAfter(task, { view, expired, isLast }),
  }
}

interface Ended {
  readonly view: FlockView
  readonly expired: readonly ProviderMachine[]
  /** Nothing of this name lives any more. */
  readonly isLast: boolean
}

/** No name was ever pointed to these machines: that comes after the making is complete. */
function changesAfter(task: Task, { view, expired, isLast }: Ended): readonly TreeChange[] {
  const { name } = task.machine
  const { identity, launch } = view.snapshot.machines.get(name) ?? {}
  const [last] = expired.slice(-1)
  const isKnown = expired.some((one) => one.identity.id === identity?.id)
  if (isLast && last !== undefined && (isKnown || identity === undefined)) {
    return [...forgotten(name), tombstone(task, last.identity)]
  }
  const until = typeof launch?.expiresAt === 'string' ? Date.parse(launch.expiresAt) : Number.NaN
  // A launch that has time left is another run's, which is at work on it.
  return isLast && until <= task.ports.clock.now()
    ? [{ kind: 'remove', path: machinePath(name, 'launch.json') }]
    : []
}
