import type { Command } from '../../base/command.js'
import { programCommand } from '../../programs/program.js'

/** The units that power a machine off whose making is not completed; user data puts them there. */
const expiryUnit = 'drover-expiry'

const units = [`${expiryUnit}.timer`, `${expiryUnit}.service`]

export const disarmExpiryCommand: Command = programCommand('lifecycle/disarm-expiry.sh', {
  args: [expiryUnit],
})

/** What of the timer is still there; empty when systemd knows neither unit and runs neither. */
export function parseDisarmed(answer: string): readonly string[] {
  const told = new Map(
    answer.split('\n').flatMap((line): readonly (readonly [string, string])[] => {
      const [, unit, state] = /^(\S+) (\S+ \S+)$/.exec(line.trim()) ?? []
      return unit === undefined || state === undefined ? [] : [[unit, state]]
    }),
  )
  return units.flatMap((unit) => {
    const state = told.get(unit)
    if (state === 'not-found inactive') return []
    return [`${unit} is ${state === undefined ? 'not told of' : state.replace(' ', ' and ')}`]
  })
}
