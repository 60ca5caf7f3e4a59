import { holds, type Outcome } from '../../base/outcome.js'
import { formatDuration } from '../duration.js'
import { countOutcomes, type Report, shortCommit, worstFirst } from '../report.js'
import type { ResultData } from '../result-data.js'
import { withPlace } from '../trouble.js'
import { lastLines, toLines } from './lines.js'
import { type Paint, paintKind } from './paint.js'
import { renderAnswers } from './render-answers.js'
import { renderFindings } from './render-findings.js'
import { renderHistory } from './render-history.js'
import { renderJobs } from './render-jobs.js'
import { renderList } from './render-list.js'
import { renderPlan } from './render-plan.js'
import { renderTable } from './text-table.js'

export interface TextOptions {
  readonly paint: Paint
  /** Show the plan line by line: for `preview` and a dry run. */
  readonly plan: boolean
}

const tailLines = 12

/** The end of a run for a terminal: the answer, the machines (worst first), one closing line. */
export function renderText(report: Report, options: TextOptions): string {
  const { paint } = options
  const answer = [
    ...renderData(report.data, paint),
    ...renderList(report.outcomes, paint),
    ...renderAnswers(report.outcomes, paint),
    ...(options.plan ? renderPlan(report.outcomes, paint) : []),
  ]
  const rest = worstFirst(report.outcomes).filter((outcome) => !isShown(outcome, options.plan))
  const sections = [answer, renderMachines(rest, paint), [closingLine(report, paint)]]
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function renderData(data: ResultData | undefined, paint: Paint): readonly string[] {
  switch (data?.kind) {
    case 'findings':
      return renderFindings(data, paint)
    case 'events':
      return renderHistory(data, paint)
    case 'jobs':
      return renderJobs(data, paint)
    default:
      return []
  }
}

/** A machine whose answer was shown whole needs no row of its own unless something is wrong with it. */
function isShown({ kind, data }: Outcome, plan: boolean): boolean {
  if (!holds({ kind })) return false
  if (data?.kind === 'presence' || data?.kind === 'answer') return true
  return plan && data?.kind === 'plan' && data.changes.length > 0
}

function renderMachines(outcomes: readonly Outcome[], paint: Paint): readonly string[] {
  const rows = renderTable(
    outcomes.map((outcome) => [
      { text: outcome.machine, paint: paint.strong },
      { text: outcome.kind, paint: paintKind(outcome.kind, paint) },
      { text: formatDuration(outcome.durationMs), paint: paint.dim },
      { text: describeOutcome(outcome) },
    ]),
  )
  return outcomes.flatMap((outcome, index) => [rows[index] ?? '', ...explain(outcome, paint)])
}

/** Message, place and, where something is wrong, the reason code that scripts decide on. */
function describeOutcome(outcome: Outcome): string {
  const message = toLines(withPlace(outcome)).join(' ')
  return holds(outcome) ? message : `${message} (${outcome.reason})`
}

function explain(outcome: Outcome, paint: Paint): readonly string[] {
  if (holds(outcome)) return []
  const failed = outcome.steps.filter(({ status }) => status === 'failed').at(-1)
  const detail = lastLines(failed?.detail ?? '', tailLines)
  return [
    ...(failed === undefined ? [] : [`    at step: ${toLines(failed.text).join(' ')}`]),
    ...detail.map((line) => `    ${paint.dim('|')} ${line}`),
    ...(outcome.hint === undefined ? [] : [`    ${paint.dim('hint:')} ${toLines(outcome.hint).join(' ')}`]),
  ]
}

function closingLine(report: Report, paint: Paint): string {
  const counts = countOutcomes(report.outcomes)
  const what = report.exitCode === 0 ? toLines(report.message).join(' ') : `${report.kind} (${report.reason})`
  const commit = report.commit === undefined ? [] : [`commit ${shortCommit(report.commit)}`]
  const exit = report.exitCode === 0 ? 'exit 0' : paint.bad(`exit ${report.exitCode}`)
  return [`${paint.strong(report.operation)}: ${counts === '' ? what : counts}`, exit, ...commit].join(' · ')
}
