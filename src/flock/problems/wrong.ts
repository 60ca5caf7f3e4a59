/** What is wrong with one value of `flock.yml`: completes a sentence that begins with the value. */
export interface Wrong {
  readonly message: string
  readonly hint: string
  /** True: the value is a secret that should not be there, and is not shown. */
  readonly isSecret?: boolean
}
