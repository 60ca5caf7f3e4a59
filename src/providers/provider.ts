import type { Identity } from '../base/identity.js'

export type Presence = 'running' | 'starting' | 'stopped'

/** A machine as its provider sees it now. */
export interface Seen {
  readonly name: string
  readonly presence: Presence
  readonly identity: Identity
}

export interface LaunchRequest {
  readonly name: string
  /** Public keys that may log in, one OpenSSH line each. */
  readonly authorizedKeys: readonly string[]
  /** The user to log in as. */
  readonly user: string
  /** Goes into the identity as `createdBy`. */
  readonly runId: string
  /** Settings of this provider for this machine, already checked against the flock's schema. */
  readonly settings: Readonly<Record<string, unknown>>
  /** Told what is waited for, in words. */
  readonly onStep: (name: string) => void
  readonly signal?: AbortSignal
}

/**
 * Where machines come from. One provider object serves one flock and sees only
 * that flock's machines. Failures are DroverErrors with the reason
 * `provider-failed` or `missing-tool`.
 */
export interface Provider {
  readonly name: string
  /** All machines of the flock that exist, running or not, in order of name. Reads only. */
  list(): Promise<readonly Seen[]>
  /**
   * Makes the machine, or finishes a making that was cut off, or starts it if it
   * is stopped. Resolves when it answers on its SSH port. Called twice, at once
   * or later, it makes one machine. The host keys are known before first contact.
   */
  launch(request: LaunchRequest): Promise<Seen>
  /** Ends the machine with this id and all it holds. A machine that is gone already is no error. */
  terminate(machine: { readonly name: string; readonly id: string }): Promise<void>
}
