import { formatDuration } from './duration.js'
import type { RunAtGitHub } from './result-data.js'

/** A run of GitHub in the cells of a table. */
export interface RunCells {
  /** `expired` when GitHub has forgotten the run. */
  readonly workflow: string
  readonly event: string
  readonly conclusion: string
  readonly ran: string
  readonly title: string
  readonly url: string
}

const nothing: RunCells = { workflow: '-', event: '-', conclusion: '-', ran: '-', title: '-', url: '-' }

export function describeRun(run: RunAtGitHub | null | undefined): RunCells {
  if (run === null || run === undefined) return nothing
  if (run.state !== 'known')
    return { ...nothing, workflow: run.state === 'expired' ? 'expired' : 'not asked' }
  const { workflow, event, conclusion, title, url, duration_ms: durationMs } = run
  const ran = durationMs === null ? '-' : formatDuration(durationMs)
  return { workflow: workflow || '-', event, conclusion, ran, title, url }
}
