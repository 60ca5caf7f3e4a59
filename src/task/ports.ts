import type { Reporter } from '../base/reporter.js'
import type { RepositoryFacts } from '../base/repository-facts.js'
import type { Run } from '../base/run.js'
import type { Secret } from '../base/secret.js'
import type { Tree } from '../base/tree.js'
import type { Dns } from '../dns/dns.js'
import type { LedgerRecord } from '../events/record.js'
import type { GitHub } from '../github/github.js'
import type { PullRequest } from '../github/pull-request.js'
import type { OpsCheckout } from '../ledger/git/ops-checkout.js'
import type { Journal } from '../ledger/journal.js'
import type { Ledger } from '../ledger/ledger.js'
import type { Provider, ProviderScope } from '../providers/provider.js'
import type { Remote } from '../remote/session.js'
import type { Greeting, SshPlace } from '../remote/ssh-greeting.js'
import type { Sealer } from '../secrets/seal/sealer.js'
import type { ArtifactSource } from '../sources/artifacts/artifact-source.js'
import type { CodeSource } from '../sources/code/code-source.js'
import type { Clock } from '../system/clock.js'
import type { LocalFiles } from '../system/local-files.js'
import type { OutsideView } from '../system/outside-view.js'

/** Where a run of a workflow comes from, as GitHub says it. */
export interface Origin {
  /** `refs/heads/main`. */
  readonly ref: string
  readonly isProtected: boolean
  readonly commit: string
}

/** Whose run it is, what time it is, and when to stop. */
export interface RunPorts {
  readonly run: Run
  readonly clock: Clock
  readonly signal?: AbortSignal
}

/** Telling people. */
export interface ReportPorts {
  readonly reporter: Reporter
  /** Text as it may be shown and kept: no secret values, no control characters, no workflow commands. */
  readonly clean: (text: string) => string
}

export interface ToolkitPorts {
  /** The toolkit's own `config/`, `secrets-templates/` and `ansible/`: the lowest layer. */
  readonly toolkit: () => Promise<Tree>
}

/** The config branch, with the layer below it. */
export interface BranchPorts extends ToolkitPorts {
  readonly ledger: Ledger
}

/** What started the run. */
export interface OriginPorts {
  /** The branch and commit whose workflow runs; absent at a shell. */
  readonly origin?: Origin
  /** Commit before the push that started this run, or that the pull request would be merged into. */
  readonly before?: string
}

/** Where records are that are not on the branch yet. */
export interface RecordPorts {
  /** Keeps records that could not be pushed as files; answers with their paths. */
  readonly keepRecords: (records: readonly LedgerRecord[]) => Promise<readonly string[]>
  readonly journal: Journal
  readonly readRecord: (path: string) => Promise<LedgerRecord>
}

/** What must not be seen. */
export interface SecretPorts {
  readonly secret: (name: string) => Secret | undefined
  /** Makes a secret known to `clean`; throws `unsafe-secret` for one that cannot be kept out of logs. */
  readonly guard: (secret: Secret) => void
  /** Encrypts what the branch keeps sealed; throws `missing-secret`, or an InputError for a key that cannot be read. */
  readonly seal: () => Promise<Sealer>
}

/** The key to log in with, and what is made from it. */
export interface KeyPorts {
  /** The private key to log in with; throws `missing-secret`. */
  readonly sshKey: () => Promise<Secret>
  /** Its public half, as OpenSSH writes it. */
  readonly publicKey: () => Promise<string>
  /** 32 bytes made from the key (HKDF) for a purpose: the same each time, and nothing to somebody without the key. */
  readonly seed: (label: string) => Promise<Buffer>
}

/** Machines, reached from here. */
export interface MachinePorts extends KeyPorts {
  readonly remote: Remote
  /** Names and web servers, as somebody who does not know the machines sees them. */
  readonly outside: OutsideView
}

