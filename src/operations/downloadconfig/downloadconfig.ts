import { captureMachine } from '../../capture/capture-machine.js'
import { type RenderPorts, renderMachines } from '../../desired/render-machines.js'
import { fleetOperation } from '../operation.js'
import type { DownloadconfigRequest } from './definition.js'

export const downloadconfig = fleetOperation<DownloadconfigRequest>({
  records: () => true,
  connects: true,
  prepare: async (ports: RenderPorts, { view, machines }) => {
    const desired = await renderMachines(ports, view, machines)
    return (task) => captureMachine(task, { view, desired })
  },
})
