import type { DuplicateData, PresenceData } from '../../base/outcome-data.js'
import type { FlockView } from '../../branch/flock-view.js'
import { certificateData } from '../../certificates/plan/judge-certificate.js'
import type { Machine } from '../../flock/flock.js'
import {
  describeDuplicates,
  listProviderMachines,
  type ProviderMachines,
} from '../../lifecycle/provider-machines.js'
import type { ProviderMachine } from '../../providers/provider.js'
import type { ProviderPorts, RunPorts } from '../../task/ports.js'
import type { TaskOutcome } from '../../task/task.js'
import { fleetOperation } from '../operation.js'
import type { ListRequest } from './definition.js'

export const list = fleetOperation<ListRequest>({
  records: () => false,
  prepare: async (ports: ProviderPorts & RunPorts, { view, machines }) => {
    const existing = await listProviderMachines(ports, view, machines)
    return async ({ machine }) =>
      describeMachine(machine, { view, existing: existing, nowMs: ports.clock.now() })
  },
})

interface Listing {
  readonly view: FlockView
  readonly existing: ProviderMachines
  readonly nowMs: number
}

function describeMachine(machine: Machine, { view, existing, nowMs }: Listing): TaskOutcome {
  const all = existing.all(machine.name)
  const [found] = all
  const { identity, state, certificate } = view.snapshot.machines.get(machine.name) ?? {}
  const isWanted = view.flock.machines.some((desired) => desired.name === machine.name)
  const presence = found?.presence ?? 'absent'
  const dns = identity?.dns?.name ?? machine.dns?.name
  const data: PresenceData = {
    kind: 'presence',
    provider: found?.identity.provider ?? machine.provider,
    groups: machine.groups,
    presence,
    wanted: isWanted,
    ...(found === undefined ? {} : { address: found.identity.address }),
    ...(dns === undefined ? {} : { dns }),
    ...(found?.expiresAt === undefined ? {} : { expiresAt: found.expiresAt }),
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
    ...(found?.expiresAt === undefined ? [] : [`not complete, expires at ${found.expiresAt}`]),
    ...(isWanted ? [] : ['not in flock.yml any more']),
  ].join('; ')
  return { kind: 'ok', reason: 'already-so', message, data }
}

function describeDuplicate({ identity, presence, expiresAt }: ProviderMachine): DuplicateData {
  const { id, provider, address } = identity
  return { id, provider, address, presence, ...(expiresAt === undefined ? {} : { expiresAt }) }
}
