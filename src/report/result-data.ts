import type { ReasonCode } from '../base/reasons.js'
import type { LogEvent } from '../events/log-event.js'

// Types and not interfaces: their values are JSON, which only a type's can be shown to be.

/** The answer of an operation that is not about machines one by one. */
export type ResultData = FindingsData | EventsData | JobsData | AccountedData | SealKeyData | CompletionData

/** Of `init`, `import`, `workflows` and `doctor`. */
export type FindingsData = {
  readonly kind: 'findings'
  readonly findings: readonly Finding[]
  /** What is left for the person. */
  readonly next: readonly string[]
}

/**
 * One line of what was found or done. `note`: worth knowing, or not to be known from here. Only a `problem`
 * makes the exit status other than 0.
 */
export type Finding = {
  readonly state: 'ok' | 'changed' | 'note' | 'problem'
  /** What it is about, in a word or a path. */
  readonly about: string
  readonly message: string
  /** The way out. */
  readonly hint?: string
  /** A few lines more, as a diff. */
  readonly detail?: string
  readonly reason?: ReasonCode
}

/** Of `history`. In JSON it is the list of its events alone. */
export type EventsData = { readonly kind: 'events'; readonly events: readonly HistoryEvent[] }

export type HistoryEvent = LogEvent & {
  /** Absent when GitHub was not asked; null for a run at a shell or of another repository. */
  readonly github?: RunAtGitHub | null
}

/** What GitHub still knows of a run. */
export type RunAtGitHub =
  | {
      readonly state: 'known'
      readonly workflow: string
      readonly title: string
      readonly event: string
      readonly conclusion: string
      readonly url: string
      readonly duration_ms: number | null
    }
  | { readonly state: 'expired' | 'not-asked' }

/** Of `shard`. */
export type JobsData = {
  readonly kind: 'jobs'
  readonly canary: readonly JobData[]
  readonly shards: readonly JobData[]
  readonly machines: readonly string[]
}

/** One job of a matrix. */
export type JobData = {
  readonly name: string
  /** Names, separated by spaces. */
  readonly machines: string
  readonly lock: string
}

/** Of `record`. */
type AccountedData = {
  readonly kind: 'accounted'
  /** Operation of the jobs. */
  readonly for: string
  /** Commit of the config branch that was read. */
  readonly config: string
}

/** Of `seal-key`. */
type SealKeyData = {
  readonly kind: 'seal-key'
  readonly identity: string
  readonly recipient: string
}

/** Of `completion`. */
type CompletionData = {
  readonly kind: 'completion'
  readonly shell: string
  readonly script: string
}
