import type { SecretBytes } from '../base/secret-bytes.js'

export interface PutFile {
  readonly op: 'put'
  /** Real path, links followed. */
  readonly target: string
  readonly owner: string
  readonly group: string
  readonly mode: number
  readonly bytes: SecretBytes
  /** SHA-256 of what the look saw there; absent when nothing was. The change is refused when it is no longer so. */
  readonly observedSha256?: string
  /** In a place that nothing reads yet, such as a release that is about to be current: whatever is there is replaced. */
  readonly unseen?: true
}

interface RemoveFile {
  readonly op: 'remove'
  readonly target: string
  readonly observedSha256: string
}

/** A path that becomes a symbolic link, made or switched at once with the files. */
interface SymlinkFile {
  readonly op: 'link'
  /** The path itself, absolute. */
  readonly target: string
  /** Where it leads, absolute; must be there. */
  readonly to: string
  /** Where it led when Drover looked; absent when nothing was there. */
  readonly observedLink?: string
}

interface RemoveSymlinkFile {
  readonly op: 'unlink'
  readonly target: string
  readonly observedLink: string
}

export type TransactionFile = PutFile | RemoveFile | SymlinkFile | RemoveSymlinkFile
