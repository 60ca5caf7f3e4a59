import type { Secret } from '../../base/secret.js'

export interface CodeRepository {
  readonly url: string
  /** A token for HTTPS, which is sent only to the host of the URL. */
  readonly credentials?: Secret | undefined
}

interface RevisionRequest extends CodeRepository {
  /** A branch, a tag, a whole commit id, or a name in full (`refs/tags/v1`). */
  readonly revision: string
}

interface BundleRequest extends CodeRepository {
  readonly commit: string
  /** Commits that the receiver has, with all their ancestors. Commits that are unknown here are ignored. */
  readonly have: readonly string[]
}

export interface CodeBundle {
  /** A file that exists until the source is closed. Its only ref is `bundleRef(commit)`. */
  readonly path: string
  readonly bytes: number
}

/**
 * Repositories of code, as the runner reaches them. Failures are DroverErrors:
 * `code-unreachable`, `unknown-revision`, `commit-missing`, `invalid-argument`, `missing-tool`.
 */
export interface CodeSource {
  /**
   * The commit of a revision. The server is asked once in the life of a source, so that all machines of a
   * run get the same commit. A whole commit id is returned without asking.
   */
  resolve(desired: RevisionRequest): Promise<string>
  /** A git bundle of the commit without objects that the receiver has; undefined when it has all. */
  bundle(desired: BundleRequest): Promise<CodeBundle | undefined>
  close(): Promise<void>
}

/** The ref by which a bundle, and the repository on a machine, hold a commit. */
export function bundleRef(commit: string): string {
  return `refs/drover/${commit}`
}
