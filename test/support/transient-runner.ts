import { readFileSync } from 'node:fs'
import { DroverError } from '../../src/base/errors.js'
import type { Identity } from '../../src/base/identity.js'
import { Secret } from '../../src/base/secret.js'
import { openConnection } from '../../src/connection/open-connection.js'
import { type LongWork, runTransient } from '../../src/long-work/run-long-work.js'
import { makeSshRemote } from '../../src/remote/ssh-remote.js'
import { realClock } from '../../src/system/real-clock.js'
import type { Ports } from '../../src/task/ports.js'
import { createTask } from '../../src/task/task.js'

export interface UnitExit {
  readonly code?: number
  readonly isLinkLost?: boolean
  readonly reason?: string
  readonly message?: string
  readonly hint?: string | undefined
  readonly lines: readonly string[]
  readonly steps: readonly string[]
}

export interface TransientRun extends Omit<LongWork, 'onLine'> {
  readonly identity: Identity
  readonly keyFile: string
  readonly runId: string
  readonly signal?: AbortSignal
  readonly onLine?: (line: string) => void
}

/** One run of long work by the sources, with real parts, as an operation does it. */
export async function runTransientOnce({
  identity,
  keyFile,
  runId,
  signal,
  ...work
}: TransientRun): Promise<UnitExit> {
  const lines: string[] = []
  const steps: string[] = []
  const remote = makeSshRemote()
  let connects = 0
  const ports = {
    clock: realClock,
    remote: {
      ...remote,
      connect: (options) =>
        remote.connect(options).finally(() => {
          connects += 1
        }),
    },
    reporter: { report: (one) => void (one.kind === 'step' && steps.push(one.step.text)) },
    clean: (text) => text,
    sshKey: async () => new Secret('key', readFileSync(keyFile, 'utf8')),
    run: { id: runId, attempt: 1, actor: 'anna' },
    ...(signal === undefined ? {} : { signal }),
  } as Partial<Ports> as Ports
  const task = createTask({ name: 'lo-1' } as Parameters<typeof createTask>[0], {
    ports,
    ownerOfKey: () => undefined,
    operation: 'configure',
  })
  const onLine = (line: string): void => {
    lines.push(line)
    work.onLine?.(line)
  }
  try {
    await using connection = await openConnection(task, identity)
    const code = await runTransient(task, connection, { ...work, onLine })
    return { code, isLinkLost: connects > 1, lines, steps }
  } catch (thrown) {
    if (!(thrown instanceof DroverError)) throw thrown
    return { reason: thrown.reason, message: thrown.message, hint: thrown.hint, lines, steps }
  }
}
