import type { OutcomeKind } from '../base/outcome.js'
import { beginSchedule, next, type Policy, type ScheduleEvent } from '../rollout/schedule.js'

export interface Execution {
  /** Works on one machine. When it rejects, so does the whole. */
  readonly start: (machine: string) => Promise<OutcomeKind>
  /** Aborted: no more machines are started, those that were are waited for. */
  readonly signal: AbortSignal | undefined
}

/** The pool of one job: carries out what the scheduler decides. Resolves with the machines that were not reached. */
export function executeSchedule(policy: Policy, { start, signal }: Execution): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    let state = beginSchedule(policy)
    let isOver = false
    const tell = (event: ScheduleEvent): void => {
      if (isOver) return
      const told = next(state, event)
      state = told.state
      const { decision } = told
      if (decision.kind === 'start') for (const machine of decision.machines) begin(machine)
      if (decision.kind !== 'stop') return
      isOver = true
      signal?.removeEventListener('abort', onAbort)
      resolve(decision.notReached)
    }
    const begin = (machine: string): void => {
      start(machine).then((outcome) => tell({ kind: 'ended', machine, outcome }), reject)
    }
    const onAbort = (): void => tell({ kind: 'cancelled' })
    signal?.addEventListener('abort', onAbort)
    tell({ kind: signal?.aborted ? 'cancelled' : 'begun' })
  })
}
