import { DroverError, throwIfInvalid } from '../../base/errors.js'
import { countOf } from '../../base/text/count-of.js'
import { chooserOf } from '../../branch/choose-machines.js'
import { chooseDeployable, chooseEnvironment } from '../../branch/environment.js'
import { type ChoosePorts, type FlockView, readFlock } from '../../branch/flock-view.js'
import { checkDesired } from '../../desired/check-desired.js'
import type { Machine } from '../../flock/flock.js'
import { requireConfirmation } from '../../lifecycle/confirmation.js'
import { requireBudget } from '../../lifecycle/launch-budget.js'
import type { JobsData } from '../../report/result-data.js'
import { planShards, type Shard } from '../../rollout/plan-shards.js'
import type { OriginPorts, ReportPorts, SecretPorts } from '../../task/ports.js'
import type { AnyDefinition } from '../define-operation.js'
import { wholeOperation } from '../operation.js'
import { operationOfJobs } from '../operation-of-jobs.js'
import type { ShardRequest } from './definition.js'

/** Jobs of one matrix that GitHub takes. */
const maxJobs = 256

const maxNameCharacters = 120_000

/**
 * Chooses the machines of a run as its operation would, refuses what the operation would refuse
 * for all of them together, and shares them among jobs. Touches no machine.
 */
export const shard = wholeOperation<ShardRequest>(async (ports: ChoosePorts & SecretPorts, request) => {
  const operation = operationOfJobs(request)
  requireJobs(request)
  const view = await readFlock(ports)
  const asked = isWhole(operation, request)
    ? []
    : await chooserOf(operation.traits?.chooses)(ports, view, request)
  const chosen = chooseEnvironment(asked, { flock: view.flock, request })
  const acts = operation.effect === 'changes' && !request.dryRun
  const machines = acts ? await chooseDeployable(ports, view, { machines: chosen, request }) : chosen
  const names = machines.map(({ name }) => name)
  refuseTogether(operation, { machines, view, request })
  if (acts && seesWhatJobsRender(ports, request) && operation.traits?.rendersFiles) {
    await checkDesired(ports, view, machines)
  }
  const sharing = { flock: view.flock.name, shards: request.shards, canary: request.canary ?? 0 }
  const shards =
    names.length === 0 && isWhole(operation, request)
      ? { canary: [], rest: [wholeFlock(operation, view)] }
      : planShards(names, sharing)
  refuseMasked(ports, names)
  refuseLarge(names)
  const data: JobsData = { kind: 'jobs', canary: shards.canary, shards: shards.rest, machines: names }
  return { data, message: describe(names.length, shards) }
})

/**
 * The secrets of an environment are given to its jobs only, and nobody at a shell has those of a run.
 * What goes back renders nothing of the newest commit, which may be the reason to go back.
 */
function seesWhatJobsRender({ origin }: OriginPorts, { environment, rollback, to }: ShardRequest): boolean {
  return origin !== undefined && environment === undefined && !rollback && to === undefined
}

/** The canaries have a matrix of their own. */
function requireJobs({ shards, canary = 0 }: ShardRequest): void {
  if (shards <= maxJobs && canary <= maxJobs) return
  throw new DroverError(`shard: ${Math.max(shards, canary)} jobs are more than the ${maxJobs} of a matrix`, {
    reason: 'invalid-argument',
    hint: `Give at most ${maxJobs}: a job works on many machines at once.`,
  })
}

/** True if the operation is about the whole flock when nobody names machines: one job does it. */
function isWhole(operation: AnyDefinition, { selectors }: ShardRequest): boolean {
  return operation.machines === 'optional' && selectors.length === 0
}

function wholeFlock(operation: AnyDefinition, { flock }: FlockView): Shard {
  return { name: 'the flock', machines: '', lock: `${flock.name}/${operation.name}` }
}

interface Together {
  readonly machines: readonly Machine[]
  readonly view: FlockView
  readonly request: ShardRequest
}

/** What only somebody who sees all machines of the run can refuse: each job sees its own. */
function refuseTogether(operation: AnyDefinition, { machines, view, request }: Together): void {
  if (operation.traits?.needsConfirmation && !request.dryRun) requireConfirmation(machines, request)
  if (operation.traits?.makesMachines) {
    const unknown = machines.filter(({ name }) => view.snapshot.machines.get(name)?.identity === undefined)
    requireBudget(
      unknown.map(({ name }) => name),
      request.budget,
    )
  }
}

/** GitHub drops an output in which it sees a secret, and a run without jobs would look as if all were well. */
function refuseMasked({ clean }: ReportPorts, names: readonly string[]): void {
  const masked = names.filter((name) => clean(name) !== name)
  throwIfInvalid(
    masked.map((name) => ({
      reason: 'unsafe-secret',
      message: `the name of a machine holds the value of a secret: "${clean(name)}"`,
      hint: 'Ensure that no secret is as short and common as part of a name: GitHub would drop the list of machines.',
    })),
  )
}

/**
 * `record` is handed all names in one variable of its environment, for which Linux has 128 KiB
 * (MAX_ARG_STRLEN); as outputs of the job they then are far below what GitHub takes.
 */
function refuseLarge(names: readonly string[]): void {
  if (names.join(' ').length <= maxNameCharacters) return
  throw new DroverError(
    `shard: the names of ${names.length} machines are longer than a job can be handed (${maxNameCharacters} characters)`,
    {
      reason: 'invalid-argument',
      hint: 'Choose fewer machines at once, for example one group after another.',
    },
  )
}

function describe(
  count: number,
  { canary, rest }: { readonly canary: readonly Shard[]; readonly rest: readonly Shard[] },
): string {
  const jobs = canary.length + rest.length
  if (jobs === 0) return 'no machine is concerned'
  const share = countOf(jobs, 'job')
  const first = canary.length === 0 ? '' : `, ${canary.length} of them first`
  if (count === 0) return `the flock in ${share}`
  return `${countOf(count, 'machine')} in ${share}${first}`
}
