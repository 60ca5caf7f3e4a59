import type { FlockView } from '../../branch/flock-view.js'
import type { Certify } from '../../certificates/certify.js'
import { certifyMachine } from '../../certificates/certify-machine.js'
import { readGivenCertificates } from '../../certificates/given-certificates.js'
import { makeOrderBudget, type OrderBudget } from '../../certificates/make-order-budget.js'
import { registeredDomain } from '../../certificates/plan/registered-domain.js'
import { readOrdersSoFar } from '../../certificates/read-orders-so-far.js'
import { renderMachines } from '../../configure/render-machines.js'
import { defineFleetOperation } from '../../engine/fleet-operation.js'
import type { DesiredCertificate } from '../../flock/desired-certificate.js'
import type { Machine } from '../../flock/flock.js'
import { acmeDirectories } from '../../flock/schema/certificate-schema.js'
import type { Request } from '../../request/request.js'
import type { Ports } from '../../task/ports.js'
import { makePushNow } from '../../task/push-now.js'

/** Gives machines the certificates that the flock asks for: restored, ordered, renewed, made or put. */
export const certbot = defineFleetOperation({
  records: ({ dryRun }: Request) => !dryRun,
  connects: true,
  prepare: async (ports, { view, machines, request }) => {
    // No machine is rendered: this only makes every secret known that a machine might print.
    await renderMachines(ports, view, [])
    const work = await prepareCertificates(ports, { view, machines, operation: request.operation })
    const { dryRun: isDryRun, force: isForced = false } = request
    return (task) => certifyMachine(task, { ...work, isDryRun, isForced })
  },
})

export interface CertificatesOf {
  readonly view: FlockView
  readonly machines: readonly Machine[]
  readonly operation: string
}

/** Everything about certificates that can be refused before a machine is touched. */
export async function prepareCertificates(
  ports: Ports,
  { view, machines, operation }: CertificatesOf,
): Promise<Certify> {
  const given = readGivenCertificates(ports, machines)
  // What is ordered must be kept: without the key nothing is begun.
  if (machines.some(({ certificate }) => certificate?.from === 'acme' && certificate.contact !== undefined)) {
    await ports.seal()
  }
  const budget = await openBudget(ports, machines)
  return { operation, view, given, pushNow: makePushNow(ports), budget, isDryRun: false, isForced: false }
}

/** A week of the log is read only for orders that count. */
async function openBudget(ports: Ports, machines: readonly Machine[]): Promise<OrderBudget> {
  const isCounted = (desired: DesiredCertificate | undefined): boolean =>
    desired?.from === 'acme' && desired.contact !== undefined && desired.acme === acmeDirectories.production
  const mayCount = machines.some(({ certificate }) => isCounted(certificate))
  const soFar = mayCount ? await readOrdersSoFar(ports) : { orders: [] }
  return makeOrderBudget({ soFar, clock: ports.clock, registeredDomain })
}
