import type { Command, CommandExit } from '../base/command.js'
import type { Identity } from '../base/identity.js'
import { type ConnectLimits, type ReopenPolicy, reopenPolicies } from '../remote/connection-policy.js'
import type { ExecOptions, Running, Session } from '../remote/session.js'
import { retry } from '../system/retry.js'
import type { Task } from '../task/task.js'
import { cancelledWork, isAway, noAnswer } from './connection-failure.js'

export interface ConnectionOptions {
  readonly identity: Identity
  /** False: it goes on when the run is cancelled. Absent means true. */
  readonly isCancellable?: boolean
}

/**
 * The connection of a task to its machine, for as long as the task works on it: opened when it is first needed, and
 * opened again after a loss, where the work can be repeated. A loss outside of `retry` and `repeat` is an error of
 * the command that it hit.
 */
export class MachineConnection implements Session {
  readonly identity: Identity
  readonly #task: Task
  readonly #signal: AbortSignal | undefined
  #limits: ConnectLimits = reopenPolicies.loss.limits
  #session: Session | undefined
  #answeredMs = 0

  constructor(task: Task, { identity, isCancellable = true }: ConnectionOptions) {
    this.#task = task
    this.identity = identity
    this.#signal = isCancellable ? task.ports.signal : undefined
  }

  /** One try, if it is not open. Throws as `Remote.connect` does. */
  async open(limits: ConnectLimits = this.#limits): Promise<void> {
    await this.#openSession(limits)
  }

  async exec(command: Command, options: ExecOptions): Promise<CommandExit> {
    const session = await this.#openSession(this.#limits)
    return await session.exec(command, this.#heard(options))
  }

  async start(command: Command, options: ExecOptions): Promise<Running> {
    const session = await this.#openSession(this.#limits)
    return await session.start(command, this.#heard(options))
  }

  /**
   * Work that may be repeated: done again over a new connection while `isRetryable` says so of its error, by
   * default while the machine is away. Throws the last error when the policy's time has passed.
   */
  async retry<T>(
    policy: ReopenPolicy,
    work: () => Promise<T>,
    isRetryable: (error: unknown) => boolean = isAway,
  ): Promise<T> {
    const { clock } = this.#task.ports
    const limitsBefore = this.#limits
    this.#limits = policy.limits
    this.#answeredMs = clock.elapsed()
    try {
      return await retry(
        {
          clock,
          baseMs: policy.baseMs,
          maxMs: policy.maxMs,
          deadlineMs: policy.deadlineMs,
          isRetryable: (error) => isRetryable(error) && this.#signal?.aborted !== true,
          ...(policy.since === 'answer' ? { lastGoodMs: () => this.#answeredMs } : {}),
          ...(this.#signal === undefined ? {} : { signal: this.#signal }),
        },
        () => this.#attempt(work, isRetryable),
      )
    } finally {
      this.#limits = limitsBefore
    }
  }

  /**
   * A part of work that goes on by itself on the machine, repeated for as long as the machine says something now
   * and then. Throws `connection-lost` when it has been silent for too long, and `cancelled` at once when the run is;
   * either says that the machine goes on.
   */
  async repeat<T>(subject: string, work: () => Promise<T>): Promise<T> {
    let tries = 0
    try {
      return await this.retry(reopenPolicies.loss, async () => {
        tries += 1
        if (tries > 1) this.#task.stepStarted({ kind: 'connect', text: 'connect again' })
        return await work()
      })
    } catch (error) {
      if (this.#signal?.aborted) throw cancelledWork(subject)
      throw isAway(error) ? noAnswer(subject, error) : error
    }
  }

  /** A pause between two parts of such work; throws `cancelled` as `repeat` does. */
  async pause(subject: string, ms: number): Promise<void> {
    try {
      await this.#task.ports.clock.sleep(ms, this.#signal)
    } catch (error) {
      throw this.#signal?.aborted ? cancelledWork(subject) : error
    }
  }

  /** A new one in place of this one, which is known or thought to be of no use. Throws the last error of `open`. */
  async reopen(): Promise<void> {
    await this.close()
    await this.retry(reopenPolicies.loss, () => this.open())
  }

  /** Closes what is open; what is asked for after opens another one. */
  async close(): Promise<void> {
    const session = this.#session
    this.#session = undefined
    await session?.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  async #attempt<T>(work: () => Promise<T>, isRetryable: (error: unknown) => boolean): Promise<T> {
    try {
      const value = await work()
      this.#answeredMs = this.#task.ports.clock.elapsed()
      return value
    } catch (error) {
      if (isRetryable(error)) await this.close()
      throw error
    }
  }

  async #openSession(limits: ConnectLimits): Promise<Session> {
    const { ports, machine, ownerOfKey } = this.#task
    this.#session ??= await ports.remote.connect({
      machine: machine.name,
      identity: this.identity,
      key: await ports.sshKey(),
      ownerOfKey,
      ...limits,
      ...(this.#signal === undefined ? {} : { signal: this.#signal }),
    })
    return this.#session
  }

  /** Whatever a command says is a sign of life. */
  #heard(options: ExecOptions): ExecOptions {
    const { clock } = this.#task.ports
    return {
      ...options,
      onLine: (line, stream) => {
        this.#answeredMs = clock.elapsed()
        options.onLine?.(line, stream)
      },
    }
  }
}
