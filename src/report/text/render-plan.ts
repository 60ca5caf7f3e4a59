import type { Outcome } from '../../base/outcome.js'
import type { PlannedChange } from '../../base/outcome-data.js'
import { countOf } from '../../base/text/count-of.js'
import { toLines } from './lines.js'
import type { Paint } from './paint.js'

/** The answer of `preview`: for each machine what would change, with its diff. A machine with nothing to do is left to the table. */
export function renderPlan(outcomes: readonly Outcome[], paint: Paint): readonly string[] {
  return outcomes.flatMap(({ machine, data: plan }) => {
    if (plan?.kind !== 'plan' || plan.changes.length === 0) return []
    const count = countOf(plan.changes.length, 'change')
    return [
      `${paint.strong(machine)}: ${count}, plan ${plan.digest}`,
      ...plan.changes.flatMap((change) => renderChange(change, paint)),
    ]
  })
}

function renderChange(change: PlannedChange, paint: Paint): readonly string[] {
  const after = change.after.length === 0 ? '' : paint.dim(`, then ${change.after.join(', ')}`)
  const path = toLines(change.path).join(' ')
  return [
    `  ${paint.changed(change.action)} ${path}${after}`,
    ...toLines(change.diff ?? '').map((line) => `    ${paintDiff(line, paint)}`),
  ]
}

function paintDiff(line: string, paint: Paint): string {
  if (/^(\+\+\+|---|@@)/.test(line)) return paint.dim(line)
  if (line.startsWith('+')) return paint.good(line)
  if (line.startsWith('-')) return paint.bad(line)
  return line
}
