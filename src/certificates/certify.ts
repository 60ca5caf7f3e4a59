import type { JsonObject } from '../base/json.js'
import type { FlockView } from '../branch/flock-view.js'
import type { MachineConnection } from '../connection/machine-connection.js'
import type { DesiredCertificate } from '../flock/desired-certificate.js'
import type { Ledger } from '../ledger/ledger.js'
import type { PushNow } from '../task/push-now.js'
import type { CertificateRecord } from './certificate-file.js'
import type { ObservedCertificates } from './commands/observe-certificates.js'
import type { GivenCertificates } from './given-certificates.js'
import type { OrderBudget } from './make-order-budget.js'
import type { CertificatePlan } from './plan/plan-certificate.js'

export interface Certify {
  readonly view: FlockView
  readonly given: GivenCertificates
  readonly pushNow: PushNow
  /** The log of the branch: what failed may be news of another run. */
  readonly history: Ledger['history']
  readonly budget: OrderBudget
  readonly isDryRun: boolean
  readonly isForced: boolean
}

/** What this run has done so far. */
export interface Progress {
  recorded: CertificateRecord | undefined
  isRestorable: boolean
  isForced: boolean
  /** What the log is to know of an order that is not pushed yet. */
  hasOrdered?: JsonObject | undefined
  readonly done: string[]
}

export interface Around extends Certify {
  readonly connection: MachineConnection
  readonly desired: DesiredCertificate
  readonly observed: ObservedCertificates
  readonly plan: CertificatePlan
  readonly progress: Progress
}
