import type { Readable, Writable } from 'node:stream'
import type { Command, CommandExit } from '../base/command.js'
import type { Identity } from '../base/identity.js'
import type { Secret } from '../base/secret.js'

export type Stream = 'stdout' | 'stderr'

export interface ExecOptions {
  /** From the request for a channel to the end of the command. */
  readonly timeoutMs: number
  /** How long the command may be silent; if absent, only `timeoutMs` limits it. */
  readonly idleMs?: number
  /** Each complete line as it comes, without its newline; a last line without one comes at the end. */
  readonly onLine?: (line: string, stream: Stream) => void
  /** How many bytes of each stream are kept; further bytes are dropped, and `truncated` is set. */
  readonly maxBytes?: number
  /** Receives standard output as it comes, with back-pressure. The output is neither kept nor given as lines. The stream is not ended. */
  readonly into?: Writable
  /** Gives further standard input after that of the command, with back-pressure. */
  readonly from?: Readable
  readonly signal?: AbortSignal
}

/** A command whose standard input stays open until it ends. */
export interface Running {
  /** Writes to standard input. Input after the command's end is dropped. */
  write(chunk: Buffer | string): void
  /** Resolves when the command has ended; rejects as `exec` does. */
  readonly ended: Promise<CommandExit>
}

/**
 * One authenticated connection to one machine. Errors are DroverErrors:
 * `connection-lost` when the connection broke before the exit of a command was known (the
 * effect of the command is then unknown), `timed-out` when a deadline passed, `cancelled`.
 */
export interface Session extends AsyncDisposable {
  /** Runs a command as root, through `sudo -n` when the login user is another. */
  exec(command: Command, options: ExecOptions): Promise<CommandExit>
  /** Starts a command as root and keeps its standard input open. */
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
  /** The other machine that has this key (`TYPE BASE64`) pinned, if any, for the message about a wrong host key. */
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
  /** Makes the handshake, checks the host key and disconnects before authentication. Throws as `connect` does. */
  check(options: CheckOptions): Promise<void>
}
