/** Milliseconds of every round, by what was measured. */
export interface Times {
  measure(what: string, work: () => Promise<unknown>): Promise<void>
  /** The middle one of the rounds, in milliseconds; NaN if there was none. */
  median(what: string): number
  rounds(what: string): number
}

export function makeTimes(): Times {
  const all = new Map<string, number[]>()
  const of = (what: string): readonly number[] => all.get(what) ?? []
  return {
    measure: async (what, work) => {
      const startedMs = performance.now()
      await work()
      all.set(what, [...of(what), performance.now() - startedMs])
    },
    median: (what) => {
      const sorted = [...of(what)].sort((a, b) => a - b)
      return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
    },
    rounds: (what) => of(what).length,
  }
}
