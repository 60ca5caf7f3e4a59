import type { Location } from '../base/errors.js'

/** One thing that a person should know about an import. */
export interface ImportNote {
  /**
   * `not-carried`: missing from the result. `guessed`: converted by a rule that may be wrong here.
   * `changed`: converted, but Drover does it in another way.
   */
  readonly kind: 'not-carried' | 'guessed' | 'changed'
  readonly at: Location
  readonly message: string
}

/** A value that must be set as a secret before the flock is used. */
export interface ImportSecret {
  readonly name: string
  /** The file whose whole content is the value; absent when the value is a part of a file. */
  readonly file?: string
  readonly at: Location
}
