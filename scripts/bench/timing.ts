/** Milliseconds of every round, by what was measured. */
export interface Times {
  measure(what: string, work: () => Promise<unknown>): Promise<void>
  /** In milliseconds; NaN when there was no round. */
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
      const at = (index: number): number => sorted[index] ?? Number.NaN
      const middle = (sorted.length - 1) / 2
      return (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2
    },
    rounds: (what) => of(what).length,
  }
}
