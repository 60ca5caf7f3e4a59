import type { Location } from '../base/errors.js'
import type { FollowUp } from '../base/follow-up.js'
import type { SecretBytes } from '../base/secret-bytes.js'

/** A desired file of a machine. */
export interface DesiredFile {
  /** Absolute, normalised, no control characters. */
  readonly destination: string
  readonly owner: string
  readonly group: string
  /** Permission bits, for example 0o644. */
  readonly mode: number
  readonly bytes: SecretBytes
  /** The same bytes with each secret as its placeholder `{{secret "NAME"}}`: what may be shown and kept. Equal to `bytes` when no secret is used. */
  readonly shown: Buffer
  /** Names of the secrets in `bytes`, sorted. */
  readonly secrets: readonly string[]
  /** Shell command that must succeed. It runs where the new files are visible in place of the old ones. */
  readonly validate?: string
  readonly after: readonly FollowUp[]
  readonly description?: string
  /** The source that was rendered. */
  readonly from: Location
}

/** A desired symlink, to a release of code or an artifact that was prepared on the machine before. */
export interface DesiredSymlink {
  /** Absolute, normalised, no control characters. */
  readonly path: string
  /** Target of the symlink; absolute. */
  readonly to: string
  readonly kind: 'code' | 'artifact'
  readonly name: string
  /** Description of the target for people, such as branch and commit. */
  readonly label: string
  readonly after: readonly FollowUp[]
  readonly from: Location
}

/** A path to capture: a file, a symlink, or a folder with everything below it. */
export interface CapturePath {
  readonly destination: string
  /** Path of the adopted version on the branch, `config/machines/M/<source>`; absent when the file is not adopted. */
  readonly adoptAs?: string
  readonly from: Location
}

/** Everything that a machine's manifests ask for, each list in order of first mention of the destination. */
export interface Desired {
  readonly files: readonly DesiredFile[]
  readonly captures: readonly CapturePath[]
}
