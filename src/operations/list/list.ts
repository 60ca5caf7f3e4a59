import type { Json, JsonObject } from '../../base/json.js'
import type { Machine } from '../../flock/flock.js'
import type { Seen } from '../../providers/provider.js'
import { defineFleetOperation } from '../../engine/fleet-operation.js'
import type { Done } from '../../task/task.js'
import { certificateData } from '../../certificates/plan/judge-certificate.js'
import { describeDuplicates, type Sightings, seenMachines } from '../../lifecycle/provider-machines.js'
import type { Survey } from '../../branch/flock-view.js'

export const list = defineFleetOperation({
  records: () => false,
  prepare: async (ports, { survey, machines }) => {
    const seen = await seenMachines(ports, survey, machines)
    return async ({ machine }) =>
      describeMachine(machine, { survey, sightings: seen, nowMs: ports.clock.now() })
  },
})

interface Listing {
  readonly survey: Survey
  readonly sightings: Sightings
  readonly nowMs: number
}

function describeMachine(machine: Machine, { survey, sightings, nowMs }: Listing): Done {
  const all = sightings.all(machine.name)
  const [seen] = all
  const { identity, state, certificate } = survey.snapshot.machines.get(machine.name) ?? {}
  const isWanted = survey.flock.machines.some((wanted) => wanted.name === machine.name)
  const presence = seen?.presence ?? 'absent'
  const dns = identity?.dns?.name ?? machine.dns?.name
  const data: Json = {
    provider: seen?.identity.provider ?? machine.provider,
    groups: machine.groups,
    presence,
    wanted: isWanted,
    ...(seen === undefined ? {} : { address: seen.identity.address }),
    ...(dns === undefined ? {} : { dns }),
    ...(seen?.expiresAt === undefined ? {} : { expiresAt: seen.expiresAt }),
    ...(certificate === undefined ? {} : { certificate: certificateData(certificate, nowMs) }),
    ...(all.length < 2 ? {} : { duplicates: all.map(describeDuplicate) }),
    ...(state === undefined
      ? {}
      : { applied: { config: state.config, time: state.time, outcome: state.outcome } }),
  }
  if (all.length > 1) {
    return {
      kind: 'failed',
      reason: 'ambiguous-machine',
      message: describeDuplicates(all),
      hint: 'Look at each, and end the one that should not be at its provider by its id.',
      data,
    }
  }
  const message = [
    presence,
    ...(seen?.expiresAt === undefined ? [] : [`not complete, expires at ${seen.expiresAt}`]),
    ...(isWanted ? [] : ['not in flock.yml any more']),
  ].join('; ')
  return { kind: 'ok', reason: 'already-so', message, data }
}

function describeDuplicate({ identity, presence, expiresAt }: Seen): JsonObject {
  const { id, provider, address } = identity
  return { id, provider, address, presence, ...(expiresAt === undefined ? {} : { expiresAt }) }
}
