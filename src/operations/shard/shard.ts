import { DroverError, refuse } from '../../base/errors.js'
import type { Json } from '../../base/json.js'
import type { Machine } from '../../flock/flock.js'
import { planShards, type Shard } from '../../rollout/plan-shards.js'
import { checkDesired } from '../../configure/check-desired.js'
import { chooserOf } from '../../branch/choose-machines.js'
import { requireConfirmation } from '../../lifecycle/confirmation.js'
import { chooseDeployable, chooseEnvironment } from '../../branch/environment.js'
import type { Operation } from '../../engine/fleet-operation.js'
import { requireBudget } from '../../lifecycle/launch-budget.js'
import { operationOfJobs } from '../../request/operation-of-jobs.js'
import type { Ports } from '../../task/ports.js'
import { mayChangeMachines, type OperationName, operations } from '../../request/registry.js'
import type { Request } from '../../request/request.js'
import { readFlock, type Survey } from '../../branch/flock-view.js'

/** Jobs of one matrix that GitHub takes. */
const mostJobs = 256

const mostNameCharacters = 120_000

/**
 * Chooses the machines of a run as its operation would, refuses what the operation would refuse
 * for all of them together, and shares them among jobs. Touches no machine.
 */
export const plan: Operation = async (ports, request) => {
  const operation = operationOfJobs(request)
  requireJobs(request)
  const survey = await readFlock(ports)
  const asked = isWhole(operation, request) ? [] : await chooserOf(operation)(ports, survey, request)
  const chosen = chooseEnvironment(asked, { flock: survey.flock, request })
  const acts = mayChangeMachines(operation) && !request.dryRun
  const machines = acts ? await chooseDeployable(ports, survey, { machines: chosen, request }) : chosen
  const names = machines.map(({ name }) => name)
  refuseTogether(operation, { machines, survey, request })
  if (acts && seesWhatJobsRender(ports, request) && renders.has(operation)) {
    await checkDesired(ports, survey, machines)
  }
  const sharing = { flock: survey.flock.name, shards: request.shards, canary: request.canary ?? 0 }
  const shards =
    names.length === 0 && isWhole(operation, request)
      ? { canary: [], rest: [wholeFlock(operation, survey)] }
      : planShards(names, sharing)
  refuseMasked(ports, names)
  refuseLarge(names)
  const data: Json = { canary: shards.canary.map(toJson), shards: shards.rest.map(toJson), machines: names }
  return { data, message: describe(names.length, shards) }
}

const renders: ReadonlySet<OperationName> = new Set(['configure', 'create'])

/**
 * The secrets of an environment are given to its jobs only, and nobody at a shell has those of a run.
 * What goes back renders nothing of the newest commit, which may be the reason to go back.
 */
function seesWhatJobsRender({ origin }: Ports, { environment, rollback, to }: Request): boolean {
  return origin !== undefined && environment === undefined && !rollback && to === undefined
}

/** The canaries have a matrix of their own. */
function requireJobs({ shards, canary = 0 }: Request): void {
  if (shards <= mostJobs && canary <= mostJobs) return
  throw new DroverError(`plan: ${Math.max(shards, canary)} jobs are more than the ${mostJobs} of a matrix`, {
    reason: 'invalid-argument',
    hint: `Give at most ${mostJobs}: a job works on many machines at once.`,
  })
}

/** True if the operation is about the whole flock when nobody names machines: one job does it. */
function isWhole(operation: OperationName, { selectors }: Request): boolean {
  return operations[operation].machines === 'optional' && selectors.length === 0
}

function wholeFlock(operation: OperationName, { flock }: Survey): Shard {
  return { name: 'the flock', machines: '', lock: `${flock.name}/${operation}` }
}

interface Together {
  readonly machines: readonly Machine[]
  readonly survey: Survey
  readonly request: Request
}

/** What only somebody who sees all machines of the run can refuse: each job sees its own. */
function refuseTogether(operation: OperationName, { machines, survey, request }: Together): void {
  if (operation === 'terminate' && !request.dryRun) requireConfirmation(machines, request)
  if (operation === 'provision' || operation === 'create') {
    const unknown = machines.filter(({ name }) => survey.snapshot.machines.get(name)?.identity === undefined)
    requireBudget(
      unknown.map(({ name }) => name),
      request.budget,
    )
  }
}

/** GitHub drops an output in which it sees a secret, and a run without jobs would look as if all were well. */
function refuseMasked({ clean }: Ports, names: readonly string[]): void {
  const masked = names.filter((name) => clean(name) !== name)
  refuse(
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
  if (names.join(' ').length <= mostNameCharacters) return
  throw new DroverError(
    `plan: the names of ${names.length} machines are longer than a job can be handed (${mostNameCharacters} characters)`,
    {
      reason: 'invalid-argument',
      hint: 'Choose fewer machines at once, for example one group after another.',
    },
  )
}

function toJson({ name, machines, lock }: Shard): Json {
  return { name, machines, lock }
}

function describe(
  count: number,
  { canary, rest }: { readonly canary: readonly Shard[]; readonly rest: readonly Shard[] },
): string {
  const jobs = canary.length + rest.length
  if (jobs === 0) return 'no machine is concerned'
  const share = `${jobs} ${jobs === 1 ? 'job' : 'jobs'}`
  const first = canary.length === 0 ? '' : `, ${canary.length} of them first`
  if (count === 0) return `the flock in ${share}`
  return `${count} ${count === 1 ? 'machine' : 'machines'} in ${share}${first}`
}
