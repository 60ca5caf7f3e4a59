import { defineFleetOperation } from '../../engine/fleet-operation.js'
import type { Done, Job } from '../../task/task.js'
import { providerOf } from '../../lifecycle/provider-of.js'
import { type Provision, prepareProvision, provisionMachine } from '../../lifecycle/provision-machine.js'
import { absentMachine, requireSeen } from '../../lifecycle/provider-machines.js'
import { cannot } from '../stop/stop.js'

/** `provision` for machines that exist: it makes none. */
export const start = defineFleetOperation({
  records: () => true,
  prepare: async (ports, chosen) => {
    const request = { ...chosen.request, budget: Number.POSITIVE_INFINITY }
    const work = await prepareProvision(ports, { ...chosen, request })
    return (job) => startMachine(job, { ...work, budget: { spend: refuseToMake } })
  },
})

async function startMachine(job: Job, work: Provision): Promise<Done> {
  const { name } = job.machine
  const { identity, presence } = requireSeen(work.seen, name)
  if (presence === 'stopped') {
    const provider = await providerOf(job.ports, work.survey, identity.provider)
    if (provider.stop === undefined) throw cannot(name, { provider: provider.name, verb: 'start' })
  }
  return (await provisionMachine(job, work)).done
}

/** It was there when the run began. */
function refuseToMake(name: string): never {
  throw absentMachine(name)
}
