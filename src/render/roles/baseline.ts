import type { JsonObject } from '../../base/json.js'
import type { SecretBytes } from '../../base/secret-bytes.js'

export interface BaselineRole {
  readonly name: string
  /** Hex; of its files, those of the roles it depends on, and the variables that they read. */
  readonly digest: string
  /** Names of the role and of all that it depends on. */
  readonly needs: readonly string[]
}

export interface BaselineFile {
  /** Below the folder in which Ansible runs: `roles/NAME/…`, `callback_plugins/…`. */
  readonly path: string
  readonly mode: number
  readonly bytes: Buffer
}

/** What Ansible is to make of one machine. */
export interface Baseline {
  /** As `flock.yml` lists them, in the order in which they run. */
  readonly roles: readonly BaselineRole[]
  /** Of all roles that are needed, and the toolkit's plugins. */
  readonly files: readonly BaselineFile[]
  /** All but the secret ones. */
  readonly vars: JsonObject
  /** YAML with secrets as values; `shown` is the same with placeholders. */
  readonly secretVars: { readonly bytes: SecretBytes; readonly shown: Buffer }
}
