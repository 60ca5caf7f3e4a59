import { throwIfInvalid } from '../../base/errors.js'
import { type FlockView, identityOf, readFlockAt } from '../../branch/flock-view.js'
import { configureMachine } from '../../configure/configure-machine.js'
import { rollbackMachine } from '../../configure/rollback.js'
import { openConnection } from '../../connection/open-connection.js'
import { type DesiredPorts, type DesiredRequest, resolveDesired } from '../../desired/desired-machines.js'
import type { Machine } from '../../flock/flock.js'
import { withSealedOf } from '../../sealed/generated-file.js'
import type { BranchPorts } from '../../task/ports.js'
import type { Task, TaskOutcome } from '../../task/task.js'
import { fleetOperation } from '../operation.js'
import type { ConfigureRequest } from './definition.js'

export const configure = fleetOperation<ConfigureRequest>({
  records: (request) => !request.dryRun,
  connects: true,
  prepare: async (ports: DesiredPorts, { view, machines, request }) => {
    if (request.rollback) return (task) => rollback(task, view)
    const want = await desiredAt(ports, { view, machines }, request.to)
    const { operation } = request
    const desired = await resolveDesired(ports, { ...want, ...(request.dryRun ? {} : { operation }) })
    const digestOf = approvedDigests(machines, request.planDigest)
    const { dryRun, baseline } = request
    return (task) =>
      configureMachine(task, {
        view: want.view,
        desired,
        dryRun,
        allRoles: baseline,
        planDigest: digestOf(task.machine.name),
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
  throwIfInvalid(
    machines
      .filter(({ name }) => of(name) === undefined)
      .map(({ name }) => ({
        reason: 'plan-changed',
        message: `${name}: no plan of it was approved`,
        hint: `Look at it with "drover plan ${name}" and add ${name}=DIGEST. Nothing was changed.`,
      })),
  )
  return of
}

async function rollback(task: Task, view: FlockView): Promise<TaskOutcome> {
  const identity = identityOf(view, task.machine.name)
  await using session = await openConnection(task, identity)
  // Awaited here: the session ends with this function.
  return await rollbackMachine(task, session)
}

/**
 * What an earlier commit of the branch asked for, with the machines as they are known now. A branch of
 * code has moved since: its revision is the one that the machine had at that commit.
 */
async function desiredAt(
  ports: BranchPorts,
  { view, machines }: Pick<DesiredRequest, 'view' | 'machines'>,
  to: string | undefined,
): Promise<DesiredRequest> {
  if (to === undefined) return { view, machines }
  const past = await readFlockAt(ports, to)
  return {
    view: withSealedOf(view, {
      ...past,
      snapshot: { ...past.snapshot, machines: view.snapshot.machines },
    }),
    machines: machinesAt(past, machines),
    commitOf: (machine, code) => past.snapshot.machines.get(machine)?.state?.code?.[code],
  }
}

/** The chosen machines as that commit describes them: with its variables and groups. */
function machinesAt(past: FlockView, chosen: readonly Machine[]): readonly Machine[] {
  return chosen.map((machine) => past.flock.machines.find(({ name }) => name === machine.name) ?? machine)
}
