import type { Readable, Writable } from 'node:stream'
import type { Client, ClientChannel } from 'ssh2'
import type { Command, CommandExit } from '../base/command.js'
import { DroverError } from '../base/errors.js'
import { CappedBuffer } from './capped-buffer.js'
import { formRequest } from './form-request.js'
import { splitLines } from './lines.js'
import type { ExecOptions, Running, Stream } from './session.js'

const defaultMaxBytes = 1024 * 1024

export interface ExecRequest {
  readonly machine: string
  readonly command: Command
  readonly become: boolean
  readonly options: ExecOptions
}

/** Runs one command on an open connection. All of its input is sent at once, and then ended. */
export async function execOn(client: Client, request: ExecRequest): Promise<CommandExit> {
  const { from } = request.options
  const running = await startOn(client, request)
  if (from === undefined) running.end()
  else running.take(from)
  return running.ended
}

interface Started extends Running {
  end(): void
  take(from: Readable): void
}

/**
 * Starts a command and keeps its input open. This uses ssh2's own exec, because
 * node-ssh resolves with a null exit code when the connection is lost, rejects
 * on any output to stderr, and breaks characters that span two chunks.
 */
export async function startOn(client: Client, request: ExecRequest): Promise<Started> {
  const { machine, options } = request
  const { line, isWhole, stdin } = formRequest(request)
  const startedMs = performance.now()
  const watch = new Watch(machine, options)
  try {
    const follow = (channel: ClientChannel): Followed => ({
      channel,
      following: followChannel(channel, {
        ...request,
        startedMs,
        onActivity: () => watch.activity(),
        onBroken: (error) => watch.fail(error),
      }),
    })
    const { channel, following } = await watch.race(openChannel(client, line, { machine, follow }))
    watch.closeOnEnd(channel)
    const ended = watch.race(following).finally(() => watch.stop())
    // A caller that only writes must not be ended by a rejection that nobody waits for yet.
    ended.catch(() => {})
    if (stdin !== undefined) channel.write(stdin)
    return {
      ended,
      write: (chunk) => void channel.write(chunk),
      end: () => void (isWhole || channel.end()),
      take: (from) => {
        // The command must not take a read error for the end of its input: it sees a broken connection.
        from.once('error', (error) => watch.fail(error))
        from.on('data', () => watch.activity())
        from.pipe(channel.stdin)
      },
    }
  } catch (error) {
    watch.stop()
    throw error
  }
}

interface Followed {
  readonly channel: ClientChannel
  readonly following: Promise<CommandExit>
}

interface Opening {
  readonly machine: string
  readonly follow: (channel: ClientChannel) => Followed
}

/**
 * The answer to our request may come in one packet with all output of a fast command
 * and its exit status: a listener that is added one turn later would miss them.
 */
function openChannel(client: Client, line: string, { machine, follow }: Opening): Promise<Followed> {
  return new Promise((resolve, reject) => {
    const lost = (cause?: unknown): void => reject(connectionLost(machine, cause))
    client.once('close', lost)
    try {
      client.exec(line, (error, channel) => {
        client.removeListener('close', lost)
        if (error) lost(error)
        else resolve(follow(channel))
      })
    } catch (error) {
      // ssh2 throws when the connection had ended before the request.
      client.removeListener('close', lost)
      lost(error)
    }
  })
}

interface Following extends ExecRequest {
  readonly startedMs: number
  readonly onActivity: () => void
  /** Called when the receiver of the output fails. */
  readonly onBroken: (error: unknown) => void
}

