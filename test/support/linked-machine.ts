import type { Identity } from '../../src/base/identity.js'
import { Secret } from '../../src/base/secret.js'
import type { MachineCheck } from '../../src/flock/flock.js'
import { configureMachine } from '../../src/configure/configure-machine.js'
import { rollbackMachine } from '../../src/configure/rollback.js'
import { type Done, type Job, makeJob } from '../../src/task/task.js'
import type { Ports } from '../../src/task/ports.js'
import { openSession } from '../../src/task/sessions.js'
import type { Survey } from '../../src/branch/flock-view.js'
import { makeSshRemote } from '../../src/remote/ssh-remote.js'
import type { DesiredFile, DesiredLink } from '../../src/render/desired.js'
import { realClock } from '../../src/system/real-clock.js'

export interface Wanted {
  readonly files?: readonly DesiredFile[]
  readonly links?: readonly DesiredLink[]
  readonly checks?: readonly MachineCheck[]
  readonly dryRun?: boolean
  readonly planDigest?: string
}

/** A real machine that is configured as the test says, with links that nothing had to make ready. */
export interface LinkedMachine {
  configure(wanted: Wanted): Promise<Done & Pick<Job, 'steps'>>
  rollback(): Promise<Done>
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
  const makeOne = (checks: readonly MachineCheck[]): Job =>
    makeJob(
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
      { ports, ownerOfKey: () => undefined },
    )
  const survey = {
    flock: { name: 't-links' },
    snapshot: { commit: 'c0ffee', machines: new Map([['lo-1', { identity }]]) },
  } as unknown as Survey
  return {
    configure: async ({ files = [], links = [], checks = [], dryRun = false, planDigest }) => {
      const job = makeOne(checks)
      const done = await configureMachine(job, {
        survey,
        wanted: {
          secrets: [],
          toMake: () => [],
          of: () => ({ files, links, captures: [], code: [], artifacts: [] }),
        },
        dryRun,
        allRoles: false,
        planDigest,
      })
      return { ...done, steps: job.steps }
    },
    rollback: async () => {
      const job = makeOne([])
      await using session = await openSession(job, identity)
      return await rollbackMachine(job, session, identity)
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
