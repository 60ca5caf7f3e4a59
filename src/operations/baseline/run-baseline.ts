import { sha256 } from '../../base/digest.js'
import { DroverError } from '../../base/errors.js'
import type { Identity } from '../../base/identity.js'
import { baselineScript } from '../../recipes/baseline/baseline-script.js'
import {
  type BaselineEnd,
  type BaselineEvent,
  concludeEvents,
  describeFailure,
  outsideRoles,
  parseEvent,
  type RoleEnd,
} from '../../recipes/baseline/read-events.js'
import type { Session } from '../../remote/session.js'
import type { Baseline } from '../../render/baseline/baseline.js'
import { baselineArchive } from '../../render/baseline/baseline-archive.js'
import type { BaselinePlan } from '../../render/baseline/plan-baseline.js'
import type { Job } from '../job.js'
import { runTransient } from '../run-transient.js'

/** Past what a slow mirror and many packages take. */
const timeoutSeconds = 60 * 60
const lockWaitSeconds = 10 * 60
const saidLines = 20

export interface RunBaseline {
  readonly session: Session
  readonly identity: Identity
  readonly baseline: Baseline
  readonly plan: BaselinePlan
}

export interface BaselineRan {
  readonly end: BaselineEnd
  /** The session that was given is of no use any more. */
  readonly isLinkLost: boolean
}

/**
 * Runs the pending roles on the machine, each told as a step. Throws `baseline-failed` with the task that
 * failed, and what `runTransient` throws.
 */
export async function runBaseline(
  job: Job,
  { session, identity, baseline, plan }: RunBaseline,
): Promise<BaselineRan> {
  const heard = listen(job)
  const { code, isLinkLost } = await runTransient(
    job,
    { session, identity },
    {
      kind: 'baseline',
      key: sha256(JSON.stringify([plan.digest, plan.pending])),
      script: baselineScript(baseline.roles),
      files: baselineArchive(baseline, plan.pending),
      timeoutSeconds,
      lockWaitSeconds,
      onLine: heard.line,
    },
  )
  const end = concludeEvents(heard.events)
  for (const role of end.roles) job.stepDone(stepOf(role))
  if (code === 0 && end.isWhole) return { end, isLinkLost }
  throw failure(end, { code, said: heard.said })
}

interface Heard {
  readonly line: (line: string) => void
  readonly events: readonly BaselineEvent[]
  /** The last lines that are no events. */
  readonly said: readonly string[]
}

/** Shows each task as it begins, and what else is said. */
function listen(job: Job): Heard {
  const events: BaselineEvent[] = []
  const said: string[] = []
  const line = (text: string): void => {
    const event = parseEvent(text)
    if (event === undefined) {
      said.push(text)
      if (said.length > saidLines) said.shift()
      job.output(text, 'stdout')
      return
    }
    events.push(event)
    if (event.event === 'start') job.stepStarted(`baseline ${event.role ?? outsideRoles}: ${event.task}`)
  }
  return { line, events, said }
}

function stepOf({ role, tasks, changed, failed, seconds }: RoleEnd): Parameters<Job['stepDone']>[0] {
  const lines = changed.map(({ task }) => `changed: ${task}`)
  const detail = failed === undefined ? lines : [...lines, describeFailure(failed)]
  return {
    name: `baseline ${role} (${tasks} ${tasks === 1 ? 'task' : 'tasks'}, ${changed.length} changed)`,
    status: failed !== undefined ? 'failed' : changed.length > 0 ? 'changed' : 'ok',
    durationMs: Math.round(seconds * 1000),
    ...(detail.length === 0 ? {} : { detail: detail.join('\n') }),
  }
}

interface Ended {
  readonly code: number
  readonly said: readonly string[]
}

function failure({ failed }: BaselineEnd, { code, said }: Ended): DroverError {
  const last = said.filter((line) => line.trim() !== '').at(-1)
  const why =
    failed === undefined
      ? `the baseline exited with ${code}${last === undefined ? '' : `: ${last}`}`
      : describeFailure(failed)
  return new DroverError(`baseline: ${why}`, {
    reason: 'baseline-failed',
    hint: 'Roles can be run again: mend what the task names and run the operation again. No file of a manifest and no code was changed.',
  })
}
