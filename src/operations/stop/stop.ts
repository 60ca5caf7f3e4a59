import { DroverError } from '../../base/errors.js'
import { defineFleetOperation } from '../../engine/fleet-operation.js'
import type { Done, Job } from '../../task/task.js'
import { identityNow } from '../../branch/known-identity.js'
import { removeNames } from '../../lifecycle/machine-dns.js'
import { providerOf } from '../../lifecycle/provider-of.js'
import { requireSeen, type Sightings, seenMachines } from '../../lifecycle/provider-machines.js'
import type { Survey } from '../../branch/flock-view.js'

export const stop = defineFleetOperation({
  records: () => true,
  prepare: async (ports, { survey, machines }) => {
    const seen = await seenMachines(ports, survey, machines)
    return (job) => stopMachine(job, { survey, seen })
  },
})

interface Stop {
  readonly survey: Survey
  readonly seen: Sightings
}

/**
 * The name goes first: the address of a stopped machine may be somebody else's the next moment. The
 * ledger keeps the name and the address it had; `start` puts the new one there and points the name.
 */
async function stopMachine(job: Job, { survey, seen }: Stop): Promise<Done> {
  const { name } = job.machine
  const { identity: found, presence } = requireSeen(seen, name)
  const provider = await providerOf(job.ports, survey, found.provider)
  if (provider.stop === undefined) throw cannot(name, { provider: provider.name, verb: 'stop' })
  const known = survey.snapshot.machines.get(name)?.identity
  const identity = identityNow(found, known)
  // A stopped machine has no address: the one that the name may point to is the ledger's.
  const named = known?.id === identity.id ? { ...identity, address: known.address } : identity
  await removeNames(job, { identities: [named], flock: survey.flock.name })
  if (presence === 'stopped') return { kind: 'ok', reason: 'already-so', message: 'is stopped' }
  await job.step('stop', () => provider.stop?.({ name, id: identity.id }) ?? Promise.resolve())
  return { kind: 'changed', reason: 'done', message: `stopped ${identity.id}; its disk stays` }
}

export function cannot(
  name: string,
  { provider, verb }: { readonly provider: string; readonly verb: string },
): DroverError {
  return new DroverError(`${name}: the provider "${provider}" cannot ${verb} machines`, {
    reason: 'provider-failed',
    hint: `Do it where the machine is, or by "drover run ${name} -- COMMAND".`,
  })
}
