import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command, CommandExit } from '../base/command.js'
import { DroverError } from '../base/errors.js'

export interface ProcessOptions {
  /** The whole environment; by default that of this process. */
  readonly env?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
  /** How many bytes of each of stdout and stderr are kept; further ones are dropped. By default 1 MiB. */
  readonly maxBytes?: number
  readonly signal?: AbortSignal
}

/** How long a process that was told to end may take before it is killed. */
const graceMs = 500

/**
 * Runs a program of this computer to its end; any exit status is a result, not an error.
 * Throws `missing-tool` if the program does not exist, `timed-out` after `timeoutMs` and `cancelled`
 * on abort; then the program and all its children were told to end, and killed if they did not.
 */
export async function runProcess(command: Command & ProcessOptions): Promise<CommandExit> {
  const started = performance.now()
  const [program = '', ...args] = command.argv
  const name = basename(program)
  if (command.signal?.aborted) throw explain(name, { [aborted]: command.signal.reason })
  const child = spawn(program, args, {
    // A process group of its own is the only handle on everything that the program starts.
    detached: true,
    ...(command.env === undefined ? {} : { env: command.env }),
  })
  const cap = command.maxBytes ?? 1024 * 1024
  const stdout = collect(child.stdout, cap)
  const stderr = collect(child.stderr, cap)
  const interrupted = interruption(command)
  try {
    await Promise.race([once(child, 'spawn'), interrupted.promise])
    feed(child, command.stdin)
    const [code, signal] = (await Promise.race([once(child, 'close'), interrupted.promise])) as [
      number | null,
      string | null,
    ]
    return {
      code,
      signal,
      stdout: stdout.bytes(),
      stderr: stderr.bytes(),
      truncated: stdout.dropped() || stderr.dropped(),
      durationMs: performance.now() - started,
    }
  } catch (cause) {
    await endGroup(child)
    throw explain(name, cause)
  } finally {
    interrupted.stop()
  }
}

function collect(stream: NodeJS.ReadableStream, cap: number): { bytes(): Buffer; dropped(): boolean } {
  const chunks: Buffer[] = []
  let size = 0
  let dropped = false
  stream.on('data', (chunk: Buffer) => {
    const kept = chunk.subarray(0, Math.max(0, cap - size))
    dropped ||= kept.length < chunk.length
    size += kept.length
    if (kept.length > 0) chunks.push(kept)
  })
  return { bytes: () => Buffer.concat(chunks), dropped: () => dropped }
}

function feed(child: ChildProcess, input: string | Buffer | undefined): void {
  // A program may end without reading its input; its exit then says more than EPIPE does.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(input ?? '')
}

const timedOut = Symbol('timed out')
const aborted = Symbol('aborted')

/** Rejects when the deadline passes or the caller cancels. */
function interruption({ timeoutMs, signal }: ProcessOptions): { promise: Promise<never>; stop(): void } {
  let stop = (): void => undefined
  const promise = new Promise<never>((_resolve, reject) => {
    const timer =
      timeoutMs === undefined ? undefined : setTimeout(() => reject({ [timedOut]: timeoutMs }), timeoutMs)
    const abort = (): void => reject({ [aborted]: signal?.reason })
    signal?.addEventListener('abort', abort, { once: true })
    stop = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
  })
  promise.catch(() => undefined)
  return { promise, stop }
}

async function endGroup(child: ChildProcess): Promise<void> {
  const { pid } = child
  if (pid === undefined) return
  const closed = once(child, 'close').catch(() => undefined)
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    signalGroup(pid, signal)
    await Promise.race([closed, sleep(graceMs, undefined, { ref: false })])
  }
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy()
  child.unref()
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // ESRCH: the process is gone. EPERM: it runs as root through sudo, and ends by itself or stays.
  }
}

function explain(name: string, cause: unknown): DroverError {
  if (has(cause, aborted)) {
    return new DroverError(`"${name}": cancelled`, { reason: 'cancelled', cause: cause[aborted] })
  }
  if (has(cause, timedOut)) {
    const limit = `${Number(cause[timedOut]) / 1000} s`
    return new DroverError(`"${name}": did not end within ${limit}`, { reason: 'timed-out' })
  }
  const { code, message } = cause as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'EACCES') {
    const why = code === 'ENOENT' ? 'no such program' : 'not allowed'
    return new DroverError(`"${name}": cannot be run: ${why}`, {
      reason: 'missing-tool',
      hint: `Install "${name}", or make sure that PATH names its folder.`,
      cause,
    })
  }
  return new DroverError(`"${name}": cannot be run: ${message}`, { reason: 'command-failed', cause })
}

function has<K extends symbol>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && key in value
}