/** Where machines and their names are made. */
export interface ProviderPorts {
  /** The provider of this name, made once for a run; throws `invalid-flock` for one that does not exist. */
  readonly provider: (name: string, scope: ProviderScope) => Promise<Provider>
  /** The DNS of this name, for this flock, made once for a run; throws `invalid-flock` for one that does not exist. */
  readonly dns: (name: string, flock: string) => Promise<Dns>
}

/** Where code and artifacts come from. */
export interface SourcePorts {
  /** Revisions of code, each found once for a run. */
  readonly code: CodeSource
  /** Artifacts, each fetched once for a run. */
  readonly artifacts: ArtifactSource
}

export interface GitHubPorts {
  /**
   * The repository at GitHub, made once for a run; undefined when it is not there.
   * Throws `not-permitted` without a token.
   */
  readonly github: () => Promise<GitHub | undefined>
  /** The pull request that started this run. */
  readonly pullRequest?: PullRequest
}

/** Files that people hand over and get. */
export interface LocalFilePorts {
  /** Files of this computer that people hand over and get. */
  readonly files: LocalFiles
}

/** The terminal, for another program. */
export interface TerminalPorts {
  /** Gives the terminal to a program; answers with its exit status. */
  readonly interactive: (argv: readonly string[]) => Promise<number>
  /** Runs `work` with a private folder that is removed after. */
  readonly withPrivateFiles: <T>(
    files: Readonly<Record<string, string>>,
    work: (folder: string) => Promise<T>,
  ) => Promise<T>
}

/** The folder of an ops repository, and the person in front of it. */
export interface FolderPorts {
  /** The ops repository in a folder of this computer; the current one by default. */
  readonly checkout: (folder?: string) => OpsCheckout
  /** Some parts of a folder of this computer, by path; links as links. Throws `invalid-argument` for no folder. */
  readonly readParts: (folder: string, parts: readonly string[]) => Promise<Tree>
  /** Makes a folder of this computer, whole or not at all; throws `invalid-argument` where something is there. */
  readonly placeFolder: (folder: string, files: Tree) => Promise<void>
  /** What `init` begins an ops repository from. */
  readonly starter: () => Promise<Starter>
  /** Asks the person at the terminal; an empty answer is the default. Absent where nobody can be asked. */
  readonly ask?: (question: Question) => Promise<string>
}

/** What `doctor` asks without logging in anywhere. */
export interface ExaminePorts {
  /** Whether an SSH server answers there. */
  readonly greeting: (place: SshPlace) => Promise<Greeting>
  /** What GitHub says of a repository; undefined where it cannot be asked. */
  readonly repositoryFacts: (name: string) => Promise<RepositoryFacts | undefined>
}

/** What work on one machine may touch. What it leaves for the branch it hands back, or pushes by a `PushNow`. */
export type TaskPorts = RunPorts &
  ReportPorts &
  SecretPorts &
  MachinePorts &
  ProviderPorts &
  SourcePorts &
  LocalFilePorts

/** What an operation that does the same to each machine may touch before the first. */
export type FleetPorts = TaskPorts & BranchPorts & OriginPorts

/** Everything outside that an operation may touch. `src/app/create-app.ts` fills it with real adapters. */
export type Ports = FleetPorts & RecordPorts & GitHubPorts & TerminalPorts & FolderPorts & ExaminePorts

/** What is in the toolkit's folder for a new ops repository. */
export interface Starter {
  /** Below `workflows-templates/`. */
  readonly templates: Tree
  /** The files of the example flock, as they go onto a config branch. */
  readonly example: Tree
  /** The templates of another version of the toolkit; empty where that version is not here. */
  readonly templatesAt: (ref: string) => Promise<Tree>
  /** `OWNER/REPO@COMMIT` of this toolkit, where it is a clone of a repository on a server. */
  readonly reference?: string
}

export interface Question {
  readonly text: string
  readonly byDefault?: string
}
