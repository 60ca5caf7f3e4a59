import { certifyMachine } from '../../certificates/certify-machine.js'
import { type CertificatePorts, prepareCertificates } from '../../certificates/prepare-certificates.js'
import { fleetOperation } from '../operation.js'
import type { CertbotRequest } from './definition.js'

/** Gives machines the certificates that the flock asks for: restored, ordered, renewed, made or put. */
export const certbot = fleetOperation<CertbotRequest>({
  records: ({ dryRun }) => !dryRun,
  connects: true,
  prepare: async (ports: CertificatePorts, { view, machines, request }) => {
    const work = await prepareCertificates(ports, { view, machines })
    const { dryRun: isDryRun, force: isForced } = request
    return (task) => certifyMachine(task, { ...work, isDryRun, isForced })
  },
})
