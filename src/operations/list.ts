import type { Json } from '../base/json.js'
import type { Machine } from '../flock/flock.js'
import { defineFleetOperation } from './fleet-operation.js'
import type { Done } from './job.js'
import { chooseAll } from './leftover.js'
import { type Sightings, seenMachines } from './seen.js'
import type { Survey } from './survey.js'

export const list = defineFleetOperation({
  records: () => false,
  choose: async (_ports, survey, { selectors }) => chooseAll(survey, selectors),
  prepare: async (ports, { survey, machines }) => {
    const seen = await seenMachines(ports, survey, machines)
    return async ({ machine }) => describeMachine(machine, survey, seen)
  },
})

function describeMachine(machine: Machine, survey: Survey, sightings: Sightings): Done {
  const seen = sightings.get(machine.name)
  const entry = survey.snapshot.machines.get(machine.name)
  const isWanted = survey.flock.machines.some((wanted) => wanted.name === machine.name)
  const presence = seen?.presence ?? 'absent'
  const { state } = entry ?? {}
  const data: Json = {
    provider: machine.provider,
    groups: machine.groups,
    presence,
    wanted: isWanted,
    ...(seen === undefined ? {} : { address: seen.identity.address }),
    ...(state === undefined
      ? {}
      : { applied: { config: state.config, time: state.time, outcome: state.outcome } }),
  }
  const message = isWanted ? presence : `${presence}; not in flock.yml any more`
  return { kind: 'ok', reason: 'already-so', message, data }
}
