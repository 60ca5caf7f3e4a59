import type { Location } from '../base/errors.js'
import type { FollowUp } from '../base/follow-up.js'
import type { JsonObject } from '../base/json.js'
import type { DesiredCertificate } from './desired-certificate.js'

/** How to log in. */
interface SshSettings {
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

/** A git revision that a machine runs from. */
export interface CodeEntry {
  readonly name: string
  readonly url: string
  /** Branch, tag or commit, as written. */
  readonly revision: string
  /** Absolute; a symlink to the release that is in use. */
  readonly path: string
  /** `clone`: the machine fetches; `push`: the runner sends. */
  readonly via: 'clone' | 'push'
  readonly owner: string
  readonly group: string
  /** Shell commands, run in the release as `owner`, in order. */
  readonly build: readonly string[]
  readonly after: readonly FollowUp[]
  /** Paths below the release that are kept across revisions; none is inside another. */
  readonly shared: readonly string[]
  /** Name of the secret with the token for HTTPS; only with `push`. */
  readonly credentials?: string
}

/** One file of known content that is put on a machine as a whole. */
export interface ArtifactEntry {
  readonly name: string
  /** Absolute; a symlink to the version in use. */
  readonly path: string
  /** 64 hexadecimal digits in lower case. */
  readonly sha256: string
  /** A URL, or a path on the config branch: the file itself or a Git LFS pointer. */
  readonly from:
    | { readonly kind: 'url'; readonly url: string }
    | { readonly kind: 'file'; readonly file: string }
  /** Permission bits, for example 0o755. */
  readonly mode: number
  readonly owner: string
  readonly group: string
  readonly after: readonly FollowUp[]
}

/** One server, with everything that its groups and the flock give it merged in. */
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
  /** Absent when the machine should have no DNS name. */
  readonly dns?: DnsSettings
  /** Absent when the machine should have no certificate. */
  readonly certificate?: DesiredCertificate
  /** Of all layers, in order of first mention. */
  readonly checks: readonly MachineCheck[]
  /** Ansible roles of all layers in order of first mention, without those that a stronger layer removes. */
  readonly roles: readonly string[]
  /** In order of first mention. No two paths are equal, and none is inside another. */
  readonly code: readonly CodeEntry[]
  /** As `code`. */
  readonly artifacts: readonly ArtifactEntry[]
  /** Name of the machine's environment, one of the flock's environments. */
  readonly environment?: string
  /** A protected machine is never terminated. */
  readonly protect: boolean
}

/** What machines are used for: staging, production. */
export interface Environment {
  readonly name: string
  /** True if only a run that names the environment and comes from the head of a protected branch may change its machines. */
  readonly isProtected: boolean
}

/** All machines that one `flock.yml` describes. */
export interface Flock {
  readonly name: string
  /** The groups of `flock.yml`, then those that only the toolkit has. */
  readonly groups: readonly string[]
  readonly environments: readonly Environment[]
  /** In the order of `flock.yml`. */
  readonly machines: readonly Machine[]
  /** Where each role is first named, for the message that a role does not exist. */
  readonly rolePlaces: ReadonlyMap<string, Location>
}
