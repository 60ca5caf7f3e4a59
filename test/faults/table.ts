import { lockLimitMs, type Verdict } from './one-run.ts'
import { type FaultName, faults } from './schedule.ts'

const head = [
  'Fault',
  'Runs',
  'Old',
  'New',
  'Mixed',
  'Not converged',
  'Hangs',
  'Other',
  'Locks timed',
  'Slowest lock release',
]

/** One row for each fault, and their sum: as Markdown that can be read as it is. */
export function renderTable(verdicts: readonly Verdict[]): string {
  const names = (Object.keys(faults) as FaultName[]).filter((name) =>
    verdicts.some(({ plan }) => plan.fault === name),
  )
  const rows = names.map((name) =>
    row(
      faults[name],
      verdicts.filter(({ plan }) => plan.fault === name),
    ),
  )
  return renderRows([head, ...rows, row('all', verdicts)], 1)
}

/** A head and rows as Markdown; the first columns hold words, the others numbers. */
export function renderRows(lines: readonly (readonly string[])[], words: number): string {
  const [head = []] = lines
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const pad = (cell: string, column: number): string =>
    column < words ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  const render = (cells: readonly string[]): string => `| ${cells.map(pad).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column < words ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [render(head), rule, ...lines.slice(1).map(render)].join('\n')
}

function row(name: string, verdicts: readonly Verdict[]): readonly string[] {
  const count = (is: (verdict: Verdict) => boolean): string => String(verdicts.filter(is).length)
  const locks = verdicts.flatMap(({ lockMs }) => (lockMs === undefined ? [] : [lockMs]))
  return [
    name,
    String(verdicts.length),
    count(({ rest }) => rest === 'old'),
    count(({ rest }) => rest === 'new'),
    count(({ rest }) => rest === 'mixed'),
    count(({ unconverged }) => unconverged.length > 0),
    count(({ hung }) => hung),
    count(isOther),
    String(locks.length),
    locks.length === 0 ? '-' : `${(Math.max(...locks) / 1000).toFixed(1)} s`,
  ]
}

/** Wrong in a way that no other column counts. */
function isOther({ problems, rest, unconverged, hung, lockMs = 0 }: Verdict): boolean {
  const isCounted = rest === 'mixed' || unconverged.length > 0 || hung
  return (problems.length > 0 && !isCounted) || lockMs > lockLimitMs
}

/** One line for the run, more when something is wrong. */
export function renderVerdict({ plan, rest, lockMs, problems, said }: Verdict, seconds: number): string {
  const flaw = plan.flaw === 'none' ? '' : `, ${plan.flaw}`
  const lock = lockMs === undefined ? '' : `, lock ${(lockMs / 1000).toFixed(1)} s`
  const line = `${plan.number} ${plan.point} / ${plan.fault}${flaw}: ${rest}${lock} (${seconds.toFixed(1)} s)`
  if (problems.length === 0) return line
  return [
    `${line} VIOLATED`,
    `  plan: ${JSON.stringify(plan)}`,
    ...problems.map((problem) => `  ${problem}`),
    ...said.split('\n').map((text) => `  | ${text.slice(0, 400)}`),
  ].join('\n')
}
