import { DroverError } from '../base/errors.js'
import { defineFleetOperation } from './fleet-operation.js'
import type { Done, Job } from './job.js'
import { providerOf } from './provider-of.js'
import { requireSeen, type Sightings, seenMachines } from './seen.js'
import type { Survey } from './survey.js'

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

/** The ledger keeps the address it had: `start` puts the new one there. */
async function stopMachine(job: Job, { survey, seen }: Stop): Promise<Done> {
  const { name } = job.machine
  const { identity, presence } = requireSeen(seen, name)
  if (presence === 'stopped') return { kind: 'ok', reason: 'already-so', message: 'is stopped' }
  const provider = await providerOf(job.ports, survey, identity.provider)
  if (provider.stop === undefined) throw cannot(name, { provider: provider.name, verb: 'stop' })
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
