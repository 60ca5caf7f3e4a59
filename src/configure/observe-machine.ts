import { refuse } from '../base/errors.js'
import type { Sighting } from './commands/observe.js'
import type { Session } from '../remote/session.js'
import { planBaseline } from '../roles/plan/plan-baseline.js'
import type { Job } from '../task/task.js'
import { lookAt } from './observe-paths.js'
import { type ConfigurePlan, planConfigure } from './plan/plan.js'
import { planProblems } from './plan/plan-problems.js'
import type { WantedMachine } from './desired-machines.js'

export interface MachineSurvey {
  readonly sighting: Sighting
  readonly plan: ConfigurePlan
}

/** One look, and what follows from it. */
export async function surveyMachine(
  job: Job,
  session: Session,
  { wanted, allRoles }: { readonly wanted: WantedMachine; readonly allRoles: boolean },
): Promise<MachineSurvey> {
  const { files, links, baseline } = wanted
  const sighting = await lookAt(job, session, { files, links })
  refuse(planProblems({ files, links }, sighting))
  const applied = sighting.baseline ?? new Map<string, string>()
  const roles = baseline === undefined ? undefined : planBaseline(baseline, { applied, force: allRoles })
  const plan = planConfigure(
    { files, links, checks: job.machine.checks, ...(roles === undefined ? {} : { baseline: roles }) },
    sighting,
  )
  return { sighting, plan }
}
