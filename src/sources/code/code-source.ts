import type { Secret } from '../../base/secret.js'

export interface CodeRepository {
  readonly url: string
  /** A token for HTTPS; it is sent to the host of the URL only. */
  readonly credentials?: Secret | undefined
}

interface RevisionRequest extends CodeRepository {
  /** A branch, a tag, a whole commit id, or a name in full (`refs/tags/v1`). */
  readonly revision: string
}

interface BundleRequest extends CodeRepository {
  readonly commit: string
  /** Commits that the receiver has, with all that they build on. Those that are not known here count for nothing. */
  readonly have: readonly string[]
}

export interface CodeBundle {
  /** A file that is there until the source is closed; its one ref is `bundleRef(commit)`. */
  readonly path: string
  readonly bytes: number
}

/**
 * Repositories of code, as they are reached from here. Failures are DroverErrors:
 * `code-unreachable`, `unknown-revision`, `commit-missing`, `invalid-argument`, `missing-tool`.
 */
export interface CodeSource {
  /**
   * The commit that a revision is at; asked for once in the life of a source, so that all machines of a
   * run get the same. A whole commit id is its own answer, given without asking.
   */
  resolve(desired: RevisionRequest): Promise<string>
  /** A git bundle of the commit without what the receiver has; undefined when it has all. */
  bundle(desired: BundleRequest): Promise<CodeBundle | undefined>
  close(): Promise<void>
}

/** The ref by which a bundle, and the repository on a machine, hold a commit. */
export function bundleRef(commit: string): string {
  return `refs/drover/${commit}`
}
