import { sha256 } from '../base/digest.js'
import { DroverError } from '../base/errors.js'
import { countOf } from '../base/text/count-of.js'
import type { MachineConnection } from '../connection/machine-connection.js'
import { runTransient } from '../long-work/run-long-work.js'
import type { Baseline } from '../render/roles/baseline.js'
import type { BaselinePlan } from '../render/roles/plan-baseline.js'
import type { Task } from '../task/task.js'
import { baselineProgram } from './commands/baseline.js'
import { baselineArchive } from './commands/baseline-archive.js'
import { type BaselineReport, readBaselineEvents } from './commands/read-events.js'
import { outsideRoles, type RoleOutcome, roleOutcomes } from './commands/role-ends.js'

/** Past what a slow mirror and many packages take. */
const timeoutSeconds = 60 * 60

export interface RunBaseline {
  readonly connection: MachineConnection
  readonly baseline: Baseline
  readonly plan: BaselinePlan
}

/**
 * Runs the pending roles on the machine, each told as a step. Throws `baseline-failed` with the task that
 * failed, and what `runTransient` throws.
 */
export async function runBaseline(
  task: Task,
  { connection, baseline, plan }: RunBaseline,
): Promise<readonly RoleOutcome[]> {
  const reader = readBaselineEvents({
    onStart: ({ role = outsideRoles, task: name }) =>
      task.stepStarted({ kind: 'baseline', text: `baseline ${role}: ${name}` }),
  })
  const code = await runTransient(task, connection, {
    kind: 'baseline',
    key: sha256(JSON.stringify([plan.digest, plan.pending])),
    script: baselineProgram(baseline.roles),
    files: baselineArchive(baseline, plan.pending),
    timeoutSeconds,
    onLine: reader.line,
  })
  const report = reader.result()
  const roles = roleOutcomes(report)
  for (const role of roles) task.stepDone(stepOf(role, report))
  if (code === 0 && report.isWhole) return roles
  throw failure(report, code)
}

function stepOf(
  { role, tasks, changed, hasFailed, seconds }: RoleOutcome,
  { failure: failed }: BaselineReport,
): Parameters<Task['stepDone']>[0] {
  const detail = [
    ...changed.map(({ task }) => `changed: ${task}`),
    ...(hasFailed && failed !== undefined ? [`failed: ${failed.task}: ${failed.message}`] : []),
  ]
  return {
    kind: 'baseline',
    text: `baseline ${role} (${countOf(tasks, 'task')}, ${changed.length} changed)`,
    status: hasFailed ? 'failed' : changed.length > 0 ? 'changed' : 'ok',
    durationMs: Math.round(seconds * 1000),
    ...(detail.length === 0 ? {} : { detail: detail.join('\n') }),
  }
}

function failure({ failure: failed, said, unfinished }: BaselineReport, code: number): DroverError {
  const where = unfinished === undefined ? '' : ` in task "${unfinished.task}"`
  const last = said.at(-1)
  const why =
    failed === undefined
      ? `exited with ${code}${where}${last === undefined ? '' : `: ${last}`}`
      : `${failed.role === undefined ? '' : `role ${failed.role}, `}task "${failed.task}" failed: ${failed.message}`
  return new DroverError(`baseline: ${why}`, {
    reason: 'baseline-failed',
    hint: 'Roles can be run again: mend what the task names and run the operation again. No file of a manifest and no code was changed.',
  })
}
