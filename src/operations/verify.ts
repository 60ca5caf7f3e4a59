import type { Json } from '../base/json.js'
import type { ConfigurePlan } from './configure/plan.js'
import { showPlan } from './configure/show-plan.js'
import { surveyMachine } from './configure/survey-machine.js'
import { type WantedFlock, wantMachines } from './configure/wanted.js'
import { defineFleetOperation } from './fleet-operation.js'
import type { Done, Job } from './job.js'
import { counted, runChecks } from './run-check.js'
import { openSession } from './sessions.js'
import { identityOf, type Survey } from './survey.js'

interface Verify {
  readonly survey: Survey
  readonly wanted: WantedFlock
}

/** Looks whether machines still are what the branch asks for, and whether their checks hold. Changes nothing on them. */
export const verify = defineFleetOperation({
  records: () => true,
  connects: true,
  prepare: async (ports, { survey, machines }) => {
    const wanted = await wantMachines(ports, { survey, machines })
    return (job) => verifyMachine(job, { survey, wanted })
  },
})

async function verifyMachine(job: Job, { survey, wanted: flock }: Verify): Promise<Done> {
  const { machine } = job
  await using session = await openSession(job, identityOf(survey, machine.name))
  const wanted = flock.of(machine.name)
  const { files, links } = wanted
  const { plan } = await surveyMachine(job, session, { wanted, allRoles: false })
  const failed = await runChecks(job, session)
  const data = await showPlan(job, session, { plan, secrets: flock.secrets })
  return conclude({
    plan,
    failed,
    data,
    count: { files: files.length, links: links.length, checks: machine.checks.length },
  })
}

interface Verified {
  readonly plan: ConfigurePlan
  /** Names of the checks that do not hold. */
  readonly failed: readonly string[]
  readonly data: Json
  readonly count: { readonly files: number; readonly links: number; readonly checks: number }
}

/** A stamp that is older than the branch is no drift: nothing of what it speaks of differs. */
function conclude({ plan, failed, data, count }: Verified): Done {
  const paths = [
    ...plan.changes.map(({ file }) => file.destination),
    ...plan.removals.map(({ path }) => path),
    ...plan.links.map(({ link }) => link.path),
    ...plan.linkRemovals.map(({ path }) => path),
    ...plan.pending.map((role) => `role ${role}`),
  ]
  const drift = paths.length === 0 ? [] : [`differs from the branch: ${paths.join(', ')}`]
  const broken =
    failed.length === 0 ? [] : [`does not hold: ${failed.map((name) => `check ${name}`).join(', ')}`]
  const faults = [...broken, ...drift]
  const links = count.links === 0 ? '' : `, ${counted(count.links, 'link')}`
  if (faults.length === 0) {
    return {
      kind: 'ok',
      reason: 'already-so',
      message: `as it should be: ${counted(count.files, 'file')}${links}, ${counted(count.checks, 'check')}`,
      data,
    }
  }
  return {
    kind: 'failed',
    reason: failed.length > 0 ? 'check-failed' : 'drifted',
    message: faults.join('; '),
    hint: 'Put the desired state back with "drover configure", or take over what is there with "drover downloadconfig".',
    data,
  }
}
