import { describeEnd, succeeded } from '../../base/command.js'
import { sha256 } from '../../base/digest.js'
import { DroverError } from '../../base/errors.js'
import { asDroverError } from '../../base/failure.js'
import { type FlockView, identityOf } from '../../branch/flock-view.js'
import type { FailedCheck } from '../../checks/plan/failed-checks.js'
import { runChecks } from '../../checks/run-checks.js'
import type { MachineConnection } from '../../connection/machine-connection.js'
import { openConnection } from '../../connection/open-connection.js'
import type { RebootPolicy } from '../../lifecycle/plan/reboot-policy.js'
import { listProviderMachines, type ProviderMachines } from '../../lifecycle/provider-machines.js'
import { rebootMachine } from '../../lifecycle/reboot-machine.js'
import { runTransient } from '../../long-work/run-long-work.js'
import { readUpdate, type UpdateReader, type UpdateReport } from '../../packages/commands/read-update.js'
import { updateProgram } from '../../packages/commands/update.js'
import { concludeUpdate, planOfUpdate } from '../../packages/plan/conclude-update.js'
import { startingUnitsSeconds } from '../../remote/connection-policy.js'
import type { Session } from '../../remote/session.js'
import type { ProviderPorts } from '../../task/ports.js'
import type { Task, TaskOutcome } from '../../task/task.js'
import { fleetOperation } from '../operation.js'
import type { UpdateRequest } from './definition.js'

/** Hundreds of packages on a small machine with a slow disk. */
const updateSeconds = 2 * 60 * 60
const dryRunMs = 10 * 60_000

interface Update {
  readonly view: FlockView
  readonly securityOnly: boolean
  readonly isDryRun: boolean
  readonly reboot: RebootPolicy
  /** What the providers have, when machines may be rebooted. */
  readonly existing: ProviderMachines | undefined
}

/** Upgrades the packages of machines, each as a unit that goes on when we do not. */
export const update = fleetOperation<UpdateRequest>({
  records: ({ dryRun }) => !dryRun,
  connects: true,
  prepare: async (ports: ProviderPorts, { view, machines, request }) => {
    const { securityOnly, dryRun: isDryRun, reboot } = request
    const mayReboot = reboot !== 'never' && !isDryRun
    const existing = mayReboot ? await listProviderMachines(ports, view, machines) : undefined
    return (task) => updateMachine(task, { view, securityOnly, isDryRun, reboot, existing })
  },
})

async function updateMachine(task: Task, asked: Update): Promise<TaskOutcome> {
  const identity = identityOf(asked.view, task.machine.name)
  await using connection = await openConnection(task, identity)
  if (asked.isDryRun) return planOfUpdate(requireManager(task, await lookOnly(task, connection, asked)))
  const report = await upgrade(task, connection, asked)
  requireManager(task, report)
  const after: { isRebooted: boolean; failedChecks: readonly FailedCheck[] } = {
    isRebooted: false,
    failedChecks: [],
  }
  // What was done is told even if what comes after it cannot be.
  try {
    after.isRebooted = await rebootIfWanted(task, asked, report)
    if (after.isRebooted) {
      await connection.reopen()
      await waitForUnits(task, connection)
    }
    after.failedChecks = await runChecks(task, connection)
  } catch (thrown) {
    return concludeUpdate(report, { ...after, trouble: asDroverError(thrown) })
  }
  return concludeUpdate(report, after)
}

async function upgrade(
  task: Task,
  connection: MachineConnection,
  asked: Pick<Update, 'securityOnly' | 'isDryRun'>,
): Promise<UpdateReport> {
  const reader = listen(task)
  const script = updateProgram(asked)
  const code = await runTransient(task, connection, {
    kind: 'update',
    key: sha256(Buffer.from(script)),
    script,
    files: [],
    timeoutSeconds: updateSeconds,
    onLine: (line) => reader.line(line),
  })
  return requireWhole(task, reader, `exited with ${code}`)
}

/** The same script with another end: it changes nothing, so it needs no unit. */
async function lookOnly(task: Task, session: Session, asked: Update): Promise<UpdateReport> {
  const reader = listen(task)
  const { signal } = task.ports
  const ended = await session.exec(
    { argv: ['bash', '-s'], stdin: updateProgram(asked) },
    {
      timeoutMs: dryRunMs,
      maxBytes: 0,
      onLine: (line) => reader.line(line),
      ...(signal === undefined ? {} : { signal }),
    },
  )
  return requireWhole(task, reader, succeeded(ended) ? 'ended' : describeEnd(ended))
}

function listen(task: Task): UpdateReader {
  const { clock } = task.ports
  let startedMs = clock.elapsed()
  return readUpdate({
    onStep: (name) => {
      startedMs = clock.elapsed()
      task.stepStarted({ kind: 'upgrade', text: name })
    },
    onStepDone: ({ name, status }) =>
      task.stepDone({
        kind: 'upgrade',
        text: name,
        status: status === 0 ? 'ok' : 'failed',
        durationMs: Math.round(clock.elapsed() - startedMs),
      }),
    onWaiting: (who) =>
      task.stepStarted({ kind: 'upgrade', text: `wait for packages that are being installed by ${who}` }),
    onOutput: (line) => task.output(line, 'stdout'),
  })
}

function requireWhole({ machine }: Task, reader: UpdateReader, how: string): UpdateReport {
  const report = reader.result()
  if (report.isWhole) return report
  throw new DroverError(`${machine.name}: update: ${how} before it said what it did`, {
    reason: 'command-failed',
    hint: 'Ensure that bash and coreutils work on the machine, and that /tmp has room. Run the operation again: it repairs first.',
  })
}

function requireManager({ machine }: Task, report: UpdateReport): UpdateReport {
  if (report.hasManager) return report
  throw new DroverError(`${machine.name}: update: the machine has no package manager that Drover knows`, {
    reason: 'missing-tool',
    hint: 'Drover updates Debian and Ubuntu, with apt-get. Leave this machine out: "!NAME".',
  })
}

/** A machine whose packages are not whole stays up: somebody may have to look at it. */
async function rebootIfWanted(
  task: Task,
  { reboot, view, existing }: Update,
  { failed, needsReboot }: UpdateReport,
): Promise<boolean> {
  if (existing === undefined || failed !== undefined) return false
  if (reboot === 'auto' && needsReboot === undefined) return false
  await rebootMachine(task, { view, existing })
  return true
}

/** Units of a machine that has just booted may still be starting; a machine whose units failed answers, too. */
async function waitForUnits(task: Task, session: Session): Promise<void> {
  const { signal } = task.ports
  await task.step({ kind: 'boot', text: 'wait for the machine to be up' }, () =>
    session.exec(
      { argv: ['timeout', String(startingUnitsSeconds), 'systemctl', 'is-system-running', '--wait'] },
      { timeoutMs: (startingUnitsSeconds + 30) * 1000, ...(signal === undefined ? {} : { signal }) },
    ),
  )
}
