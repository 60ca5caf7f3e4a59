import { isDeepStrictEqual } from 'node:util'
import { DroverError, throwIfInvalid } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import type { FlockView } from '../branch/flock-view.js'
import { identityNow } from '../branch/known-identity.js'
import type { TreeChange } from '../events/record.js'
import type { Machine } from '../flock/flock.js'
import { machinePath, putIdentity } from '../ledger/machine-files.js'
import type { ProviderMachine } from '../providers/provider.js'
import { attempt } from '../task/attempt.js'
import type { BranchPorts, ProviderPorts } from '../task/ports.js'
import { makePushNow, type PushNow } from '../task/push-now.js'
import type { Task, TaskOutcome } from '../task/task.js'
import { isExpiring } from './finish-machine.js'
import { type LaunchBudget, makeLaunchBudget, requireBudget } from './launch-budget.js'
import { launchMachine } from './launch-machine.js'
import { pointName } from './machine-dns.js'
import { listProviderMachines, type ProviderMachines } from './provider-machines.js'
import { providerOf, scopedMachine } from './provider-of.js'

export type ProvisionPorts = ProviderPorts & BranchPorts

export interface Provision {
  readonly view: FlockView
  readonly existing: ProviderMachines
  readonly dryRun: boolean
  readonly budget: LaunchBudget
  readonly pushNow: PushNow
}

export interface ToProvision {
  readonly view: FlockView
  readonly machines: readonly Machine[]
  readonly request: { readonly dryRun: boolean; readonly budget: number }
}

/** All that can be refused before anything is made: settings, and more machines than the run may make. */
export async function prepareProvision(
  ports: ProvisionPorts,
  { view, machines, request }: ToProvision,
): Promise<Provision> {
  const problems = await Promise.all(
    machines.map(async (machine) =>
      (await providerOf(ports, view, machine.provider)).problems(scopedMachine(machine)),
    ),
  )
  throwIfInvalid(problems.flat())
  const existing = await listProviderMachines(ports, view, machines)
  const absent = machines.filter(({ name }) => existing.all(name).length === 0)
  requireBudget(
    absent.map(({ name }) => name),
    request.budget,
  )
  return {
    view,
    existing,
    dryRun: request.dryRun,
    budget: makeLaunchBudget(request.budget),
    pushNow: makePushNow(ports),
  }
}

export interface Provisioned {
  readonly done: TaskOutcome
  /** Absent after a dry run. */
  readonly identity?: Identity
}

/** Makes, finishes or starts one machine, and pins what its provider says of it. */
export async function provisionMachine(task: Task, work: Provision): Promise<Provisioned> {
  const { machine } = task
  const before = requireSameProvider(task, work.existing.one(machine.name))
  const entry = work.view.snapshot.machines.get(machine.name)
  const isUnfinished = before?.expiresAt !== undefined || entry?.launch !== undefined
  if (before?.presence === 'running' && !isUnfinished) {
    const identity = identityNow(before.identity, entry?.identity)
    if (work.dryRun) return { done: planPin(identity, entry?.identity), identity }
    return await named(task, { work, identity, verb: undefined })
  }
  const isToBeMade = before === undefined || isExpiring(before, task.ports.clock.now())
  const verb = isToBeMade ? 'make' : isUnfinished ? 'finish' : 'start'
  if (work.dryRun) return { done: { kind: 'ok', reason: 'planned', message: `would ${verb} the machine` } }
  const identity = await launchMachine(task, { ...work, before, verb })
  return await named(task, { work, identity, verb })
}

/** Somebody changed `provider` in `flock.yml` while the machine exists: a second one would be made, and the first forgotten. */
function requireSameProvider(
  { machine }: Task,
  existing: ProviderMachine | undefined,
): ProviderMachine | undefined {
  if (existing === undefined || existing.identity.provider === machine.provider) return existing
  const { id, provider } = existing.identity
  throw new DroverError(
    `${machine.name}: exists at the provider "${provider}" as "${id}", and flock.yml asks for "${machine.provider}"`,
    {
      reason: 'invalid-flock',
      at: { file: 'flock.yml' },
      hint: `Terminate it first, or give it back "provider: ${provider}".`,
    },
  )
}

interface Standing {
  readonly work: Provision
  readonly identity: Identity
  /** What was done to it; undefined: it ran already. */
  readonly verb: 'make' | 'finish' | 'start' | undefined
}

/** The machine stands: its name points to it, and the ledger learns of it, also when the name could not be pointed. */
async function named(task: Task, { work, identity, verb }: Standing): Promise<Provisioned> {
  const { machine } = task
  const { snapshot } = work.view
  const known = snapshot.machines.get(machine.name)?.identity
  const cleared = clearedFiles(task, { work, isLaunch: verb !== undefined })
  // If it fails, the ledger keeps what may still point here.
  let pinned: Identity = { ...identity, ...pick(identity.dns ?? known?.dns) }
  const done = await attempt(task, async (): Promise<TaskOutcome> => {
    const { identity: pointed, isChanged } = await pointName(task, {
      identity,
      known,
      flock: work.view.flock.name,
    })
    pinned = pointed
    if (verb !== undefined) {
      return { kind: 'changed', reason: 'done', message: `${past[verb]} at ${pointed.address}` }
    }
    const isKnown = isDeepStrictEqual(known, pointed)
    if (isKnown && !isChanged && cleared.length === 0) {
      return { kind: 'ok', reason: 'already-so', message: `runs at ${pointed.address}` }
    }
    const what = isKnown && isChanged ? 'pointed the name of' : 'pinned'
    return { kind: 'changed', reason: 'done', message: `${what} the machine that runs at ${pointed.address}` }
  })
  const isNew = verb !== undefined || !isDeepStrictEqual(known, pinned)
  const changes = [...(isNew ? [putIdentity(machine.name, pinned)] : []), ...cleared]
  return { done: changes.length === 0 ? done : { ...done, changes }, identity: pinned }
}

const past = { make: 'made', finish: 'finished the machine that runs', start: 'started' } as const

function pick(dns: Identity['dns']): Pick<Identity, 'dns'> {
  return dns === undefined ? {} : { dns }
}

/** The launch is over and the machine lives: nothing of it has to be remembered, and no tombstone stands. */
function clearedFiles(
  { machine }: Task,
  { work, isLaunch }: { readonly work: Provision; readonly isLaunch: boolean },
): readonly TreeChange[] {
  const { tree } = work.view.snapshot
  const launch = machinePath(machine.name, 'launch.json')
  const tombstone = machinePath(machine.name, 'terminated.json')
  return [...(isLaunch || tree.has(launch) ? [launch] : []), ...(tree.has(tombstone) ? [tombstone] : [])].map(
    (path) => ({ kind: 'remove', path }),
  )
}

function planPin(identity: Identity, known: Identity | undefined): TaskOutcome {
  if (isDeepStrictEqual(known, identity)) {
    return { kind: 'ok', reason: 'already-so', message: `runs at ${identity.address}` }
  }
  return {
    kind: 'ok',
    reason: 'planned',
    message: `would pin the machine that runs at ${identity.address}`,
  }
}
