import { countOf } from '../../base/text/count-of.js'
import { outsideRoles, type RoleOutcome } from '../../roles/commands/role-ends.js'
import type { TaskOutcome } from '../../task/task.js'
import { type ConfigurePlan, countChanges, isNothingToDo } from './plan.js'

export const upToDate: TaskOutcome = { kind: 'ok', reason: 'already-so', message: 'nothing to do' }

/** The roles that ran are part of what was done, also when the rest was taken back. */
export function withRoles(done: TaskOutcome, ran: readonly RoleOutcome[] | undefined): TaskOutcome {
  if (ran === undefined) return done
  const roles = ran.filter(({ role }) => role !== outsideRoles).map(({ role }) => role)
  const tasks = ran.reduce((sum, { changed }) => sum + changed.length, 0)
  const said = `ran ${roles.length === 1 ? 'role' : 'roles'} ${roles.join(', ')}: ${countOf(tasks, 'change')}`
  const isQuiet = done.kind === 'ok' && done.reason === 'already-so'
  if (!isQuiet) return { ...done, message: `${said}; ${done.message}` }
  return { ...done, kind: tasks > 0 ? 'changed' : 'ok', reason: 'done', message: said }
}

/** What a dry run says. */
export function describePlan(plan: ConfigurePlan): TaskOutcome {
  if (isNothingToDo(plan)) return upToDate
  const count = countChanges(plan)
  const what = [
    ...(plan.pending.length === 0
      ? []
      : [`to run: ${plan.pending.map((role) => `role ${role}`).join(', ')}`]),
    ...(count === 0 ? [] : [`${countOf(count, 'path')} to change`]),
    ...(plan.stampOnly && plan.pending.length === 0 ? ['only the stamp is to be written'] : []),
  ]
  return { kind: 'ok', reason: 'planned', message: what.join('; ') }
}

/** A dry run makes none: what it shows of them is their placeholder. */
export function withToMake(done: TaskOutcome, names: readonly string[]): TaskOutcome {
  if (names.length === 0) return done
  return { ...done, message: `${done.message}; generated ${names.join(', ')} will be made` }
}
