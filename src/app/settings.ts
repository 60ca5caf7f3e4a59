import type { Reporter } from '../base/reporter.js'
import type { Run } from '../base/run.js'
import type { Secret } from '../base/secret.js'
import type { PullRequest } from '../github/pull-request.js'
import type { Checkout } from '../ledger/git/checkout.js'
import type { Origin, Question } from '../task/ports.js'

/** What the front doors know: where to look, as whom, and whom to tell. */
export interface AppSettings {
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  /** The repository at `cwd`, when it was looked for already. */
  readonly checkout?: Promise<Checkout | undefined>
  /** Folder that holds the toolkit's own `config/` and `secrets-templates/`. */
  readonly toolkit: string
  readonly repository?: string
  readonly branch: string
  readonly token?: Secret
  readonly sshKey?: Secret
  readonly sshKeyFile?: string
  /** Text of a JSON object. */
  readonly secretsJson?: string
  readonly secretsFile?: string
  readonly run: Run
  readonly reporter: Reporter
  readonly event?: { readonly before?: string; readonly after?: string; readonly pullRequest?: PullRequest }
  readonly origin?: Origin
  readonly signal?: AbortSignal
  /** Where somebody sits at a terminal. */
  readonly ask?: (question: Question) => Promise<string>
  /** Told of every secret as soon as it is known, before it is used. */
  readonly onSecret?: (secret: Secret) => void
}
