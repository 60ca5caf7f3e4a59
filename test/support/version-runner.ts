import { readFileSync } from 'node:fs'
import { prepareArtifacts } from '../../src/artifacts/prepare-artifacts.js'
import { DroverError } from '../../src/base/errors.js'
import type { Identity } from '../../src/base/identity.js'
import { Secret } from '../../src/base/secret.js'
import type { Tree } from '../../src/base/tree.js'
import { prepareCode } from '../../src/code/prepare-code.js'
import { resolveCode } from '../../src/code/resolve-code.js'
import { pruneVersions } from '../../src/configure/prune-versions.js'
import type { MachineConnection } from '../../src/connection/machine-connection.js'
import { openConnection } from '../../src/connection/open-connection.js'
import type { ArtifactEntry, CodeEntry, Machine } from '../../src/flock/flock.js'
import type { Session } from '../../src/remote/session.js'
import { makeSshRemote } from '../../src/remote/ssh-remote.js'
import type { ArtifactSource } from '../../src/sources/artifacts/artifact-source.js'
import type { CodeSource } from '../../src/sources/code/code-source.js'
import { realClock } from '../../src/system/real-clock.js'
import type { Ports } from '../../src/task/ports.js'
import { createTask, type Task } from '../../src/task/task.js'

export interface VersionWorld {
  readonly identity: Identity
  readonly keyFile: string
  readonly code: CodeSource
  readonly artifacts: ArtifactSource
  readonly secrets?: Readonly<Record<string, string>>
}

export interface VersionEnd {
  readonly reason?: string
  readonly message?: string
  readonly hint?: string | undefined
  readonly lines: readonly string[]
  readonly steps: readonly string[]
  /** The commands that were run on the machine. */
  readonly execs: number
}

export interface VersionRun {
  /** Makes ready these revisions and artifacts, as one run on one machine does. */
  prepare(desired: Wanted): Promise<VersionEnd>
  prune(desired: Wanted): Promise<VersionEnd>
}

export interface Wanted {
  readonly code?: readonly CodeEntry[]
  readonly artifacts?: readonly ArtifactEntry[]
  readonly tree?: Tree
  readonly present?: ReadonlySet<string>
  readonly onLine?: (line: string) => void
}

/** The making ready of code and artifacts by the sources, with real parts. */
export function makeVersionRun(world: VersionWorld): VersionRun {
  const run = async (
    desired: Wanted,
    work: (task: Task, connection: MachineConnection) => Promise<void>,
  ): Promise<VersionEnd> => {
    const lines: string[] = []
    const steps: string[] = []
    let execs = 0
    const remote = makeSshRemote()
    const countExecs = (session: Session): Session => ({
      ...session,
      exec: (...given) => {
        execs += 1
        return session.exec(...given)
      },
    })
    const ports = {
      clock: realClock,
      remote: { ...remote, connect: async (options) => countExecs(await remote.connect(options)) },
      reporter: {
        report: (one) => {
          if (one.kind === 'step') steps.push(one.step.text)
          if (one.kind !== 'output') return
          lines.push(one.line)
          desired.onLine?.(one.line)
        },
      },
      clean: (text) => text,
      secret: (name) => {
        const value = world.secrets?.[name]
        return value === undefined ? undefined : new Secret(name, value)
      },
      sshKey: async () => new Secret('key', readFileSync(world.keyFile, 'utf8')),
      run: { id: 'r1', attempt: 1, actor: 'anna' },
      code: world.code,
      artifacts: world.artifacts,
    } as Partial<Ports> as Ports
    const machine = { name: 'lo-1', code: desired.code ?? [], artifacts: desired.artifacts ?? [] }
    const task = createTask(machine as Partial<Machine> as Machine, {
      ports,
      ownerOfKey: () => undefined,
      operation: 'configure',
    })
    try {
      await using connection = await openConnection(task, world.identity)
      await work(task, connection)
      return { lines, steps, execs }
    } catch (thrown) {
      if (!(thrown instanceof DroverError)) throw thrown
      return { reason: thrown.reason, message: thrown.message, hint: thrown.hint, lines, steps, execs }
    }
  }
  return {
    prepare: (desired) =>
      run(desired, async (task, connection) => {
        const { code = [], artifacts = [], tree = new Map(), present = new Set() } = desired
        await prepareCode(task, { connection, desired: await resolveCode(task.ports, code), present })
        await prepareArtifacts(task, { session: connection, desired: artifacts, tree, present })
      }),
    prune: (desired) => run(desired, pruneVersions),
  }
}
