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
   * Present while the making is not complete: from then on (UTC, ISO 8601) the machine may be ended
   * by itself or by `reap`. `complete` takes it away.
   */
  readonly expiresAt?: string
}

/** A machine of `flock.yml`, as far as its provider has to know it. */
export interface ScopedMachine {
  readonly name: string
  readonly settings: JsonObject
  readonly user: string
  readonly port: number
}

/** What one provider object serves: one flock, as `flock.yml` asks for it and as the ledger knows it. */
export interface ProviderScope {
  readonly flock: string
  /** Machines of `flock.yml` with this provider. */
  readonly machines: readonly ScopedMachine[]
  /** Machines of the ledger with this provider, also those that left `flock.yml`. */
  readonly known: ReadonlyMap<string, Identity>
  /** What launches with this provider remembered and nobody completed: they may be in places that `flock.yml` no longer names. */
  readonly launches?: ReadonlyMap<string, JsonObject>
}

export interface LaunchRequest {
  readonly name: string
  /** Public keys that may log in, one OpenSSH line each. */
  readonly authorizedKeys: readonly string[]
  /** The user to log in as. */
  readonly user: string
  /** Goes into the identity as `createdBy`. */
  readonly runId: string
  /** Settings of this provider for this machine; `problems` found nothing wrong with them. */
  readonly settings: JsonObject
  /**
   * What an earlier launch remembered and nobody completed: the same launch is to be repeated, so
   * that what it made is found and nothing is made twice.
   */
  readonly remembered?: JsonObject
  /** Resolves when the intent is on the config branch; awaited before anything is made. Rejects when it cannot be put there. */
  readonly remember: (intent: JsonObject) => Promise<void>
  /** Called before each call that may make a machine; throws `over-budget` when the run may make no more. */
  readonly spend: () => void
  /** 32 bytes that only somebody who has the SSH key can know, the same each time for the same label. */
  readonly seed: (label: string) => Promise<Buffer>
  /** Told what is waited for, in words. */
  readonly onStep: (name: string) => void
  readonly signal?: AbortSignal
}

/** Names one machine to a provider. */
export interface MachineId {
  readonly name: string
  readonly id: string
}

/** One thing that `examine` asked. */
export interface Examined {
  readonly about: string
  /** Absent when it is allowed. */
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
  /** True where machines are not ours to end: `terminate` leaves them as they are, and only the ledger forgets them. */
  readonly onlyForgets?: true
  /** Whose credentials it works with; absent where it needs none. A workflow gets those of AWS by OIDC. */
  readonly credentials?: 'aws'
  /** Everything wrong with a machine's settings. Pure. */
  problems(machine: ScopedMachine): readonly Problem[]
  /**
   * All machines of the flock that exist, running or not, in order of name. Reads only. Two of one
   * name are both listed: whoever acts on that name refuses.
   */
  list(): Promise<readonly ProviderMachine[]>
  /**
   * Makes the machine, or finishes a making that was cut off, or starts it if it
   * is stopped. Resolves when it answers on its SSH port. Called twice, at once
   * or later, it makes one machine. The host keys are known before first contact.
   */
  launch(request: LaunchRequest): Promise<ProviderMachine>
  /**
   * The making is complete: takes the expiry away and looks that it is gone. From now on the host
   * keys are these. Idempotent; absent where machines do not expire.
   */
  complete?(machine: MachineId & { readonly hostKeys: readonly string[] }): Promise<void>
  /**
   * Whether the credentials let machines be looked for and made here, asked by dry runs: nothing is made.
   * One answer for each thing asked; what is wrong is an answer and no error. Absent where that is no question.
   */
  examine?(): Promise<readonly Examined[]>
  /** Stops the machine and waits until it is stopped; its disk stays. Absent where that cannot be. */
  stop?(machine: MachineId): Promise<void>
  /** Restarts the machine from outside, for one that does not answer. Resolves when it was asked for. */
  reboot?(machine: MachineId): Promise<void>
  /**
   * Ends the machine with this id and all it holds, and waits until it is gone. A machine that is gone
   * already is no error. With `onlyExpired`, one that does not expire or not yet, looked at right
   * before, is refused with `machine-changed`.
   */
  terminate(machine: Ending): Promise<void>
}
