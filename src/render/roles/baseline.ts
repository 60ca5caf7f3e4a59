import type { JsonObject } from '../../base/json.js'
import type { SecretBytes } from '../../base/secret-bytes.js'

export interface BaselineRole {
  readonly name: string
  /** Hex digest of the role's files, those of the roles that it depends on, and the variables that they read. */
  readonly digest: string
  /** Names of the role and of all roles that it depends on. */
  readonly needs: readonly string[]
}

export interface BaselineFile {
  /** Below the folder in which Ansible runs: `roles/NAME/…`, `callback_plugins/…`. */
  readonly path: string
  readonly mode: number
  readonly bytes: Buffer
}

/** The desired baseline of one machine, which Ansible applies. */
export interface Baseline {
  /** As `flock.yml` lists them, in the order in which they run. */
  readonly roles: readonly BaselineRole[]
  /** Files of all needed roles, and the toolkit's plugins. */
  readonly files: readonly BaselineFile[]
  /** All variables without secrets. */
  readonly vars: JsonObject
  /** YAML with secrets as values; `shown` is the same with placeholders. */
  readonly secretVars: { readonly bytes: SecretBytes; readonly shown: Buffer }
}
