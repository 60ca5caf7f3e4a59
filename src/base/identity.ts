/** How a machine is reached and recognised: `machines/M/machine.json`. */
export interface Identity {
  readonly provider: string
  /** The provider's own id, which is never used again for another machine. */
  readonly id: string
  readonly address: string
  readonly port: number
  readonly user: string
  /** `ssh-ed25519 AAAA…`: type and base64 blob of each pinned host key, no comment. Empty only where somebody emptied it: such a machine is refused. */
  readonly hostKeys: readonly string[]
  /** Host keys that must never be trusted again, whether pinned or not, in the form of `hostKeys`. */
  readonly revokedKeys?: readonly string[]
  /** Where the provider runs the machine, if the provider has more than one place: an EC2 region. */
  readonly region?: string
  /** The DNS name that points to `address`, and which DNS holds it. */
  readonly dns?: { readonly provider: string; readonly name: string }
  readonly createdAt: string
  readonly createdBy: string
}
