import type { Identity } from '../../src/base/identity.js'
import { Secret } from '../../src/base/secret.js'
import type { FlockView } from '../../src/branch/flock-view.js'
import { configureMachine } from '../../src/configure/configure-machine.js'
import { rollbackMachine } from '../../src/configure/rollback.js'
import { openConnection } from '../../src/connection/open-connection.js'
import type { MachineCheck } from '../../src/flock/flock.js'
import { makeSshRemote } from '../../src/remote/ssh-remote.js'
import type { DesiredFile, DesiredSymlink } from '../../src/render/desired.js'
import { realClock } from '../../src/system/real-clock.js'
import type { Ports } from '../../src/task/ports.js'
import { createTask, type Task, type TaskOutcome } from '../../src/task/task.js'

export interface Wanted {
  readonly files?: readonly DesiredFile[]
  readonly links?: readonly DesiredSymlink[]
  readonly checks?: readonly MachineCheck[]
  readonly dryRun?: boolean
  readonly planDigest?: string
}

/** A real machine that is configured as the test says, with symlinks whose targets nothing had to prepare. */
export interface LinkedMachine {
  configure(desired: Wanted): Promise<TaskOutcome & Pick<Task, 'steps'>>
  rollback(): Promise<TaskOutcome>
  on(command: string): Promise<string>
}

export function openLinkedMachine(identity: Identity, keyText: string): LinkedMachine {
  const key = new Secret('ssh-key', keyText)
  const remote = makeSshRemote()
  const ports = {
    clock: realClock,
    remote,
    reporter: { report: () => undefined },
    clean: (text: string) => text,
    sshKey: async () => key,
    run: { id: 'test', attempt: 1, actor: 'test' },
  } satisfies Partial<Ports> as unknown as Ports
  const makeOne = (checks: readonly MachineCheck[]): Task =>
    createTask(
      {
        name: 'lo-1',
        groups: [],
        vars: {},
        provider: 'local',
        settings: {},
        ssh: { user: identity.user, port: identity.port },
        checks,
        roles: [],
        code: [],
        artifacts: [],
        protect: false,
      },
      { ports, ownerOfKey: () => undefined, operation: 'configure' },
    )
  const view = {
    flock: { name: 't-links' },
    snapshot: { commit: 'c0ffee', machines: new Map([['lo-1', { identity }]]) },
  } as unknown as FlockView
  return {
    configure: async ({ files = [], links = [], checks = [], dryRun = false, planDigest }) => {
      const task = makeOne(checks)
      const done = await configureMachine(task, {
        view,
        desired: {
          secrets: [],
          toMake: () => [],
          of: () => ({ files, links, captures: [], code: [], artifacts: [] }),
        },
        dryRun,
        allRoles: false,
        planDigest,
      })
      return { ...done, steps: task.steps }
    },
    rollback: async () => {
      const task = makeOne([])
      await using session = await openConnection(task, identity)
      return await rollbackMachine(task, session)
    },
    on: async (command) => {
      await using session = await remote.connect({
        machine: 'lo-1',
        identity,
        key,
        timeoutMs: 20_000,
        reachMs: 5000,
      })
      const { stdout } = await session.exec({ argv: ['sh', '-c', command] }, { timeoutMs: 60_000 })
      return stdout.toString('utf8')
    },
  }
}
