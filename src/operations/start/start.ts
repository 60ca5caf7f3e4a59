import { absentMachine, requireProviderMachine } from '../../lifecycle/provider-machines.js'
import { cannot, providerOf } from '../../lifecycle/provider-of.js'
import {
  type Provision,
  type ProvisionPorts,
  prepareProvision,
  provisionMachine,
} from '../../lifecycle/provision-machine.js'
import type { Task, TaskOutcome } from '../../task/task.js'
import { fleetOperation } from '../operation.js'
import type { StartRequest } from './definition.js'

/** `provision` for machines that exist: it makes none. */
export const start = fleetOperation<StartRequest>({
  records: () => true,
  prepare: async (ports: ProvisionPorts, chosen) => {
    const request = { ...chosen.request, dryRun: false, budget: Number.POSITIVE_INFINITY }
    const work = await prepareProvision(ports, { ...chosen, request })
    return (task) => startMachine(task, { ...work, budget: { spend: refuseToMake } })
  },
})

async function startMachine(task: Task, work: Provision): Promise<TaskOutcome> {
  const { name } = task.machine
  const { identity, presence } = requireProviderMachine(work.existing, name)
  if (presence === 'stopped') {
    const provider = await providerOf(task.ports, work.view, identity.provider)
    if (provider.stop === undefined) throw cannot(name, { provider: provider.name, verb: 'start' })
  }
  return (await provisionMachine(task, work)).done
}

/** It was there when the run began. */
function refuseToMake(name: string): never {
  throw absentMachine(name)
}
