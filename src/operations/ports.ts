import type { Reporter } from '../base/reporter.js'
import type { Run } from '../base/run.js'
import type { Secret } from '../base/secret.js'
import type { Tree } from '../base/tree.js'
import type { Dns } from '../dns/dns.js'
import type { GitHub } from '../github/github.js'
import type { PullRequest } from '../github/pull-request.js'
import type { Journal } from '../ledger/journal.js'
import type { Ledger, LedgerRecord } from '../ledger/ledger.js'
import type { Provider, ProviderScope } from '../providers/provider.js'
import type { Remote } from '../remote/session.js'
import type { Clock } from '../system/clock.js'

/** Where a run of a workflow comes from, as GitHub says it. */
export interface Origin {
  /** `refs/heads/main`. */
  readonly ref: string
  readonly isProtected: boolean
  readonly commit: string
}

/** Everything outside that an operation may touch. `src/world.ts` fills it with real adapters. */
export interface Ports {
  readonly clock: Clock
  readonly ledger: Ledger
  /** The provider of this name, made once for a run; throws `invalid-flock` for one that does not exist. */
  readonly provider: (name: string, scope: ProviderScope) => Promise<Provider>
  /** The DNS of this name, for this flock, made once for a run; throws `invalid-flock` for one that does not exist. */
  readonly dns: (name: string, flock: string) => Promise<Dns>
  /**
   * The repository at GitHub, made once for a run; undefined when it is not there.
   * Throws `not-permitted` without a token.
   */
  readonly github: () => Promise<GitHub | undefined>
  readonly remote: Remote
  readonly reporter: Reporter
  readonly secret: (name: string) => Secret | undefined
  /** Makes a secret known to `clean`; throws `unsafe-secret` for one that cannot be kept out of logs. */
  readonly guard: (secret: Secret) => void
  /** Text as it may be shown and kept: no secret values, no control characters, no workflow commands. */
  readonly clean: (text: string) => string
  /** The toolkit's own `config/` and `secrets-templates/`: the lowest layer. */
  readonly toolkit: () => Promise<Tree>
  /** The private key to log in with; throws `missing-secret`. */
  readonly sshKey: () => Promise<Secret>
  /** 32 bytes made from the key (HKDF) for a purpose: the same each time, and nothing to somebody without the key. */
  readonly seed: (label: string) => Promise<Buffer>
  /** Its public half, as OpenSSH writes it. */
  readonly publicKey: () => Promise<string>
  /** Keeps records that could not be pushed as files; answers with their paths. */
  readonly keepRecords: (records: readonly LedgerRecord[]) => Promise<readonly string[]>
  readonly journal: Journal
  readonly readRecord: (path: string) => Promise<LedgerRecord>
  /** Gives the terminal to a program; answers with its exit status. */
  readonly interactive: (argv: readonly string[]) => Promise<number>
  /** Runs `work` with a private folder that is removed after. */
  readonly withPrivateFiles: <T>(
    files: Readonly<Record<string, string>>,
    work: (folder: string) => Promise<T>,
  ) => Promise<T>
  readonly run: Run
  /** The branch and commit whose workflow runs; absent at a shell. */
  readonly origin?: Origin
  /** Commit before the push that started this run, or that the pull request would be merged into. */
  readonly before?: string
  /** The pull request that started this run. */
  readonly pullRequest?: PullRequest
  readonly signal?: AbortSignal
}
