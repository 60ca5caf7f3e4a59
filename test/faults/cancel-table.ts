import { cancels } from './cancel-kill.ts'
import type { CancelVerdict } from './cancel-run.ts'
import { renderRows } from './table.ts'

const head = [
  'Cancelled by',
  'Then',
  'Runs',
  'Strays',
  'Two of one name',
  'Not as it should be',
  'Not reached',
  'Needed SIGKILL',
  'Slowest end',
]

/** One row for each way to cancel and what came after it, and their sum. */
export function renderCancelTable(verdicts: readonly CancelVerdict[]): string {
  const rows = (['github', 'kill'] as const).flatMap((cancel) =>
    (['provision', 'reap'] as const).map((next) => {
      const some = verdicts.filter(({ plan }) => plan.cancel === cancel && plan.next === next)
      return row([cancels[cancel], next], some)
    }),
  )
  return renderRows([head, ...rows, row(['all', ''], verdicts)], 2)
}

function row(names: readonly string[], verdicts: readonly CancelVerdict[]): readonly string[] {
  const count = (is: (verdict: CancelVerdict) => boolean): string => String(verdicts.filter(is).length)
  const has = (...kinds: readonly string[]): string =>
    count(({ problems }) => problems.some(({ kind }) => kinds.includes(kind)))
  const polite = verdicts.filter(({ plan }) => plan.cancel === 'github')
  const slowestMs = Math.max(0, ...polite.map(({ cancelled }) => cancelled.afterMs))
  return [
    ...names,
    String(verdicts.length),
    has('stray'),
    has('twins'),
    has('unconverged', 'other'),
    count(({ reached }) => !reached),
    polite.length === 0 ? '-' : String(polite.filter(({ cancelled }) => cancelled.by === 'SIGKILL').length),
    polite.length === 0 ? '-' : `${(slowestMs / 1000).toFixed(1)} s`,
  ]
}

/** One line for the run, more when something is wrong. */
export function renderCancelVerdict(verdict: CancelVerdict, seconds: number): string {
  const { plan, cancelled, problems, reached, said } = verdict
  const { step, cancel, next, fate, delayMs, withChildren } = plan
  const way = cancel === 'kill' ? 'kill -9' : `cancelled, ended by ${cancelled.by}`
  const missed = reached ? '' : ', not reached'
  const isWrong = problems.length > 0
  const line = `${plan.number} ${step.scenario}: ${step.name}: ${way}, then ${next}${missed} (${seconds.toFixed(1)} s)`
  if (!isWrong) return line
  return [
    `${line} VIOLATED`,
    `  plan: ${JSON.stringify({ fate, delayMs, withChildren })}`,
    ...problems.map(({ kind, what }) => `  ${kind}: ${what.replaceAll('\n', '\n    ')}`),
    ...said.split('\n').map((text) => `  | ${text.slice(0, 400)}`),
  ].join('\n')
}
