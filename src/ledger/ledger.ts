import type { Identity } from '../base/identity.js'
import type { JsonObject } from '../base/json.js'
import type { OutcomeKind } from '../base/outcome.js'
import type { ReasonCode } from '../base/reasons.js'
import type { Run } from '../base/run.js'
import type { Tree } from '../base/tree.js'
import type { LogEvent } from '../events/log-event.js'
import type { LedgerRecord } from '../events/record.js'

/** `machines/M/state.json`: the state that Drover last applied to the machine. */
export interface AppliedState {
  /** Commit of the config branch that was applied. */
  readonly config: string
  /** Digest of the desired files, which is also in the stamp on the machine. */
  readonly digest: string
  readonly operation: string
  readonly outcome: OutcomeKind
  readonly reason: ReasonCode
  readonly run: Run
  /** UTC, ISO 8601. */
  readonly time: string
  /** Commits of the deployed code, by name. */
  readonly code?: Readonly<Record<string, string>>
  /** Digests of the roles that were run, by name. */
  readonly baseline?: Readonly<Record<string, string>>
}

/** `machines/M/certificate.json`: the TLS certificate that was last observed in use on the machine. The file outlives the machine. */
export interface CertificateRecord {
  readonly from: 'acme' | 'secret' | 'self-signed'
  readonly names: readonly string[]
  /** UTC, ISO 8601. */
  readonly notBefore: string
  readonly notAfter: string
  readonly serial: string
  readonly issuer: string
  /** Only of `acme`: URL of the directory. */
  readonly acme?: string
  /** Only of `acme`: certbot's name for the certificate. */
  readonly lineage?: string
  /** Digest of everything that is sealed with the certificate, or of the certificate itself where nothing is sealed. */
  readonly sha256: string
  /** When the certificate was ordered or made, if that is known; UTC, ISO 8601. */
  readonly orderedAt?: string
}

export interface MachineEntry {
  readonly identity?: Identity
  /** `machines/M/launch.json`: the intent of an incomplete launch, in a form that only its provider reads. */
  readonly launch?: JsonObject
  readonly state?: AppliedState
  readonly certificate?: CertificateRecord
}

/** The config branch at one commit. */
export interface Snapshot {
  readonly commit: string
  /** All files of the branch. */
  readonly tree: Tree
  /** By machine name, from `machines/`. */
  readonly machines: ReadonlyMap<string, MachineEntry>
}

export interface Pushed {
  /** The commit that holds all records, on the branch. */
  readonly commit: string
  readonly attempts: number
}

export interface HistoryQuery {
  readonly machines?: readonly string[]
  /** Only events of this run, in all its attempts. */
  readonly runId?: string
  /** First day that is read, `YYYY-MM-DD` in UTC. */
  readonly since?: string
  readonly limit: number
}

/**
 * The config branch. Failures are DroverErrors: `branch-missing`,
 * `repository-unreachable`, `invalid-ledger`, `push-failed`.
 */
export interface Ledger {
  /** Fetches the head of the branch. */
  read(): Promise<Snapshot>
  /** Fetches one older commit; undefined when the repository no longer has it. */
  readAt(commit: string): Promise<Snapshot | undefined>
  /**
   * Commits each record on the head of the branch, one commit a record, the last one with log and dashboard of
   * all, and pushes them all at once with compare-and-swap, repeatedly with jitter until the deadline. A record
   * whose id is on the branch already is not committed twice. After `push-failed` none of the records is on the branch.
   */
  push(records: readonly LedgerRecord[]): Promise<Pushed>
  /** True if the head of the branch is this commit or comes after it: it was merged, and was not taken back by a rewritten history. */
  isOnBranch(commit: string): Promise<boolean>
  /** The commit that a ref of the same repository is at; undefined when there is no such ref. */
  headOf(ref: string): Promise<string | undefined>
  /** Newest first. */
  history(query: HistoryQuery): Promise<readonly LogEvent[]>
  close(): Promise<void>
}
