import type { Machine } from '../../flock/flock.js'
import { renderMachines } from '../desired.js'
import { defineFleetOperation } from '../fleet-operation.js'
import type { Ports } from '../ports.js'
import { makePushNow } from '../push-now.js'
import type { Request } from '../request.js'
import type { Survey } from '../survey.js'
import { certifyMachine } from './certify-machine.js'
import { readGivenCertificates } from './given-certificates.js'
import type { Certify } from './progress.js'

/** Gives machines the certificates that the flock asks for: restored, ordered, renewed, made or put. */
export const certbot = defineFleetOperation({
  records: ({ dryRun }: Request) => !dryRun,
  connects: true,
  prepare: async (ports, { survey, machines, request }) => {
    // No machine is rendered: this only makes every secret known that a machine might print.
    await renderMachines(ports, survey, [])
    const work = await prepareCertificates(ports, { survey, machines, operation: request.operation })
    const { dryRun: isDryRun, force: isForced = false } = request
    return (job) => certifyMachine(job, { ...work, isDryRun, isForced })
  },
})

export interface CertificatesOf {
  readonly survey: Survey
  readonly machines: readonly Machine[]
  readonly operation: string
}

/** Everything about certificates that can be refused before a machine is touched. */
export async function prepareCertificates(
  ports: Ports,
  { survey, machines, operation }: CertificatesOf,
): Promise<Certify> {
  const given = readGivenCertificates(ports, machines)
  // What is ordered must be kept: without the key nothing is begun.
  if (machines.some(({ certificate }) => certificate?.from === 'acme' && certificate.contact !== undefined)) {
    await ports.seal()
  }
  return { operation, survey, given, pushNow: makePushNow(ports), isDryRun: false, isForced: false }
}
