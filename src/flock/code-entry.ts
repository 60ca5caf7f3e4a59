import type { FollowUp } from '../base/follow-up.js'

/** A git revision that a machine runs from. */
export interface CodeEntry {
  readonly name: string
  readonly url: string
  /** Branch, tag or commit, as written. */
  readonly revision: string
  /** Absolute; a link to the release that is in use. */
  readonly path: string
  /** `clone`: the machine fetches; `push`: the runner sends. */
  readonly via: 'clone' | 'push'
  readonly owner: string
  readonly group: string
  /** Shell commands, run in the release as `owner`, in order. */
  readonly build: readonly string[]
  readonly after: readonly FollowUp[]
  /** Paths below the release, none inside another, that live on across revisions. */
  readonly shared: readonly string[]
  /** Name of the secret with the token for HTTPS; only with `push`. */
  readonly credentials?: string
}

/** One file of known content that is put on a machine whole. */
export interface ArtifactEntry {
  readonly name: string
  /** Absolute; a link to the version in use. */
  readonly path: string
  /** 64 hexadecimal digits in lower case. */
  readonly sha256: string
  /** A URL, or a path on the config branch: the file itself or a Git LFS pointer. */
  readonly from:
    | { readonly kind: 'url'; readonly url: string }
    | { readonly kind: 'file'; readonly file: string }
  /** Permission bits, for example 0o755. */
  readonly mode: number
  readonly owner: string
  readonly group: string
  readonly after: readonly FollowUp[]
}
