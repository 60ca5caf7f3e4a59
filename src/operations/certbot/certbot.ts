import { certifyMachine } from '../../certificates/certify-machine.js'
import { prepareCertificates } from '../../certificates/prepare-certificates.js'
import { renderMachines } from '../../desired/render-machines.js'
import { fleetOperation } from '../operation.js'
import type { CertbotRequest } from './definition.js'

/** Gives machines the certificates that the flock asks for: restored, ordered, renewed, made or put. */
export const certbot = fleetOperation<CertbotRequest>({
  records: ({ dryRun }) => !dryRun,
  connects: true,
  prepare: async (ports, { view, machines, request }) => {
    // No machine is rendered: this only makes every secret known that a machine might print.
    await renderMachines(ports, view, [])
    const work = await prepareCertificates(ports, { view, machines })
    const { dryRun: isDryRun, force: isForced } = request
    return (task) => certifyMachine(task, { ...work, isDryRun, isForced })
  },
})
