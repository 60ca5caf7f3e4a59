import { InputError, type Problem } from './errors.js'

/** Each problem once, in order: machines of one group have the same ones. */
export function uniqueProblems(problems: readonly Problem[]): readonly Problem[] {
  return [
    ...new Map(problems.map((problem) => [JSON.stringify([problem.at, problem.message]), problem])).values(),
  ]
}

export interface ProblemCollector {
  /** What `work` gives; undefined when it throws an InputError, whose problems are kept. */
  collect<T>(work: () => T): T | undefined
  /** Each once. */
  problems(): readonly Problem[]
}

/** So that all problems of an input are told at once. */
export function createProblemCollector(): ProblemCollector {
  const met: Problem[] = []
  return {
    collect: (work) => {
      try {
        return work()
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        met.push(...error.problems)
        return undefined
      }
    },
    problems: () => uniqueProblems(met),
  }
}
