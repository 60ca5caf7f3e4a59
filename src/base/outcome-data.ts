// Types and not interfaces: their values are JSON, which only a type's can be shown to be.

/** What an operation found out about one machine. `--json` and the action's output `result` show it as it is. */
export type OutcomeData =
  | PlanData
  | PresenceData
  | CertificateOutcomeData
  | AnswerData
  | UpdateData
  | SavedData
  | UploadedData

/** Of `plan`, of `configure` with `dry-run`, and of `verify`. */
export type PlanData = {
  readonly kind: 'plan'
  readonly digest: string
  readonly changes: readonly PlannedChange[]
  readonly followUps: readonly string[]
  /** True when nothing but the stamp would be written. */
  readonly stampOnly: boolean
  /** Of `verify`. */
  readonly certificate?: CertificateData
}

export type PlannedChange = {
  readonly path: string
  readonly action: string
  /** Unified diff, secrets as placeholders; absent when there is nothing to show line by line. */
  readonly diff?: string
  readonly after: readonly string[]
}

/** Of `list`. */
export type PresenceData = {
  readonly kind: 'presence'
  readonly provider: string
  readonly groups: readonly string[]
  readonly presence: string
  /** False when `flock.yml` has the machine no more. */
  readonly wanted: boolean
  readonly address?: string
  /** Name in the DNS. */
  readonly dns?: string
  /** Of a machine whose making is not complete. */
  readonly expiresAt?: string
  readonly certificate?: CertificateData
  /** All machines of this name, when there is more than one. */
  readonly duplicates?: readonly DuplicateData[]
  readonly applied?: { readonly config: string; readonly time: string; readonly outcome: string }
}

export type DuplicateData = {
  readonly id: string
  readonly provider: string
  readonly address: string
  readonly presence: string
  readonly expiresAt?: string
}

/** Of `certbot`. */
type CertificateOutcomeData = { readonly kind: 'certificate'; readonly certificate: CertificateData }

export type CertificateData = {
  readonly names: readonly string[]
  /** UTC, ISO 8601. */
  readonly notAfter: string
  /** Whole days; negative when it has ended. */
  readonly daysLeft: number
  readonly urgency: 'fine' | 'soon' | 'urgent' | 'expired'
  readonly issuer: string
  readonly from?: string
  /** Directory of the ACME server. */
  readonly acme?: string
}

/** Of `run`. */
export type AnswerData = {
  readonly kind: 'answer'
  readonly code: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
  readonly truncated: boolean
}

/** Of `update`. */
type UpdateData = { readonly kind: 'update' } & UpdateFacts

export type UpdateFacts = {
  /** Of a dry run. */
  readonly would?: readonly PackageChange[]
  readonly packages: readonly PackageChange[]
  readonly left: readonly PackageLeft[]
  /** Packages that an earlier run had left half done, and that are whole now. */
  readonly repaired: readonly string[]
  readonly needsReboot: boolean
  readonly rebooted?: boolean
  readonly failedChecks?: readonly string[]
}

export type PackageChange = {
  readonly name: string
  /** Null for one that came. */
  readonly before: string | null
  /** Null for one that went. */
  readonly after: string | null
}

export type PackageLeft = PackageChange & {
  /** `held` by somebody on the machine, or `kept-back` because it would take others away. */
  readonly why: string
}

/** Of `backup` and `download`. */
type SavedData = {
  readonly kind: 'saved'
  /** On this computer. */
  readonly file: string
  readonly size: number
  readonly sha256: string
  /** Path on the machine; of `download`. */
  readonly from?: string
  /** On the machine; of `backup`. */
  readonly paths?: readonly string[]
  /** What changed while it was read; of `backup`. */
  readonly warnings?: readonly string[]
}

/** Of `upload`. */
type UploadedData = { readonly kind: 'uploaded' } & UploadedFacts

export type UploadedFacts = {
  readonly path: string
  readonly size: number
  readonly sha256: string
  readonly mode: string
  readonly owner: string
}
