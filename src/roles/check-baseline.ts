import type { PlannedChange } from '../base/outcome-data.js'
import type { Session } from '../remote/session.js'
import { packTar } from '../remote/tar.js'
import type { Baseline } from '../render/roles/baseline.js'
import type { Task } from '../task/task.js'
import { baselineCheckCommand, notThere } from './commands/baseline.js'
import { baselineArchive } from './commands/baseline-archive.js'
import { readBaselineEvents } from './commands/read-events.js'
import { diffOf, roleOutcomes } from './commands/role-ends.js'

const limits = { timeoutMs: 15 * 60_000, maxBytes: 16 * 1024 * 1024 } as const

/**
 * Lets Ansible say on the machine what the pending roles would change (`--check --diff`). Installs
 * nothing: on a machine without Ansible only the names of the roles are known.
 */
export async function checkBaseline(
  task: Task,
  session: Session,
  { baseline, pending }: { readonly baseline: Baseline | undefined; readonly pending: readonly string[] },
): Promise<readonly PlannedChange[]> {
  if (baseline === undefined || pending.length === 0) return []
  return await task.step({ kind: 'observe', text: 'ask Ansible what would change' }, async () => {
    const archive = await packTar(baselineArchive(baseline, pending))
    const ended = await session.exec(
      { ...baselineCheckCommand, stdin: archive },
      { ...limits, ...(task.ports.signal === undefined ? {} : { signal: task.ports.signal }) },
    )
    if (ended.code === notThere) return pending.map((role) => roleChange(role, undefined))
    const reader = readBaselineEvents()
    for (const line of ended.stdout.toString('utf8').split('\n')) reader.line(line)
    const report = reader.result()
    const roles = roleOutcomes(report)
    const cut = report.isWhole ? undefined : (report.said.at(-1) ?? 'it ended before its last task')
    return pending.map((name) => {
      const found = roles.find(({ role }) => role === name)
      const lines = (found?.changed ?? []).map((task) => `task: ${task.task}\n${diffOf(task)}`.trimEnd())
      const { failure } = report
      const failed =
        failure?.role === name
          ? [`cannot be foreseen from here on: ${failure.task}: ${failure.message}`]
          : cut === undefined
            ? []
            : [`cannot be foreseen: Ansible says: ${cut}`]
      return roleChange(name, task.ports.clean([...lines, ...failed].join('\n')))
    })
  })
}

function roleChange(role: string, diff: string | undefined): PlannedChange {
  return {
    path: `role ${role}`,
    action: diff === undefined ? 'run, for the first time on this machine,' : 'run',
    ...(diff === undefined || diff === '' ? {} : { diff: `${diff}\n` }),
    after: [],
  }
}
