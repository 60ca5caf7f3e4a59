import { type ProvisionPorts, prepareProvision, provisionMachine } from '../../lifecycle/provision-machine.js'
import { fleetOperation } from '../operation.js'
import type { ProvisionRequest } from './definition.js'

export const provision = fleetOperation<ProvisionRequest>({
  records: ({ dryRun }) => !dryRun,
  prepare: async (ports: ProvisionPorts, chosen) => {
    const work = await prepareProvision(ports, chosen)
    return async (task) => (await provisionMachine(task, work)).done
  },
})
