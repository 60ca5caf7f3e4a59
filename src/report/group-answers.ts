import { describeEnd } from '../base/command.js'
import type { Outcome } from '../base/outcome.js'
import { type Answer, parseAnswer } from './outcome-data.js'

export interface AnswerGroup {
  readonly machines: readonly string[]
  readonly answer: Answer
}

/** Machines that gave the same output and the same exit status, the largest group first. */
export function groupAnswers(outcomes: readonly Outcome[]): readonly AnswerGroup[] {
  const groups = new Map<string, { machines: string[]; answer: Answer }>()
  for (const { machine, data } of outcomes) {
    const answer = parseAnswer(data)
    if (answer === undefined) continue
    const key = JSON.stringify(answer)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { machines: [machine], answer })
    else group.machines.push(machine)
  }
  return [...groups.values()].sort((a, b) => b.machines.length - a.machines.length)
}

/** `3 machines answered the same, exited with 0: a, b, c`. */
export function describeGroup({ machines, answer }: AnswerGroup): string {
  const [only] = machines
  if (machines.length === 1) return `${only} answered and ${describeEnd(answer)}`
  return `${machines.length} machines answered the same and ${describeEnd(answer).replace(/^was/, 'were')}: ${machines.join(', ')}`
}
