/** A command as a value: built by pure code, run by `src/remote` or `src/system`. */
export interface Command {
  readonly argv: readonly string[]
  /** Sent to standard input, then closed. Secrets travel here, never in `argv`. */
  readonly stdin?: string | Buffer
  /**
   * True when anybody on the machine may read `stdin`. The input is then sent with the request to start the command, if
   * it fits into a command line: that saves a round trip. No further input can follow it.
   */
  readonly inputMayShow?: true
}

/** How a command ended. Exactly one of `code` and `signal` is set. A lost connection is an error, never an exit. */
export interface CommandExit {
  readonly code: number | null
  readonly signal: string | null
  readonly stdout: Buffer
  readonly stderr: Buffer
  /** True if output past the cap was dropped. */
  readonly truncated: boolean
  readonly durationMs: number
}

/** True only for an exit with status 0. */
export function succeeded(ended: CommandExit): boolean {
  return ended.code === 0 && ended.signal === null
}

/** `exited with 1`, `was ended by SIGKILL`. */
export function describeEnd(ended: Pick<CommandExit, 'code' | 'signal'>): string {
  if (ended.signal !== null) return `was ended by ${ended.signal}`
  if (ended.code === null) return 'ended without an exit status'
  return `exited with ${ended.code}`
}
