import { type Cancel, cancels } from './cancel-kill.ts'
import type { CancelPlan } from './cancel-run.ts'
import type { Step } from './cancel-steps.ts'
import { makeRandom } from './schedule.ts'

const ways = Object.keys(cancels) as readonly Cancel[]

/** Every change in both ways, and every line in one of them, in turn. */
export function planCancelsQuick(steps: readonly Step[], seed: number): readonly CancelPlan[] {
  let line = seed
  const choose = ({ at }: Step): readonly Cancel[] => {
    if (at.kind === 'change') return ways
    line += 1
    return ways.slice(line % 2, (line % 2) + 1)
  }
  return numbered(planRound(steps, { choose, random: makeRandom(seed), turn: seed }))
}

/** Every step so many times in both ways. */
export function planCancelsLong(
  steps: readonly Step[],
  { runs, seed }: { readonly runs: number; readonly seed: number },
): readonly CancelPlan[] {
  const random = makeRandom(seed)
  const rounds = Array.from({ length: runs }, (_, turn) =>
    planRound(steps, { choose: () => ways, random, turn: turn + seed }),
  )
  return numbered(rounds.flat())
}

interface Round {
  readonly choose: (step: Step) => readonly Cancel[]
  readonly random: () => number
  /** A step that `provision` follows in one turn is followed by `reap` in the next. */
  readonly turn: number
}

function planRound(
  steps: readonly Step[],
  { choose, random, turn }: Round,
): readonly Omit<CancelPlan, 'number'>[] {
  const planOne = (step: Step, cancel: Cancel, at: number): Omit<CancelPlan, 'number'> => ({
    step,
    cancel,
    next: at % 2 === 0 ? 'provision' : 'reap',
    fate: random() < 0.5 ? 'lost' : 'late',
    delayMs: Math.round(random() ** 2 * 400),
    withChildren: random() < 0.5,
  })
  return steps.flatMap((step, index) => {
    const chosen = choose(step)
    // A line that is met once only: both ways meet both that come after.
    const at = chosen.length === 1 ? Math.floor(index / 2) : index
    return chosen.map((cancel, way) => planOne(step, cancel, at + way + turn))
  })
}

function numbered(plans: readonly Omit<CancelPlan, 'number'>[]): readonly CancelPlan[] {
  return plans.map((plan, index) => ({ ...plan, number: index + 1 }))
}
