import type { Identity } from '../base/identity.js'
import type { FlockView } from '../branch/flock-view.js'
import { identityNow } from '../branch/known-identity.js'
import { putIdentity, putLaunch } from '../ledger/machine-files.js'
import type { LaunchRequest, ProviderMachine } from '../providers/provider.js'
import type { PushNow } from '../task/push-now.js'
import type { Task } from '../task/task.js'
import { finishMachine, isExpiring } from './finish-machine.js'
import type { LaunchBudget } from './launch-budget.js'
import { desiredName, dropFormerName } from './machine-dns.js'
import { providerOf } from './provider-of.js'

export interface Launch {
  readonly view: FlockView
  readonly budget: LaunchBudget
  readonly pushNow: PushNow
  /** What its provider has of it. */
  readonly before: ProviderMachine | undefined
  /** As the step is called. */
  readonly verb: string
}

/** Has a machine made, finished or started by its provider, and makes it one that stays. */
export async function launchMachine(task: Task, work: Launch): Promise<Identity> {
  const { machine, ports } = task
  const { before, view } = work
  const provider = await providerOf(ports, view, machine.provider)
  const entry = view.snapshot.machines.get(machine.name)
  const known = entry?.identity
  // Before machine.json speaks of another machine: then nobody would know of the old one's name.
  if (known !== undefined && known.id !== before?.identity.id) {
    await dropFormerName(task, { known, flock: view.flock.name })
  }
  const isTooLate = before !== undefined && isExpiring(before, ports.clock.now())
  if (isTooLate) {
    const { id } = before.identity
    await task.step({ kind: 'end', text: 'end the making that expired' }, () =>
      provider.terminate({ name: machine.name, id }),
    )
  }
  const memory = launchMemory(task, { work, remembered: isTooLate ? undefined : entry?.launch })
  const authorizedKey = await ports.publicKey()
  const existing = await task.step({ kind: 'provision', text: work.verb }, () =>
    provider.launch({
      name: machine.name,
      authorizedKeys: [authorizedKey],
      user: machine.ssh.user,
      runId: ports.run.id,
      settings: machine.settings,
      ...memory.request,
      onStep: (name) => task.stepStarted({ kind: 'provision', text: name }),
      ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    }),
  )
  const identity = identityNow(existing.identity, known)
  if (provider.complete === undefined || !(memory.isRemembered() || existing.expiresAt !== undefined)) {
    return identity
  }
  const name = identity.dns ?? desiredName(machine)
  return await finishMachine(task, {
    existing,
    known,
    identity: name === undefined ? identity : { ...identity, dns: name },
    complete: (finished) => provider.complete?.(finished) ?? Promise.resolve(),
    pin: (pinned, message) =>
      work.pushNow(task, {
        config: view.snapshot.commit,
        message,
        changes: [putIdentity(machine.name, pinned)],
      }),
  })
}

interface Memory {
  readonly work: Launch
  readonly remembered: LaunchRequest['remembered'] | undefined
}

/** What ties the launch to the ledger, the budget and the key. */
function launchMemory(
  task: Task,
  { work, remembered }: Memory,
): {
  readonly request: Pick<LaunchRequest, 'remembered' | 'remember' | 'spend' | 'seed'>
  /** True if a launch was remembered, by this run or one before. */
  readonly isRemembered: () => boolean
} {
  const { machine, ports } = task
  let isRemembered = remembered !== undefined
  return {
    isRemembered: () => isRemembered,
    request: {
      ...(remembered === undefined ? {} : { remembered }),
      remember: async (intent) => {
        isRemembered = true
        const message = 'is about to make the machine'
        const changes = [putLaunch(machine.name, intent)]
        await task.step({ kind: 'record', text: 'write down the intent' }, () =>
          work.pushNow(task, { config: work.view.snapshot.commit, message, changes }),
        )
      },
      spend: () => work.budget.spend(machine.name),
      seed: ports.seed,
    },
  }
}
