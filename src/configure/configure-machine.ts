import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import type { Session } from '../remote/session.js'
import type { Done, Job } from '../task/task.js'
import { openSession } from '../task/sessions.js'
import { identityOf, type Survey } from '../branch/flock-view.js'
import { appliedStamp, appliedState } from './applied.js'
import { applyPlan } from './apply.js'
import { describePlan, upToDate, withRoles, withToMake } from './plan/describe.js'
import { type ConfigurePlan, isNothingToDo, needsWork } from './plan/plan.js'
import { showPlan } from './show-plan.js'
import { surveyMachine } from './observe-machine.js'
import type { WantedFlock, WantedMachine } from './desired-machines.js'

export interface Configure {
  readonly survey: Survey
  readonly wanted: WantedFlock
  /** Plan only: change nothing. */
  readonly dryRun: boolean
  /** Roles run even where their digest says that they did. */
  readonly allRoles: boolean
  readonly planDigest?: string | undefined
}

interface Connected {
  readonly session: Session
  readonly identity: Identity
}

/** Survey, plan, apply for one machine, over one connection. */
export async function configureMachine(job: Job, work: Configure): Promise<Done> {
  const identity = identityOf(work.survey, job.machine.name)
  await using session = await openSession(job, identity)
  const done = await attemptOnce(job, work, { session, identity })
  // Another run may have changed the machine between our look and our turn: look once more.
  if (done.reason !== 'machine-changed' || work.planDigest !== undefined) return done
  return await attemptOnce(job, { ...work, allRoles: false }, { session, identity })
}

async function attemptOnce(job: Job, work: Configure, { session, identity }: Connected): Promise<Done> {
  const wanted = work.wanted.of(job.machine.name)
  const { sighting, plan } = await surveyMachine(job, session, { wanted, allRoles: work.allRoles })
  if (work.planDigest !== undefined && work.planDigest !== plan.digest) throw planChanged(job, plan)
  if (work.dryRun) return await show(job, session, { work, wanted, plan })
  if (!needsWork(plan)) return await change(job, { work, wanted, plan }, { session, identity })
  const { tree } = work.survey.snapshot
  // Loaded when it is needed: most runs find nothing to do, and start the sooner.
  const { withMachineReady } = await import('./make-ready.js')
  return await withMachineReady(
    job,
    { session, identity, wanted, plan, sighting, tree },
    async (ready, { ran }) => {
      const { plan: rest } = await surveyMachine(job, ready, { wanted, allRoles: false })
      const done = await change(job, { work, wanted, plan: rest }, { session: ready, identity })
      return withRoles(done, ran)
    },
  )
}

interface Planned {
  readonly work: Configure
  readonly wanted: WantedMachine
  readonly plan: ConfigurePlan
}

async function show(job: Job, session: Session, { work, wanted, plan }: Planned): Promise<Done> {
  const { checkBaseline } = await import('../roles/check-baseline.js')
  const roles = await checkBaseline(job, session, { baseline: wanted.baseline, pending: plan.pending })
  const data = await showPlan(job, session, { plan, roles, secrets: work.wanted.secrets })
  return { ...withToMake(describePlan(plan), work.wanted.toMake(job.machine.name)), data }
}

/** The transaction: everything that decides what serves. */
async function change(
  job: Job,
  { work, wanted, plan }: Planned,
  { session, identity }: Connected,
): Promise<Done> {
  const { survey: surveyed } = work
  const applied = { survey: surveyed, wanted, digest: plan.desiredDigest }
  if (isNothingToDo(plan)) {
    const known = surveyed.snapshot.machines.get(job.machine.name)?.state
    // A run that was killed between the change and its record left the ledger behind: say now what holds.
    const isKnown = known?.digest === plan.desiredDigest
    return { ...upToDate, changes: isKnown ? [] : [appliedState(job, { ...applied, done: upToDate })] }
  }
  const done = await applyPlan(job, { session, identity, plan, stamp: appliedStamp(job, applied) })
  if (done.kind !== 'changed') return done
  await tidy(job, session)
  return { ...done, changes: [appliedState(job, { ...applied, done })] }
}

/** What is old takes room and does no harm: that it is still there is no failure of the change. */
async function tidy(job: Job, session: Session): Promise<void> {
  const { code, artifacts } = job.machine
  if (code.length === 0 && artifacts.length === 0) return
  const { pruneVersions } = await import('./prune-versions.js')
  try {
    await pruneVersions(job, session)
  } catch (error) {
    if (!(error instanceof DroverError)) throw error
    job.warn(error.message)
  }
}

function planChanged({ machine }: Job, plan: ConfigurePlan): DroverError {
  return new DroverError(`${machine.name}: the plan is now ${plan.digest}, not the one that was approved`, {
    reason: 'plan-changed',
    hint: `Look at it with "drover preview ${machine.name}" and approve it again. Nothing was changed.`,
  })
}
