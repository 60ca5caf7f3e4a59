import { DroverError } from '../base/errors.js'

/**
 * One machine may be asked for in several places, and more than once in each while no answer comes,
 * and is still one machine. More than this is a defect somewhere.
 */
const maxCallsForOne = 200

/** How many machines a run may make. */
export interface LaunchBudget {
  /** Called before each call that may make this machine; throws `over-budget`. */
  spend(machine: string): void
}

export function makeLaunchBudget(limit: number): LaunchBudget {
  const calls = new Map<string, number>()
  return {
    spend: (machine) => {
      const before = calls.get(machine) ?? 0
      if (before === 0 && calls.size >= limit)
        throw overBudget(`${machine}: the run has made ${limit} machines`)
      if (before >= maxCallsForOne) {
        throw overBudget(`${machine}: was asked for ${before} times and is still not there`)
      }
      calls.set(machine, before + 1)
    },
  }
}

/** Throws `over-budget` when more machines are to be made than the run may make: nothing was made yet. */
export function requireBudget(absent: readonly string[], limit: number): void {
  if (absent.length <= limit) return
  throw overBudget(`budget: ${absent.length} machines are to be made, and this run may make ${limit}`)
}

function overBudget(message: string): DroverError {
  return new DroverError(message, {
    reason: 'over-budget',
    hint: 'If that many are meant, give a larger budget: --budget N, or the input "budget".',
  })
}
