import { refuse } from '../../base/errors.js'
import type { Machine } from '../../flock/flock.js'
import { defineFleetOperation } from '../../engine/fleet-operation.js'
import type { Done, Job } from '../../task/task.js'
import type { Ports } from '../../task/ports.js'
import { withSealedOf } from '../../sealed/generated-file.js'
import { openSession } from '../../task/sessions.js'
import { identityOf, readFlockAt, type Survey } from '../../branch/flock-view.js'
import { configureMachine } from '../../configure/configure-machine.js'
import { rollbackMachine } from '../../configure/rollback.js'
import { type Want, wantMachines } from '../../configure/desired-machines.js'

export const configure = defineFleetOperation({
  records: (request) => !request.dryRun,
  connects: true,
  prepare: async (ports, { survey, machines, request }) => {
    if (request.rollback) return (job) => rollback(job, survey)
    const want = await wantAt(ports, { survey, machines }, request.to)
    const { operation } = request
    const wanted = await wantMachines(ports, { ...want, ...(request.dryRun ? {} : { operation }) })
    const digestOf = approvedDigests(machines, request.planDigests)
    const { dryRun, baseline } = request
    return (job) =>
      configureMachine(job, {
        survey: want.survey,
        wanted,
        dryRun,
        allRoles: baseline,
        planDigest: digestOf(job.machine.name),
      })
  },
})

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

async function rollback(job: Job, survey: Survey): Promise<Done> {
  const identity = identityOf(survey, job.machine.name)
  await using session = await openSession(job, identity)
  // Awaited here: the session ends with this function.
  return await rollbackMachine(job, session, identity)
}

/**
 * What an earlier commit of the branch asked for, with the machines as they are known now. A branch of
 * code has moved since: its revision is the one that the machine had at that commit.
 */
async function wantAt(
  ports: Ports,
  { survey, machines }: Pick<Want, 'survey' | 'machines'>,
  to: string | undefined,
): Promise<Want> {
  if (to === undefined) return { survey, machines }
  const past = await readFlockAt(ports, to)
  return {
    survey: withSealedOf(survey, {
      ...past,
      snapshot: { ...past.snapshot, machines: survey.snapshot.machines },
    }),
    machines: machinesAt(past, machines),
    commitOf: (machine, code) => past.snapshot.machines.get(machine)?.state?.code?.[code],
  }
}

/** The chosen machines as that commit describes them: with its variables and groups. */
function machinesAt(past: Survey, chosen: readonly Machine[]): readonly Machine[] {
  return chosen.map((machine) => past.flock.machines.find(({ name }) => name === machine.name) ?? machine)
}
