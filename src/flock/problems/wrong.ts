/** What is wrong with one value of `flock.yml`. The text completes a sentence that begins with the value. */
export interface Wrong {
  readonly message: string
  readonly hint: string
  /** True if the value is a secret that should not be there, so that it must not be shown. */
  readonly isSecret?: boolean
}
