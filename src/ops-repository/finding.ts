import type { Json } from '../base/json.js'
import type { ReasonCode } from '../base/reasons.js'

/**
 * One line of what `init`, `workflows` and `doctor` found or did. `note`: worth knowing, or not to be
 * known from here. Only a `problem` makes the exit status other than 0.
 */
export interface Finding {
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

/** `data` of the operations about a folder; `next` is what is left for the person. */
export function findingsData(findings: readonly Finding[], next: readonly string[] = []): Json {
  return { findings: findings.map((finding) => ({ ...finding })), next }
}
