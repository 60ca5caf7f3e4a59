import type { Readable, Writable } from 'node:stream'
import type { Command, CommandExit } from '../base/command.js'
import type { Identity } from '../base/identity.js'
import type { Secret } from '../base/secret.js'

export type Stream = 'stdout' | 'stderr'

export interface ExecOptions {
  /** From the request for a channel to the end of the command. */
  readonly timeoutMs: number
  /** Longest silence of the command; absent means `timeoutMs` alone. */
  readonly idleMs?: number
  /** Each complete line as it comes, without its newline; a last line without one comes at the end. */
  readonly onLine?: (line: string, stream: Stream) => void
  /** How many bytes of each stream are kept; what is past it is dropped and `truncated` is set. */
  readonly maxBytes?: number
  /** Takes standard output as it comes, no faster than it can: none of it is kept or given as lines. Not ended. */
  readonly into?: Writable
  /** Gives standard input behind that of the command, no faster than the machine takes it. */
  readonly from?: Readable
  readonly signal?: AbortSignal
}

/** A command whose standard input stays open until it ends. */
export interface Running {
  /** More for its standard input. What comes after its end is dropped. */
  write(chunk: Buffer | string): void
  /** Resolves when the command has ended; rejects as `exec` does. */
  readonly ended: Promise<CommandExit>
}

/**
 * One authenticated connection to one machine. Errors are DroverErrors:
 * `connection-lost` when it broke before a command told how it ended (what the
 * command did is then unknown), `timed-out` when a deadline passed, `cancelled`.
 */
export interface Session extends AsyncDisposable {
  /** Runs a command as root: through `sudo -n` when the login user is another. */
  exec(command: Command, options: ExecOptions): Promise<CommandExit>
  /** Starts a command, as root too, and goes on talking to it. */
  start(command: Command, options: ExecOptions): Promise<Running>
  close(): Promise<void>
}

export interface CheckOptions {
  readonly machine: string
  readonly identity: Identity
  /** TCP connect, handshake and authentication together. */
  readonly timeoutMs: number
  /** TCP connect alone. */
  readonly reachMs: number
  /** Whose pin this line is (`TYPE BASE64`), if it is another machine's: for the message when the host key is not the pinned one. */
  readonly ownerOfKey?: ((key: string) => string | undefined) | undefined
  readonly signal?: AbortSignal
}

export interface ConnectOptions extends CheckOptions {
  readonly key: Secret
}

/**
 * Opens sessions. The host key is compared with the pins before anything that
 * could authenticate us is sent. Errors: `unreachable`, `host-key-unknown`,
 * `host-key-mismatch`, `authentication-failed`, `timed-out`, `cancelled`.
 */
export interface Remote {
  connect(options: ConnectOptions): Promise<Session>
  /** Shakes hands, checks the host key and leaves before it would authenticate. Throws as `connect` does. */
  check(options: CheckOptions): Promise<void>
}
