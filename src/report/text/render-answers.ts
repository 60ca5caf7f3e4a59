import type { Outcome } from '../../base/outcome.js'
import { describeGroup, groupAnswers } from '../group-answers.js'
import { toLines } from './lines.js'
import type { Paint } from './paint.js'

/** The answer of `run`: each different answer once, with the machines that gave it. */
export function renderAnswers(outcomes: readonly Outcome[], paint: Paint): readonly string[] {
  return groupAnswers(outcomes).flatMap((group) => {
    const { stdout, stderr, truncated } = group.answer
    return [
      `${paint.strong(describeGroup(group))}`,
      ...toLines(stdout).map((line) => `  ${paint.dim('|')} ${line}`),
      ...toLines(stderr).map((line) => `  ${paint.dim('!')} ${line}`),
      ...(truncated ? [`  ${paint.dim('… the output was too long and is cut')}`] : []),
    ]
  })
}
