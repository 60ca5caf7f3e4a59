import type { FlockView } from '../../branch/flock-view.js'
import { identityNow } from '../../branch/known-identity.js'
import { removeNames } from '../../lifecycle/machine-dns.js'
import {
  listProviderMachines,
  type ProviderMachines,
  requireProviderMachine,
} from '../../lifecycle/provider-machines.js'
import { cannot, providerOf } from '../../lifecycle/provider-of.js'
import type { ProviderPorts } from '../../task/ports.js'
import type { Task, TaskOutcome } from '../../task/task.js'
import { fleetOperation } from '../operation.js'
import type { StopRequest } from './definition.js'

export const stop = fleetOperation<StopRequest>({
  records: () => true,
  prepare: async (ports: ProviderPorts, { view, machines }) => {
    const existing = await listProviderMachines(ports, view, machines)
    return (task) => stopMachine(task, { view, existing })
  },
})

interface Stop {
  readonly view: FlockView
  readonly existing: ProviderMachines
}

/**
 * The name goes first: the address of a stopped machine may be somebody else's the next moment. The
 * ledger keeps the name and the address it had; `start` puts the new one there and points the name.
 */
async function stopMachine(task: Task, { view, existing }: Stop): Promise<TaskOutcome> {
  const { name } = task.machine
  const { identity: found, presence } = requireProviderMachine(existing, name)
  const provider = await providerOf(task.ports, view, found.provider)
  if (provider.stop === undefined) throw cannot(name, { provider: provider.name, verb: 'stop' })
  const known = view.snapshot.machines.get(name)?.identity
  const identity = identityNow(found, known)
  // A stopped machine has no address: the one that the name may point to is the ledger's.
  const named = known?.id === identity.id ? { ...identity, address: known.address } : identity
  await removeNames(task, { identities: [named], flock: view.flock.name })
  if (presence === 'stopped') return { kind: 'ok', reason: 'already-so', message: 'is stopped' }
  await task.step(
    { kind: 'stop', text: 'stop' },
    () => provider.stop?.({ name, id: identity.id }) ?? Promise.resolve(),
  )
  return { kind: 'changed', reason: 'done', message: `stopped ${identity.id}; its disk stays` }
}
