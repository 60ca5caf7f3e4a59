import { describeEnd, succeeded } from '../../base/command.js'
import { sha256 } from '../../base/digest.js'
import { DroverError } from '../../base/errors.js'
import { readUpdate, type UpdateReader, type UpdateReport } from '../../packages/commands/read-update.js'
import { updateScript } from '../../packages/commands/update-script.js'
import type { Session } from '../../remote/session.js'
import { renderMachines } from '../../configure/render-machines.js'
import { asDroverError } from '../../task/failure.js'
import { defineFleetOperation } from '../../engine/fleet-operation.js'
import type { Done, Job } from '../../task/task.js'
import { rebootMachine } from '../../lifecycle/reboot-machine.js'
import type { RebootWish, Request } from '../../request/request.js'
import { runCheck } from '../../task/run-check.js'
import { runTransient } from '../../long-work/run-long-work.js'
import { type Sightings, seenMachines } from '../../lifecycle/provider-machines.js'
import { openSession, reopenSession } from '../../task/sessions.js'
import { identityOf, type Survey } from '../../branch/flock-view.js'
import { concludeUpdate, planOfUpdate } from '../../packages/plan/conclude-update.js'

/** Hundreds of packages on a small machine with a slow disk. */
const updateSeconds = 2 * 60 * 60
/** As long as others that change the machine may take. */
const lockWaitSeconds = 15 * 60
const dryRunMs = 10 * 60_000

interface Update {
  readonly survey: Survey
  readonly securityOnly: boolean
  readonly isDryRun: boolean
  readonly reboot: RebootWish
  /** What the providers have, when machines may be rebooted. */
  readonly seen: Sightings | undefined
}

/** Upgrades the packages of machines, each as a unit that goes on when we do not. */
export const update = defineFleetOperation({
  records: ({ dryRun }: Request) => !dryRun,
  connects: true,
  prepare: async (ports, { survey, machines, request }) => {
    const { securityOnly = false, dryRun: isDryRun, reboot = 'never' } = request
    const mayReboot = reboot !== 'never' && !isDryRun
    const seen = mayReboot ? await seenMachines(ports, survey, machines) : undefined
    // No machine is rendered: this only makes every secret known that a machine might print.
    await renderMachines(ports, survey, [])
    return (job) => updateMachine(job, { survey, securityOnly, isDryRun, reboot, seen })
  },
})

async function updateMachine(job: Job, asked: Update): Promise<Done> {
  const identity = identityOf(asked.survey, job.machine.name)
  await using session = await openSession(job, identity)
  if (asked.isDryRun) return planOfUpdate(requireManager(job, await lookOnly(job, session, asked)))
  const { report, isLinkLost } = await upgrade(job, session, asked)
  requireManager(job, report)
  const after: { isRebooted: boolean; failedChecks: readonly string[] } = {
    isRebooted: false,
    failedChecks: [],
  }
  // What was done is told even if what comes after it cannot be.
  try {
    after.isRebooted = await rebootIfWanted(job, asked, report)
    if (isLinkLost || after.isRebooted) {
      await using later = await reopenSession(job, identity, 60_000)
      if (after.isRebooted) await settle(job, later)
      after.failedChecks = await runChecks(job, later)
    } else after.failedChecks = await runChecks(job, session)
  } catch (thrown) {
    return concludeUpdate(report, { ...after, trouble: asDroverError(thrown) })
  }
  return concludeUpdate(report, after)
}

interface Upgraded {
  readonly report: UpdateReport
  readonly isLinkLost: boolean
}

async function upgrade(job: Job, session: Session, { survey, ...asked }: Update): Promise<Upgraded> {
  const reader = listen(job)
  const script = updateScript(asked)
  const { code, isLinkLost } = await runTransient(
    job,
    { session, identity: identityOf(survey, job.machine.name) },
    {
      kind: 'update',
      key: sha256(Buffer.from(script)),
      script,
      files: [],
      timeoutSeconds: updateSeconds,
      lockWaitSeconds,
      onLine: (line) => reader.line(line),
    },
  )
  return { report: requireWhole(job, reader, `exited with ${code}`), isLinkLost }
}

/** The same script with another end: it changes nothing, so it needs no unit. */
async function lookOnly(job: Job, session: Session, asked: Update): Promise<UpdateReport> {
  const reader = listen(job)
  const { signal } = job.ports
  const ended = await session.exec(
    { argv: ['bash', '-s'], stdin: updateScript(asked) },
    {
      timeoutMs: dryRunMs,
      maxBytes: 0,
      onLine: (line) => reader.line(line),
      ...(signal === undefined ? {} : { signal }),
    },
  )
  return requireWhole(job, reader, succeeded(ended) ? 'ended' : describeEnd(ended))
}

function listen(job: Job): UpdateReader {
  const { clock } = job.ports
  let startedMs = clock.elapsed()
  return readUpdate({
    onStep: (name) => {
      startedMs = clock.elapsed()
      job.stepStarted(name)
    },
    onStepDone: ({ name, status }) =>
      job.stepDone({
        name,
        status: status === 0 ? 'ok' : 'failed',
        durationMs: Math.round(clock.elapsed() - startedMs),
      }),
    onWaiting: (who) => job.stepStarted(`wait for packages that are being installed by ${who}`),
    onOutput: (line) => job.output(line, 'stdout'),
  })
}

function requireWhole({ machine }: Job, reader: UpdateReader, how: string): UpdateReport {
  const report = reader.result()
  if (report.isWhole) return report
  throw new DroverError(`${machine.name}: update: ${how} before it said what it did`, {
    reason: 'command-failed',
    hint: 'Ensure that bash and coreutils work on the machine, and that /tmp has room. Run the operation again: it repairs first.',
  })
}

function requireManager({ machine }: Job, report: UpdateReport): UpdateReport {
  if (report.hasManager) return report
  throw new DroverError(`${machine.name}: update: the machine has no package manager that Drover knows`, {
    reason: 'missing-tool',
    hint: 'Drover updates Debian and Ubuntu, with apt-get. Leave this machine out: "!NAME".',
  })
}

/** A machine whose packages are not whole stays up: somebody may have to look at it. */
async function rebootIfWanted(
  job: Job,
  { reboot, survey, seen }: Update,
  { failed, needsReboot }: UpdateReport,
): Promise<boolean> {
  if (seen === undefined || failed !== undefined) return false
  if (reboot === 'auto' && needsReboot === undefined) return false
  await rebootMachine(job, { survey, seen })
  return true
}

/** Units of a machine that has just booted may still be starting; a machine whose units failed answers, too. */
async function settle(job: Job, session: Session): Promise<void> {
  const { signal } = job.ports
  await job.step('wait for the machine to be up', () =>
    session.exec(
      { argv: ['timeout', '120', 'systemctl', 'is-system-running', '--wait'] },
      { timeoutMs: 150_000, ...(signal === undefined ? {} : { signal }) },
    ),
  )
}

/** Names of those that do not hold. */
async function runChecks(job: Job, session: Session): Promise<readonly string[]> {
  const failed: string[] = []
  for (const check of job.machine.checks) {
    if (!(await runCheck(job, session, check))) failed.push(check.name)
  }
  return failed
}
