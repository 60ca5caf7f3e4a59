import type { PlanData } from '../../base/outcome-data.js'
import { countOf } from '../../base/text/count-of.js'
import { type FlockView, identityOf } from '../../branch/flock-view.js'
import { type ObservedCertificate, observeCertificate } from '../../certificates/observe-certificate.js'
import { concludeChecks, type FailedCheck } from '../../checks/plan/failed-checks.js'
import { runChecks } from '../../checks/run-checks.js'
import { observeMachine } from '../../configure/observe-machine.js'
import type { ConfigurePlan } from '../../configure/plan/plan.js'
import { showPlan } from '../../configure/show-plan.js'
import { openConnection } from '../../connection/open-connection.js'
import { type DesiredFlock, type DesiredPorts, resolveDesired } from '../../desired/desired-machines.js'
import type { Task, TaskOutcome } from '../../task/task.js'
import { fleetOperation } from '../operation.js'
import type { VerifyRequest } from './definition.js'

interface Verify {
  readonly view: FlockView
  readonly desired: DesiredFlock
}

/** Looks whether machines still are what the branch asks for, and whether their checks hold. Changes nothing on them. */
export const verify = fleetOperation<VerifyRequest>({
  records: () => true,
  connects: true,
  prepare: async (ports: DesiredPorts, { view, machines }) => {
    const desired = await resolveDesired(ports, { view, machines })
    return (task) => verifyMachine(task, { view, desired })
  },
})

async function verifyMachine(task: Task, { view, desired: flock }: Verify): Promise<TaskOutcome> {
  const { machine } = task
  await using session = await openConnection(task, identityOf(view, machine.name))
  const desired = flock.of(machine.name)
  const { files, links } = desired
  const { plan } = await observeMachine(task, session, { desired, allRoles: false })
  const failed = await runChecks(task, session)
  const found = await observeCertificate(task, session, { view })
  const data = await showPlan(task, session, { plan, secrets: flock.secrets })
  return conclude({
    plan,
    failed,
    data: found.data === undefined ? data : { ...data, certificate: found.data },
    certificate: found,
    count: { files: files.length, links: links.length, checks: machine.checks.length },
  })
}

interface Verified {
  readonly plan: ConfigurePlan
  readonly failed: readonly FailedCheck[]
  readonly data: PlanData
  readonly certificate: ObservedCertificate
  readonly count: { readonly files: number; readonly links: number; readonly checks: number }
}

/** A stamp that is older than the branch is no drift: nothing of what it speaks of differs. */
function conclude({ plan, failed, data, certificate, count }: Verified): TaskOutcome {
  const paths = [
    ...plan.changes.map(({ file }) => file.destination),
    ...plan.removals.map(({ path }) => path),
    ...plan.links.map(({ link }) => link.path),
    ...plan.linkRemovals.map(({ path }) => path),
    ...plan.pending.map((role) => `role ${role}`),
  ]
  const drift = paths.length === 0 ? [] : [`differs from the branch: ${paths.join(', ')}`]
  const broken = concludeChecks(failed, 'observed')
  const ending = certificate.fault === undefined ? [] : [certificate.fault.message]
  const faults = [...(broken === undefined ? [] : [broken.message]), ...ending, ...drift]
  const links = count.links === 0 ? '' : `, ${countOf(count.links, 'link')}`
  if (faults.length === 0) {
    return {
      kind: 'ok',
      reason: 'already-so',
      message: `as it should be: ${countOf(count.files, 'file')}${links}, ${countOf(count.checks, 'check')}${certificate.message}`,
      data,
    }
  }
  return {
    kind: 'failed',
    reason: broken?.reason ?? certificate.fault?.reason ?? 'drifted',
    message: faults.join('; '),
    hint: [
      ...(broken === undefined ? [] : [broken.hint]),
      ...(drift.length > 0 ? [driftHint] : []),
      ...(certificate.fault?.hint === undefined ? [] : [certificate.fault.hint]),
    ].join(' '),
    data,
  }
}

const driftHint =
  'Put the desired state back with "drover configure", or take over what is there with "drover downloadconfig".'
