import pLimit from 'p-limit'
import { sha256 } from '../../base/digest.js'
import { DroverError, type Problem } from '../../base/errors.js'
import type { Identity } from '../../base/identity.js'
import { askForGreeting } from '../../remote/ssh-greeting.js'
import type { Clock } from '../../system/clock.js'
import type { Provider, ProviderMachine, ProviderScope, ScopedMachine } from '../provider.js'
import { parseStaticSettings, staticProblems } from './settings.js'

export interface StaticOptions {
  readonly scope: ProviderScope
  readonly clock: Clock
}

/** The two together are how long a list may take. */
const patience = { connectMs: 2000, greetMs: 1000 } as const
/** How many machines are probed at once, with one connection each. */
const maxAtOnce = 64

/**
 * Machines that exist, of any maker: `flock.yml` says where each is and which host keys it has. Drover
 * can neither make, start nor end one.
 */
export function makeStaticProvider({ scope, clock }: StaticOptions): Provider {
  const byName = new Map(scope.machines.map((machine) => [machine.name, machine]))
  // The first machine of a place owns it. The list is reversed because later entries of a map replace earlier ones.
  const owners = new Map(scope.machines.toReversed().map((machine) => [placeOf(machine), machine.name]))
  const firstSeen = new Date(clock.now()).toISOString()

  const list = async (): Promise<readonly ProviderMachine[]> => {
    const limit = pLimit(maxAtOnce)
    const seen = identities().map((one) =>
      limit(async (): Promise<ProviderMachine> => {
        const { greets } = await askForGreeting(one.identity, patience)
        return { ...one, presence: greets ? 'running' : 'stopped' }
      }),
    )
    return Promise.all(seen)
  }

  /** The identities of all machines with correct settings, and of those that left `flock.yml`, in order of name. */
  const identities = (): readonly { readonly name: string; readonly identity: Identity }[] => {
    const named = scope.machines.flatMap((machine) =>
      problems(machine).length > 0 ? [] : [{ name: machine.name, identity: identityOf(machine) }],
    )
    const left = [...scope.known].flatMap(([name, identity]) =>
      byName.has(name) ? [] : [{ name, identity }],
    )
    return [...named, ...left].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  const identityOf = ({ name, settings, user, port }: ScopedMachine, createdBy = 'flock.yml'): Identity => {
    const { address, hostKeys } = parseStaticSettings(name, settings)
    // A machine with other keys is another machine, even at the same place: then the pins of the ledger,
    // which are otherwise newer (`rotate`), no longer count.
    const id = `static:${address}:${port}:${sha256(hostKeys.join('\n')).slice(0, 12)}`
    const known = scope.known.get(name)
    const birth = known?.id === id ? known : { createdAt: firstSeen, createdBy }
    return {
      provider: 'static',
      id,
      address,
      port,
      user,
      hostKeys,
      createdAt: birth.createdAt,
      createdBy: birth.createdBy,
    }
  }

  const problems = (machine: ScopedMachine): readonly Problem[] => {
    const wrong = staticProblems(machine.name, machine.settings)
    return wrong.length > 0 ? wrong : sharedPlaces(machine)
  }

  /** Problems of one machine under two names: two tasks would configure it at once and undo each other's changes. */
  const sharedPlaces = (machine: ScopedMachine): readonly Problem[] => {
    const first = owners.get(placeOf(machine))
    if (first === undefined || first === machine.name) return []
    return [
      {
        reason: 'invalid-settings',
        message: `machines.${machine.name}: settings: "address" and port are those of "${first}"`,
        at: { file: 'flock.yml' },
        hint: 'Give each machine an address of its own; all machines of one "count" have the same settings.',
      },
    ]
  }

  return {
    name: 'static',
    onlyForgets: true,
    problems,
    list,
    launch: async ({ name, settings, user, runId }) => {
      const port = byName.get(name)?.port ?? scope.known.get(name)?.port ?? 22
      const identity = identityOf({ name, settings, user, port }, runId)
      const greeting = await askForGreeting(identity, patience)
      if (!greeting.greets) throw cannotStart({ name, identity, why: greeting.why })
      return { name, presence: 'running', identity }
    },
    // Drover does not end the machine: the operation only forgets its pins and its DNS name.
    terminate: async () => undefined,
  }
}

function placeOf({ settings, port }: ScopedMachine): string | undefined {
  return typeof settings.address === 'string' ? `${settings.address.toLowerCase()} ${port}` : undefined
}

interface Silent {
  readonly name: string
  readonly identity: Identity
  readonly why: string
}

function cannotStart({ name, identity: { address, port }, why }: Silent): DroverError {
  return new DroverError(
    `${name}: does not answer by SSH at "${address}" port ${port}, and Drover cannot start a static machine: ${why}`,
    {
      reason: 'provider-failed',
      hint: 'Start it by yourself, ensure that "address" and "ssh: { port }" in flock.yml are right and that this computer may reach it, then run the operation again.',
    },
  )
}
