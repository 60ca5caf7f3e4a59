import { DroverError } from '../base/errors.js'
import { type FlockView, identityOf } from '../branch/flock-view.js'
import type { MachineConnection } from '../connection/machine-connection.js'
import { openConnection } from '../connection/open-connection.js'
import type { DesiredFlock, DesiredMachine } from '../desired/desired-machines.js'
import type { Session } from '../remote/session.js'
import type { Task, TaskOutcome } from '../task/task.js'
import { appliedStamp, appliedState } from './applied.js'
import { applyPlan } from './apply.js'
import { observeMachine } from './observe-machine.js'
import { describePlan, upToDate, withRoles, withToMake } from './plan/describe.js'
import { type ConfigurePlan, isNothingToDo, needsWork } from './plan/plan.js'
import { showPlan } from './show-plan.js'

export interface Configure {
  readonly view: FlockView
  readonly desired: DesiredFlock
  /** Plan only: change nothing. */
  readonly dryRun: boolean
  /** Roles run even where their digest says that they did. */
  readonly allRoles: boolean
  readonly planDigest?: string | undefined
}

/** Survey, plan, apply for one machine, over one connection. */
export async function configureMachine(task: Task, work: Configure): Promise<TaskOutcome> {
  const identity = identityOf(work.view, task.machine.name)
  await using connection = await openConnection(task, identity)
  const done = await attemptOnce(task, connection, work)
  // Another run may have changed the machine between our look and our turn: look once more.
  if (done.reason !== 'machine-changed' || work.planDigest !== undefined) return done
  return await attemptOnce(task, connection, { ...work, allRoles: false })
}

async function attemptOnce(task: Task, connection: MachineConnection, work: Configure): Promise<TaskOutcome> {
  const desired = work.desired.of(task.machine.name)
  const { observed, plan } = await observeMachine(task, connection, { desired, allRoles: work.allRoles })
  if (work.planDigest !== undefined && work.planDigest !== plan.digest) throw planChanged(task, plan)
  if (work.dryRun) return await show(task, connection, { work, desired, plan })
  if (!needsWork(plan)) return await change(task, connection, { work, desired, plan })
  const { tree } = work.view.snapshot
  // Loaded when it is needed: most runs find nothing to do, and start the sooner.
  const { makeMachineReady } = await import('./make-ready.js')
  const { ran } = await makeMachineReady(task, { connection, desired, plan, observed, tree })
  const { plan: rest } = await observeMachine(task, connection, { desired, allRoles: false })
  return withRoles(await change(task, connection, { work, desired, plan: rest }), ran)
}

interface Planned {
  readonly work: Configure
  readonly desired: DesiredMachine
  readonly plan: ConfigurePlan
}

async function show(task: Task, session: Session, { work, desired, plan }: Planned): Promise<TaskOutcome> {
  const { checkBaseline } = await import('../roles/check-baseline.js')
  const roles = await checkBaseline(task, session, { baseline: desired.baseline, pending: plan.pending })
  const data = await showPlan(task, session, { plan, roles, secrets: work.desired.secrets })
  return { ...withToMake(describePlan(plan), work.desired.toMake(task.machine.name)), data }
}

/** The transaction: everything that decides what serves. */
async function change(
  task: Task,
  connection: MachineConnection,
  { work, desired, plan }: Planned,
): Promise<TaskOutcome> {
  const { view } = work
  const applied = { view: view, desired, digest: plan.desiredDigest }
  if (isNothingToDo(plan)) {
    const known = view.snapshot.machines.get(task.machine.name)?.state
    // A run that was killed between the change and its record left the ledger behind: say now what holds.
    const isKnown = known?.digest === plan.desiredDigest
    return { ...upToDate, changes: isKnown ? [] : [appliedState(task, { ...applied, done: upToDate })] }
  }
  const done = await applyPlan(task, { connection, plan, stamp: appliedStamp(task, applied) })
  if (done.kind !== 'changed') return done
  await tidy(task, connection)
  return { ...done, changes: [appliedState(task, { ...applied, done })] }
}

/** What is old takes room and does no harm: that it is still there is no failure of the change. */
async function tidy(task: Task, session: Session): Promise<void> {
  const { code, artifacts } = task.machine
  if (code.length === 0 && artifacts.length === 0) return
  const { pruneVersions } = await import('./prune-versions.js')
  try {
    await pruneVersions(task, session)
  } catch (error) {
    if (!(error instanceof DroverError)) throw error
    task.warn(error.message)
  }
}

function planChanged({ machine }: Task, plan: ConfigurePlan): DroverError {
  return new DroverError(`${machine.name}: the plan is now ${plan.digest}, not the one that was approved`, {
    reason: 'plan-changed',
    hint: `Look at it with "drover plan ${machine.name}" and approve it again. Nothing was changed.`,
  })
}
