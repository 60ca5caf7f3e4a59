import type { Location } from '../base/errors.js'
import type { FollowUp } from '../base/follow-up.js'
import type { SecretBytes } from '../base/secret-bytes.js'

/** A file as it should be on the machine. */
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
  /** Shell command that must succeed, run where the new tree is seen in place of the old. */
  readonly validate?: string
  readonly after: readonly FollowUp[]
  readonly description?: string
  /** The source that was rendered. */
  readonly from: Location
}

/** A path that should be a symbolic link to what was made ready on the machine before: a release of code, or an artifact. */
export interface DesiredSymlink {
  /** Absolute, normalised, no control characters. */
  readonly path: string
  /** Where it leads; absolute. */
  readonly to: string
  readonly kind: 'code' | 'artifact'
  readonly name: string
  /** What people are shown of the place it leads to, such as the branch and the commit. */
  readonly label: string
  readonly after: readonly FollowUp[]
  readonly from: Location
}

/** A path to capture: a file, a link or a folder with all below it. */
export interface CapturePath {
  readonly destination: string
  /** Where an adopted version is kept on the branch, `config/machines/M/<source>`; absent when not adopted. */
  readonly adoptAs?: string
  readonly from: Location
}

/** All that a machine's manifests ask for, each in order of destination first mentioned. */
export interface Desired {
  readonly files: readonly DesiredFile[]
  readonly captures: readonly CapturePath[]
}
