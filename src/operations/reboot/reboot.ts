import { listProviderMachines } from '../../lifecycle/provider-machines.js'
import { rebootMachine } from '../../lifecycle/reboot-machine.js'
import type { ProviderPorts } from '../../task/ports.js'
import { fleetOperation } from '../operation.js'
import type { RebootRequest } from './definition.js'

export const reboot = fleetOperation<RebootRequest>({
  records: () => true,
  prepare: async (ports: ProviderPorts, { view, machines }) => {
    const existing = await listProviderMachines(ports, view, machines)
    return (task) => rebootMachine(task, { view, existing })
  },
})
