import { formatLocation, type Problem } from '../base/errors.js'
import type { Report } from './report.js'
import { toLines } from './text/lines.js'
import type { Paint } from './text/paint.js'

/**
 * What ended the run as a whole, apart from what went wrong on single machines:
 * the input's problems, or the run's own failure. Each problem is there once.
 */
export function runProblems(report: Report): readonly Problem[] {
  if (report.problems.length > 0) return once(report.problems)
  const saidByMachine = report.outcomes.some(({ reason }) => reason === report.reason)
  if (report.exitCode === 0 || saidByMachine) return []
  const { message, reason, hint } = report
  return [{ message, reason, ...(hint !== undefined && { hint }) }]
}

/** For the error stream of a terminal: each problem with its place and the way out. Empty without problems. */
export function renderProblems(report: Report, paint: Paint): string {
  const lines = runProblems(report).flatMap((problem) => [
    `${paint.bad('error:')} ${oneLine(withPlace(problem))}`,
    ...(problem.hint === undefined ? [] : [`  ${paint.dim(`hint: ${oneLine(problem.hint)}`)}`]),
  ])
  return lines.map((line) => `${line}\n`).join('')
}

/** The message, with its place in front unless it names the file itself; line and column join a file in front. */
export function withPlace({ message, at }: Pick<Problem, 'message' | 'at'>): string {
  if (at === undefined) return message
  const place = formatLocation(at)
  const file = `${at.file}: `
  if (message.startsWith(file)) return `${place}: ${message.slice(file.length)}`
  return message.includes(at.file) ? message : `${place}: ${message}`
}

function once(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map(
    problems.map((problem) => [`${withPlace(problem)}\0${JSON.stringify(problem.at)}`, problem]),
  )
  return [...seen.values()]
}

function oneLine(text: string): string {
  return toLines(text).join(' ')
}
