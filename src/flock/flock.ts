import type { JsonObject } from '../base/json.js'

/** How to log in. */
export interface SshSettings {
  readonly user: string
  readonly port: number
}

/** The DNS name of a machine. */
export interface DnsSettings {
  readonly provider: string
  readonly name: string
  readonly ttlSeconds: number
}

/** What must hold on a machine after a change. */
export interface MachineCheck {
  readonly name: string
  /** For a POSIX shell, run as root; exit status 0 means that it holds. */
  readonly command: string
}

/** One server, with everything that its groups and the flock give it folded in. */
export interface Machine {
  readonly name: string
  /** In order of precedence, weakest first; a group comes after the groups it includes. */
  readonly groups: readonly string[]
  /** toolkit < flock < groups in order < machine; maps are merged key by key, everything else is replaced. */
  readonly vars: JsonObject
  readonly provider: string
  /** Settings for the provider, merged like `vars`. */
  readonly settings: JsonObject
  readonly ssh: SshSettings
  /** Absent when the machine is to have no name. */
  readonly dns?: DnsSettings
  /** Of all layers, in order of first mention. */
  readonly checks: readonly MachineCheck[]
  /** Name of its environment, one of the flock's. */
  readonly environment?: string
  /** A protected machine is never terminated. */
  readonly protect: boolean
}

/** What machines are used for: staging, production. */
export interface Environment {
  readonly name: string
  /** True: changed only by a run that names it and comes from the head of a protected branch. */
  readonly isProtected: boolean
}

/** All machines that one `flock.yml` describes. */
export interface Flock {
  readonly name: string
  readonly groups: readonly string[]
  readonly environments: readonly Environment[]
  /** In the order of `flock.yml`. */
  readonly machines: readonly Machine[]
}
