import type { DroverError } from '../../src/base/errors.js'
import type { StepLabel } from '../../src/base/outcome.js'
import { Secret } from '../../src/base/secret.js'
import type { ConnectOptions, ExecOptions, Session } from '../../src/remote/session.js'
import type { Ports } from '../../src/task/ports.js'
import type { Task } from '../../src/task/task.js'

export interface Faults {
  /** The error of a connect, of which this is the `count`th; undefined when it goes well. */
  readonly onConnect?: (count: number) => DroverError | undefined
  readonly onExec?: (count: number, options: ExecOptions) => DroverError | undefined
  readonly onSleep?: () => void
  readonly signal?: AbortSignal
}

export interface FakeConnections {
  readonly task: Task
  /** What was asked for, also where it failed. */
  readonly connects: readonly ConnectOptions[]
  /** Steps and what was told of waiting. */
  readonly steps: readonly string[]
  readonly closed: number
  nowMs(): number
  pass(ms: number): void
}

/** A task whose connections break as a test says, on a clock that only passes in pauses. */
export function fakeConnections({ onConnect, onExec, onSleep, signal }: Faults = {}): FakeConnections {
  let nowMs = 0
  let execs = 0
  let closed = 0
  const connects: ConnectOptions[] = []
  const steps: string[] = []
  const makeSession = (): Session => {
    const close = async (): Promise<void> => {
      closed += 1
    }
    return {
      exec: async (_command, options) => {
        execs += 1
        const error = onExec?.(execs, options)
        if (error !== undefined) throw error
        const nothing = Buffer.alloc(0)
        return { code: 0, signal: null, stdout: nothing, stderr: nothing, truncated: false, durationMs: 1 }
      },
      start: () => Promise.reject(new Error('not here')),
      close,
      [Symbol.asyncDispose]: close,
    }
  }
  const ports = {
    clock: {
      now: () => nowMs,
      elapsed: () => nowMs,
      random: () => 0.9,
      sleep: async (ms, cancelled) => {
        onSleep?.()
        cancelled?.throwIfAborted()
        nowMs += ms
      },
    },
    sshKey: async () => new Secret('key', 'a key'),
    remote: {
      check: async () => undefined,
      connect: async (options) => {
        connects.push(options)
        const error = onConnect?.(connects.length)
        if (error !== undefined) throw error
        return makeSession()
      },
    },
    ...(signal === undefined ? {} : { signal }),
  } satisfies Partial<Ports>
  const task = {
    ports,
    machine: { name: 'lo-1' },
    ownerOfKey: () => undefined,
    stepStarted: ({ text }: StepLabel) => void steps.push(text),
    step: ({ text }: StepLabel, work: () => Promise<unknown>) => {
      steps.push(text)
      return work()
    },
  } as unknown as Task
  return {
    task,
    connects,
    steps,
    get closed() {
      return closed
    },
    nowMs: () => nowMs,
    pass: (ms) => {
      nowMs += ms
    },
  }
}
