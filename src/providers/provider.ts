import type { Environment, Settings } from '../base/adapter-list.js'
import type { DroverError, Problem } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import type { JsonObject } from '../base/json.js'
import type { Clock } from '../system/clock.js'

export type Presence = 'running' | 'starting' | 'stopping' | 'stopped'

/** A machine as its provider sees it now. */
export interface ProviderMachine {
  readonly name: string
  readonly presence: Presence
  readonly identity: Identity
  /**
   * Present while the machine is not complete. After this time (UTC, ISO 8601) the machine may power itself
   * off, or `reap` may terminate it. `complete` removes the expiry.
   */
  readonly expiresAt?: string
}

/** The parts of a machine of `flock.yml` that its provider has to know. */
export interface ScopedMachine {
  readonly name: string
  readonly settings: JsonObject
  readonly user: string
  readonly port: number
}

/** The flock that one provider object serves, as `flock.yml` desires it and as the ledger records it. */
export interface ProviderScope {
  readonly flock: string
  /** Machines of `flock.yml` with this provider. */
  readonly machines: readonly ScopedMachine[]
  /** Machines of the ledger with this provider, including those that left `flock.yml`. */
  readonly known: ReadonlyMap<string, Identity>
  /** Remembered intents of incomplete launches with this provider: their machines may be in places that `flock.yml` no longer names. */
  readonly launches?: ReadonlyMap<string, JsonObject>
}

export interface LaunchRequest {
  readonly name: string
  /** Public keys that may log in, one OpenSSH line each. */
  readonly authorizedKeys: readonly string[]
  /** The user to log in as. */
  readonly user: string
  /** The identity's `createdBy`. */
  readonly runId: string
  /** Settings of this provider for this machine; `problems` found nothing wrong with them. */
  readonly settings: JsonObject
  /**
   * The remembered intent of an earlier, incomplete launch. The same launch is repeated, so that
   * the machine that it made is found and none is made twice.
   */
  readonly remembered?: JsonObject
  /** Records the intent on the config branch; awaited before anything is made. Rejects when that is not possible. */
  readonly remember: (intent: JsonObject) => Promise<void>
  /** Called before each call that may make a machine; throws `over-budget` when the run may make no more. */
  readonly spend: () => void
  /** 32 bytes that only an owner of the SSH key can know, the same for the same label. */
  readonly seed: (label: string) => Promise<Buffer>
  /** Called with what is waited for, in words. */
  readonly onStep: (name: string) => void
  readonly signal?: AbortSignal
}

/** Names one machine to a provider. */
export interface MachineId {
  readonly name: string
  readonly id: string
}

/** One permission that `examine` checked. */
export interface Examined {
  readonly about: string
  /** Absent when the call is allowed. */
  readonly error?: DroverError
}

export interface Ending extends MachineId {
  readonly onlyExpired?: true
}

/** All that Drover knows of a provider: each folder here exports one, which `providers.ts` lists. */
export interface ProviderDefinition {
  /** As `flock.yml` and the ledger have it: it never changes. */
  readonly name: string
  /** The keys that `settings` of a machine may have; what they may hold is checked by `problems`. */
  readonly settings: Settings
  readonly create: (context: ProviderContext) => Provider
}

export interface ProviderContext {
  readonly scope: ProviderScope
  readonly clock: Clock
  readonly env: Environment
  /** Ends the waits of all methods. */
  readonly signal?: AbortSignal
}

/**
 * Where machines come from. One provider object serves one flock and sees only
 * that flock's machines. Failures are DroverErrors with the reason
 * `provider-failed` or one that says more, as `out-of-capacity`.
 */
export interface Provider {
  readonly name: string
  /** True if Drover must not end machines: `terminate` leaves them as they are, and only the ledger forgets them. */
  readonly onlyForgets?: true
  /** Whose credentials it works with; absent where it needs none. A workflow gets those of AWS by OIDC. */
  readonly credentials?: 'aws'
  /** Everything wrong with a machine's settings. Pure. */
  problems(machine: ScopedMachine): readonly Problem[]
  /**
   * All machines of the flock that exist, running or not, in order of name. Reads only. Two of one
   * name are both listed; an operation on that name is refused.
   */
  list(): Promise<readonly ProviderMachine[]>
  /**
   * Makes the machine, or finishes an interrupted launch, or starts the machine if it
   * is stopped. Resolves when it answers on its SSH port. Two calls, at once
   * or later, make one machine. The host keys are known before first contact.
   */
  launch(request: LaunchRequest): Promise<ProviderMachine>
  /**
   * Completes the machine: removes the expiry and verifies that it is gone. From now on the machine has
   * these host keys. Idempotent; absent if machines of the provider do not expire.
   */
  complete?(machine: MachineId & { readonly hostKeys: readonly string[] }): Promise<void>
  /**
   * Checks by dry runs whether the credentials allow listing and making machines. There is one answer for each
   * checked permission; a missing permission is an answer and not an error. Absent if the provider needs no credentials.
   */
  examine?(): Promise<readonly Examined[]>
  /** Stops the machine and waits until it is stopped; its disk stays. Absent if the provider cannot stop machines. */
  stop?(machine: MachineId): Promise<void>
  /** Restarts from outside a machine that does not answer. Resolves when the restart was requested. */
  reboot?(machine: MachineId): Promise<void>
  /**
   * Ends the machine with this id and everything it holds, and waits until it is gone. A machine that is gone
   * already is no error. With `onlyExpired`, a machine that has not expired is refused with
   * `machine-changed`; its expiry is read right before.
   */
  terminate(machine: Ending): Promise<void>
}
