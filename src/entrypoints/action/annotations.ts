import type { Location } from '../../base/errors.js'
import { holds, type Outcome } from '../../base/outcome.js'
import { cutCharacters, githubLimits } from '../../report/github/github-limits.js'
import type { Report } from '../../report/report.js'
import { toLines } from '../../report/text/lines.js'
import { runProblems, withPlace } from '../../report/trouble.js'

export interface Annotation {
  readonly level: 'error' | 'warning'
  readonly title: string
  readonly message: string
  /** Only a file of the config branch: GitHub shows it against the commit. */
  readonly at?: Location
}

/** What is wrong, each thing once however many machines have it, and no more than GitHub shows. */
export function annotationsOf(report: Report): readonly Annotation[] {
  const problems = runProblems(report).map((problem) =>
    annotation({ ...problem, level: 'error', title: `drover ${report.operation}` }),
  )
  const machines = groupEqual(report.outcomes.filter((outcome) => !holds(outcome))).map(
    ({ names, outcome }) =>
      annotation({
        ...outcome,
        level: outcome.kind === 'skipped' ? 'warning' : 'error',
        title: `${outcome.operation}: ${nameSome(names)}`,
      }),
  )
  const all = [...problems, ...machines]
  return (['error', 'warning'] as const).flatMap((level) => limit(all.filter((one) => one.level === level)))
}

function annotation(from: {
  readonly level: Annotation['level']
  readonly title: string
  readonly message: string
  readonly hint?: string
  readonly at?: Location
}): Annotation {
  const { level, title, hint, at } = from
  const text = hint === undefined ? withPlace(from) : `${withPlace(from)}\n${hint}`
  return {
    level,
    title: cutCharacters(toLines(title).join(' '), 200),
    message: cutCharacters(toLines(text).join('\n'), githubLimits.annotationCharacters),
    ...(at !== undefined && isOnBranch(at.file) && { at }),
  }
}

function groupEqual(outcomes: readonly Outcome[]): readonly { names: readonly string[]; outcome: Outcome }[] {
  const groups = new Map<string, { names: string[]; outcome: Outcome }>()
  for (const outcome of outcomes) {
    const { operation, kind, message, hint, at } = outcome
    const key = JSON.stringify([operation, kind, message, hint, at])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { names: [outcome.machine], outcome })
    else group.names.push(outcome.machine)
  }
  return [...groups.values()]
}

function nameSome(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ')
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown
}

function limit(annotations: readonly Annotation[]): readonly Annotation[] {
  const max = githubLimits.annotationsPerLevel
  const [first] = annotations
  if (annotations.length <= max || first === undefined) return annotations
  const left = annotations.length - (max - 1)
  return [
    ...annotations.slice(0, max - 1),
    { level: first.level, title: 'drover', message: `${left} more: see the job summary` },
  ]
}

/** People and Drover keep files at these places of the branch; the toolkit's own files have other names. */
function isOnBranch(file: string): boolean {
  const isClean = !file.split('/').includes('..')
  return isClean && /^(flock\.yml$|(config|secrets-templates|ansible|machines|log)\/)/.test(file)
}
