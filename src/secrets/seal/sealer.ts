/** Encrypts what readers of the config branch must not read. */
export interface Sealer {
  /** `age1…` of each identity in their order; the first is what `seal` encrypts to. */
  readonly recipients: readonly [string, ...string[]]
  seal(bytes: Buffer): Promise<Buffer>
  /** Throws `invalid-ledger` when no identity opens it, or when it is damaged. */
  open(bytes: Buffer): Promise<Buffer>
}
