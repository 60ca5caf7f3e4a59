import type { AnsibleTaskResult, BaselineReport } from './read-events.js'

/** What became of one role. */
export interface RoleOutcome {
  readonly role: string
  /** How many tasks were not skipped. */
  readonly tasks: number
  readonly changed: readonly AnsibleTaskResult[]
  readonly hasFailed: boolean
  readonly seconds: number
}

/** What stands for tasks outside of roles: Ansible's own gathering of facts. */
export const outsideRoles = 'facts'

/** All tasks by role, in the order in which the roles began. */
export function roleOutcomes({ tasks }: Pick<BaselineReport, 'tasks'>): readonly RoleOutcome[] {
  const names = [...new Set(tasks.map(({ role = outsideRoles }) => role))]
  return names.map((role) => {
    const own = tasks.filter((task) => (task.role ?? outsideRoles) === role)
    return {
      role,
      tasks: own.filter(({ status }) => status !== 'skipped').length,
      changed: own.filter(({ status }) => status === 'changed'),
      hasFailed: own.some(({ status, isIgnored }) => status === 'failed' && !isIgnored),
      seconds: own.reduce((sum, { seconds }) => sum + seconds, 0),
    }
  })
}

/** Of a task and of the items of its loop. */
export function diffOf({ diff, items }: AnsibleTaskResult): string {
  return [diff, ...items.map((item) => item.diff)].filter((text) => text !== undefined).join('\n')
}