function followChannel(channel: ClientChannel, following: Following): Promise<CommandExit> {
  const { machine, options, startedMs } = following
  const kept = {
    stdout: new CappedBuffer(options.maxBytes ?? defaultMaxBytes),
    stderr: new CappedBuffer(options.maxBytes ?? defaultMaxBytes),
  }
  const follow = (source: NodeJS.ReadableStream, stream: Stream): (() => void) => {
    const lines = splitLines((line) => options.onLine?.(line, stream))
    source.on('data', (chunk: Buffer) => {
      following.onActivity()
      kept[stream].push(chunk)
      lines.write(chunk)
    })
    return () => lines.end()
  }
  const feed = (into: Writable): (() => void) => {
    into.once('error', following.onBroken)
    channel.on('data', (chunk: Buffer) => {
      following.onActivity()
      if (into.destroyed || into.write(chunk)) return
      channel.pause()
      into.once('drain', () => channel.resume())
    })
    return () => {}
  }
  const { into } = options
  const finishers = [
    into === undefined ? follow(channel, 'stdout') : feed(into),
    follow(channel.stderr, 'stderr'),
  ]
  return new Promise((resolve, reject) => {
    let end: Pick<CommandExit, 'code' | 'signal'> | undefined
    // RFC 4254, 6.10: exactly one of exit-status and exit-signal; neither comes when the connection breaks.
    channel.on('exit', (code: number | null, signal?: string) => {
      end = { code: code ?? null, signal: signal ? `SIG${signal.replace(/^SIG/, '')}` : null }
    })
    channel.on('error', (error: unknown) => reject(connectionLost(machine, error)))
    channel.on('close', () => {
      for (const finish of finishers) finish()
      if (end === undefined || (end.code === null && end.signal === null)) reject(connectionLost(machine))
      else {
        resolve({
          ...end,
          stdout: kept.stdout.bytes(),
          stderr: kept.stderr.bytes(),
          truncated: kept.stdout.truncated || kept.stderr.truncated,
          durationMs: performance.now() - startedMs,
        })
      }
    })
    // A command that does not read all of its input closes the pipe; its exit shows whether that mattered.
    channel.stdin.on('error', () => {})
  })
}

function connectionLost(machine: string, cause?: unknown): DroverError {
  return new DroverError(`${machine}: the connection was lost before the exit of the command was known`, {
    reason: 'connection-lost',
    hint: 'Run the operation again: it observes the machine first and finishes what is missing.',
    cause,
  })
}

/** The deadlines of one command, and its cancellation, as one promise that can only reject. */
class Watch {
  readonly #machine: string
  readonly #options: ExecOptions
  readonly #failure: Promise<never>
  #reject: (error: unknown) => void = () => {}
  readonly #total: NodeJS.Timeout
  #idle: NodeJS.Timeout | undefined
  readonly #onAbort = (): void => this.#fail('the run was cancelled', 'cancelled')

  constructor(machine: string, options: ExecOptions) {
    this.#machine = machine
    this.#options = options
    this.#failure = new Promise((_resolve, reject) => {
      this.#reject = reject
    })
    this.#failure.catch(() => {})
    this.#total = setTimeout(
      () => this.#fail(`the command was not done within ${options.timeoutMs} ms`, 'timed-out'),
      options.timeoutMs,
    )
    options.signal?.addEventListener('abort', this.#onAbort, { once: true })
    if (options.signal?.aborted) this.#onAbort()
    this.activity()
  }

  race<T>(work: Promise<T>): Promise<T> {
    work.catch(() => {})
    return Promise.race([work, this.#failure])
  }

  activity(): void {
    if (this.#options.idleMs === undefined) return
    clearTimeout(this.#idle)
    const { idleMs } = this.#options
    this.#idle = setTimeout(() => this.#fail(`the command was silent for ${idleMs} ms`, 'timed-out'), idleMs)
  }

  closeOnEnd(channel: ClientChannel): void {
    this.#failure.catch(() => channel.destroy())
  }

  stop(): void {
    clearTimeout(this.#total)
    clearTimeout(this.#idle)
    this.#options.signal?.removeEventListener('abort', this.#onAbort)
  }

  /** Ends the command because of something on this side. */
  fail(error: unknown): void {
    this.#reject(error)
  }

  #fail(what: string, reason: 'timed-out' | 'cancelled'): void {
    this.#reject(
      new DroverError(`${this.#machine}: ${what}`, {
        reason,
        hint: 'The effect of the command on the machine is unknown. Run the operation again: it observes the machine first.',
      }),
    )
  }
}
