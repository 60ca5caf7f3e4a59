import type { FlockView } from '../branch/flock-view.js'
import type { DesiredCertificate } from '../flock/desired-certificate.js'
import type { Machine } from '../flock/flock.js'
import { acmeDirectories } from '../flock/schema/certificate-schema.js'
import type { BranchPorts, RunPorts, SecretPorts } from '../task/ports.js'
import { makePushNow } from '../task/push-now.js'
import type { Certify } from './certify.js'
import { readGivenCertificates } from './given-certificates.js'
import { makeOrderBudget, type OrderBudget } from './make-order-budget.js'
import { registeredDomain } from './plan/registered-domain.js'
import { readOrdersSoFar } from './read-orders-so-far.js'

export type CertificatePorts = BranchPorts & RunPorts & SecretPorts

export interface CertificatesOf {
  readonly view: FlockView
  readonly machines: readonly Machine[]
}

/** Everything about certificates that can be refused before a machine is touched. */
export async function prepareCertificates(
  ports: CertificatePorts,
  { view, machines }: CertificatesOf,
): Promise<Certify> {
  const given = readGivenCertificates(ports, machines)
  // What is ordered must be kept: without the key nothing is begun.
  if (machines.some(({ certificate }) => certificate?.from === 'acme' && certificate.contact !== undefined)) {
    await ports.seal()
  }
  const budget = await openBudget(ports, machines)
  return {
    view,
    given,
    pushNow: makePushNow(ports),
    history: (query) => ports.ledger.history(query),
    budget,
    isDryRun: false,
    isForced: false,
  }
}

/** A week of the log is read only for orders that count. */
async function openBudget(ports: CertificatePorts, machines: readonly Machine[]): Promise<OrderBudget> {
  const isCounted = (desired: DesiredCertificate | undefined): boolean =>
    desired?.from === 'acme' && desired.contact !== undefined && desired.acme === acmeDirectories.production
  const mayCount = machines.some(({ certificate }) => isCounted(certificate))
  const soFar = mayCount ? await readOrdersSoFar(ports) : { orders: [] }
  return makeOrderBudget({ soFar, clock: ports.clock, registeredDomain })
}
