/** Encrypts content that readers of the config branch must not read. */
export interface Sealer {
  /** `age1…` of each identity in their order. `seal` encrypts to the first one. */
  readonly recipients: readonly [string, ...string[]]
  seal(bytes: Buffer): Promise<Buffer>
  /** Decrypts. Throws `invalid-ledger` when no identity opens the bytes, or when they are damaged. */
  open(bytes: Buffer): Promise<Buffer>
}
