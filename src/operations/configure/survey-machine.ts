import { refuse } from '../../base/errors.js'
import type { Sighting } from '../../recipes/look.js'
import type { Session } from '../../remote/session.js'
import { planBaseline } from '../../render/baseline/plan-baseline.js'
import type { Job } from '../job.js'
import { lookAt } from './look.js'
import { type ConfigurePlan, planConfigure } from './plan.js'
import { planProblems } from './plan-problems.js'
import type { WantedMachine } from './wanted.js'

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
