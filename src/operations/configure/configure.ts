import { DroverError, refuse } from '../../base/errors.js'
import type { Identity } from '../../base/identity.js'
import type { Machine } from '../../flock/flock.js'
import type { TreeChange } from '../../ledger/ledger.js'
import { encodeState, machinePath } from '../../ledger/machine-files.js'
import type { Stamp } from '../../recipes/stamp.js'
import type { Session } from '../../remote/session.js'
import { type DesiredFlock, renderMachines, renderToApply } from '../desired.js'
import { defineFleetOperation } from '../fleet-operation.js'
import type { Done, Job } from '../job.js'
import type { Ports } from '../ports.js'
import { withSealedOf } from '../sealed/generated-file.js'
import { openSession } from '../sessions.js'
import { identityOf, readFlockAt, type Survey } from '../survey.js'
import { applyPlan } from './apply.js'
import { lookAt } from './look.js'
import { type ConfigurePlan, isNothingToDo, planConfigure, planProblems } from './plan.js'
import { rollbackMachine } from './rollback.js'
import { showPlan } from './show-plan.js'

export interface Configure {
  readonly survey: Survey
  readonly desired: DesiredFlock
  /** Plan only: change nothing. */
  readonly dryRun: boolean
  readonly planDigest?: string | undefined
}

export const configure = defineFleetOperation({
  records: (request) => !request.dryRun,
  connects: true,
  prepare: async (ports, { survey, machines, request }) => {
    if (request.rollback) return (job) => rollback(job, survey)
    const past = await surveyAt(ports, survey, request.to)
    const wanted = machinesAt(past, machines)
    const desired = request.dryRun
      ? await renderMachines(ports, past, wanted)
      : await renderToApply(ports, past, { machines: wanted, operation: request.operation })
    const digestOf = approvedDigests(machines, request.planDigests)
    const { dryRun } = request
    return (job) =>
      configureMachine(job, {
        survey: past,
        desired,
        dryRun,
        planDigest: digestOf(job.machine.name),
      })
  },
})

/** Survey, plan, apply for one machine, over one connection. */
export async function configureMachine(job: Job, work: Configure): Promise<Done> {
  const identity = identityOf(work.survey, job.machine.name)
  await using session = await openSession(job, identity)
  const done = await attemptOnce(job, work, { session, identity })
  // Another run may have changed the machine between our look and our turn: look once more.
  if (done.reason !== 'machine-changed' || work.planDigest !== undefined) return done
  return await attemptOnce(job, work, { session, identity })
}

/** Every machine must have been approved: one that was not looked at is not changed. */
function approvedDigests(
  machines: readonly Machine[],
  approved: ReadonlyMap<string, string> | undefined,
): (name: string) => string | undefined {
  if (approved === undefined) return () => undefined
  const lone = machines.length === 1 ? approved.get('') : undefined
  const of = (name: string): string | undefined => approved.get(name) ?? lone
  refuse(
    machines
      .filter(({ name }) => of(name) === undefined)
      .map(({ name }) => ({
        reason: 'plan-changed',
        message: `${name}: no plan of it was approved`,
        hint: `Look at it with "drover preview ${name}" and add ${name}=DIGEST. Nothing was changed.`,
      })),
  )
  return of
}

interface Connected {
  readonly session: Session
  readonly identity: Identity
}

async function attemptOnce(job: Job, work: Configure, { session, identity }: Connected): Promise<Done> {
  const { machine, ports } = job
  const { files } = work.desired.of(machine.name)
  const sighting = await lookAt(job, session, files)
  refuse(planProblems(files, sighting))
  const planned = planConfigure({ files, checks: machine.checks }, sighting)
  if (work.planDigest !== undefined && work.planDigest !== planned.digest) throw planChanged(job, planned)
  if (work.dryRun) {
    const data = await showPlan(job, session, { plan: planned, secrets: work.desired.secrets })
    return { ...withToMake(describePlan(planned), work.desired.toMake(machine.name)), data }
  }
  if (isNothingToDo(planned)) return { ...upToDate, changes: healState(job, { work, planned }) }
  const stamp: Stamp = {
    flock: work.survey.flock.name,
    machine: machine.name,
    config: work.survey.snapshot.commit,
    digest: planned.desiredDigest,
    run: ports.run,
    time: new Date(ports.clock.now()).toISOString(),
    files: files.map((file) => file.destination).sort(),
  }
  const done = await applyPlan(job, { session, identity, plan: planned, stamp })
  return done.kind === 'changed' ? { ...done, changes: [stateChange(job, { work, planned, done })] } : done
}

async function rollback(job: Job, survey: Survey): Promise<Done> {
  const identity = identityOf(survey, job.machine.name)
  await using session = await openSession(job, identity)
  // Awaited here: the session ends with this function.
  return await rollbackMachine(job, session, identity)
}

/** The files and the flock of an earlier commit, with the machines as they are known now. */
async function surveyAt(ports: Ports, survey: Survey, to: string | undefined): Promise<Survey> {
  if (to === undefined) return survey
  const past = await readFlockAt(ports, to)
  return withSealedOf(survey, { ...past, snapshot: { ...past.snapshot, machines: survey.snapshot.machines } })
}

/** The chosen machines as that commit describes them: with its variables and groups. */
function machinesAt(past: Survey, chosen: readonly Machine[]): readonly Machine[] {
  return chosen.map((machine) => past.flock.machines.find(({ name }) => name === machine.name) ?? machine)
}

const upToDate: Done = { kind: 'ok', reason: 'already-so', message: 'nothing to do' }

function describePlan(planned: ConfigurePlan): Done {
  if (isNothingToDo(planned)) return upToDate
  const count = planned.changes.length + planned.removals.length
  const what = planned.stampOnly
    ? 'only the stamp is to be written'
    : `${count} ${count === 1 ? 'file' : 'files'} to change`
  return { kind: 'ok', reason: 'planned', message: what }
}

/** A dry run makes none: what it shows of them is their placeholder. */
function withToMake(done: Done, names: readonly string[]): Done {
  if (names.length === 0) return done
  return { ...done, message: `${done.message}; generated ${names.join(', ')} will be made` }
}

function planChanged({ machine }: Job, planned: ConfigurePlan): DroverError {
  return new DroverError(
    `${machine.name}: the plan is now ${planned.digest}, not the one that was approved`,
    {
      reason: 'plan-changed',
      hint: `Look at it with "drover preview ${machine.name}" and approve it again. Nothing was changed.`,
    },
  )
}

interface Applied {
  readonly work: Configure
  readonly planned: ConfigurePlan
  readonly done?: Done
}

/** A run that was killed between the change and its record left the ledger behind: say now what holds. */
function healState(job: Job, applied: Applied): readonly TreeChange[] {
  const known = applied.work.survey.snapshot.machines.get(job.machine.name)?.state
  return known?.digest === applied.planned.desiredDigest ? [] : [stateChange(job, applied)]
}

function stateChange({ machine, ports }: Job, { work, planned, done = upToDate }: Applied): TreeChange {
  return {
    kind: 'put',
    path: machinePath(machine.name, 'state.json'),
    mode: '100644',
    bytes: Buffer.from(
      encodeState({
        config: work.survey.snapshot.commit,
        digest: planned.desiredDigest,
        operation: 'configure',
        outcome: done.kind,
        reason: done.reason,
        run: ports.run,
        time: new Date(ports.clock.now()).toISOString(),
      }),
    ),
  }
}
