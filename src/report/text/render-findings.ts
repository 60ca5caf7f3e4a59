import type { Finding, FindingsData } from '../result-data.js'
import { toLines } from './lines.js'
import type { Paint } from './paint.js'
import { renderTable } from './text-table.js'

/** The answer of `init`, `workflows` and `doctor`: one line each, the way out below, then what is left to do. */
export function renderFindings({ findings, next }: FindingsData, paint: Paint): readonly string[] {
  const rows = renderTable(
    findings.map(({ state, about, message }) => [
      { text: state, paint: paintState(state, paint) },
      { text: oneLine(about), paint: paint.strong },
      { text: oneLine(message) },
    ]),
  )
  const lines = findings.flatMap((finding, index) => {
    // The same way out of several is said once, below the last of them.
    const isSaidBelow = finding.hint === findings[index + 1]?.hint
    return [rows[index] ?? '', ...explain(isSaidBelow ? { ...finding, hint: undefined } : finding, paint)]
  })
  if (next.length === 0) return lines
  return [...lines, '', 'What is left for you:', ...next.map((step) => `  ${oneLine(step)}`)]
}

function explain(
  { hint, detail }: { readonly hint?: string | undefined; readonly detail?: string },
  paint: Paint,
): readonly string[] {
  return [
    ...toLines(detail ?? '').map((line) => `    ${paint.dim('|')} ${line}`),
    ...(hint === undefined ? [] : [`    ${paint.dim('hint:')} ${oneLine(hint)}`]),
  ]
}

function paintState(state: Finding['state'], paint: Paint): (text: string) => string {
  if (state === 'problem') return paint.bad
  if (state === 'changed') return paint.changed
  return state === 'ok' ? paint.good : paint.dim
}

function oneLine(text: string): string {
  return toLines(text).join(' ')
}
