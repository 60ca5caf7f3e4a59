import { describeEnd } from '../base/command.js'
import type { Outcome } from '../base/outcome.js'
import type { AnswerData } from '../base/outcome-data.js'

export interface AnswerGroup {
  readonly machines: readonly string[]
  readonly answer: AnswerData
}

/** Machines that gave the same output and the same exit status, the largest group first. */
export function groupAnswers(outcomes: readonly Outcome[]): readonly AnswerGroup[] {
  const groups = new Map<string, { machines: string[]; answer: AnswerData }>()
  for (const { machine, data: answer } of outcomes) {
    if (answer?.kind !== 'answer') continue
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
