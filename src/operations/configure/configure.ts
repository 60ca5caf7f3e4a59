import { DroverError, refuse } from '../../base/errors.js'
import type { TreeChange } from '../../ledger/ledger.js'
import { encodeState, machinePath } from '../../ledger/machine-files.js'
import type { Stamp } from '../../recipes/stamp.js'
import { type DesiredFlock, renderMachines } from '../desired.js'
import { defineFleetOperation } from '../fleet-operation.js'
import type { Done, Job } from '../job.js'
import { openSession } from '../sessions.js'
import { identityOf, type Survey } from '../survey.js'
import { applyPlan } from './apply.js'
import { lookAt } from './look.js'
import { type ConfigurePlan, isNothingToDo, planConfigure, planProblems } from './plan.js'
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
  prepare: async (ports, { survey, machines, request }) => {
    const desired = await renderMachines(ports, survey, machines)
    const { dryRun, planDigest } = request
    return (job) => configureMachine(job, { survey, desired, dryRun, planDigest })
  },
})

export const plan = defineFleetOperation({
  records: () => false,
  prepare: async (ports, { survey, machines }) => {
    const desired = await renderMachines(ports, survey, machines)
    return (job) => configureMachine(job, { survey, desired, dryRun: true })
  },
})

/** Survey, plan, apply for one machine, over one connection. */
export async function configureMachine(job: Job, work: Configure): Promise<Done> {
  const { machine, ports } = job
  const { files } = work.desired.of(machine.name)
  await using session = await openSession(job, identityOf(work.survey, machine.name))
  const sighting = await lookAt(job, session, files)
  refuse(planProblems(files, sighting))
  const planned = planConfigure(files, sighting)
  if (work.planDigest !== undefined && work.planDigest !== planned.digest) throw planChanged(job, planned)
  if (work.dryRun) {
    const data = await showPlan(job, session, { plan: planned, secrets: work.desired.secrets })
    return { ...describePlan(planned), data }
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
  const done = await applyPlan(job, session, { plan: planned, stamp })
  return done.kind === 'changed' ? { ...done, changes: [stateChange(job, { work, planned, done })] } : done
}

const upToDate: Done = { kind: 'ok', reason: 'already-so', message: 'nothing to do' }

function describePlan(planned: ConfigurePlan): Done {
  if (isNothingToDo(planned)) return upToDate
  const count = planned.changes.length
  const what = planned.stampOnly
    ? 'only the stamp is to be written'
    : `${count} ${count === 1 ? 'file' : 'files'} to change`
  return { kind: 'ok', reason: 'planned', message: what }
}

function planChanged({ machine }: Job, planned: ConfigurePlan): DroverError {
  return new DroverError(
    `${machine.name}: the plan is now ${planned.digest}, not the one that was approved`,
    {
      reason: 'plan-changed',
      hint: `Look at it with "drover plan ${machine.name}" and approve it again. Nothing was changed.`,
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
