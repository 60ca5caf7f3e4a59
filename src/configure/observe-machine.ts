import { throwIfInvalid } from '../base/errors.js'
import type { DesiredMachine } from '../desired/desired-machines.js'
import type { Session } from '../remote/session.js'
import { planBaseline } from '../render/roles/plan-baseline.js'
import type { Task } from '../task/task.js'
import type { Observed } from './commands/observe.js'
import { observePaths } from './observe-paths.js'
import { type ConfigurePlan, planConfigure } from './plan/plan.js'
import { planProblems } from './plan/plan-problems.js'

export interface ObservedMachine {
  readonly observed: Observed
  readonly plan: ConfigurePlan
}

/** One look, and what follows from it. */
export async function observeMachine(
  task: Task,
  session: Session,
  { desired, allRoles }: { readonly desired: DesiredMachine; readonly allRoles: boolean },
): Promise<ObservedMachine> {
  const { files, links, baseline } = desired
  const observed = await observePaths(task, session, { files, links })
  throwIfInvalid(planProblems({ files, links }, observed))
  const applied = observed.baseline ?? new Map<string, string>()
  const roles = baseline === undefined ? undefined : planBaseline(baseline, { applied, force: allRoles })
  const plan = planConfigure(
    { files, links, checks: task.machine.checks, ...(roles === undefined ? {} : { baseline: roles }) },
    observed,
  )
  return { observed, plan }
}
