import { DroverError } from '../../src/base/errors.js'
import type { JsonObject } from '../../src/base/json.js'
import type { LaunchRequest, Provider, ProviderMachine } from '../../src/providers/provider.js'

/** A machine as the cloud has it and as it is inside. */
export interface FakeMachine {
  readonly id: string
  readonly name: string
  readonly nonce: number
  address: string
  presence: 'running' | 'stopped'
  expiresAt?: string
  /** What the cloud says of its host key. */
  toldKeys: readonly string[]
  /** What its sshd shows. */
  key: string
  nextKey?: string
  /** While a new key is on trial. */
  oldKey?: string
  /** The machine terminates itself when it expires. */
  hasTimer: boolean
  boot: number
}

export interface FakeCloud {
  readonly machines: FakeMachine[]
  /** Every call that changed something, in order. */
  readonly effects: string[]
  nowMs: number
  count: number
}

/** Runs what stands for one call to the outside: it may be the one at which the process dies. */
export type Act = <T>(name: string, effect: () => T) => Promise<T>

export const lifeMs = 60 * 60_000

export function makeFakeCloud(): FakeCloud {
  return { machines: [], effects: [], nowMs: Date.parse('2026-11-22T00:00:00Z'), count: 0 }
}

export function seenOf(machine: FakeMachine): ProviderMachine {
  const { id, name, presence, address, expiresAt, toldKeys } = machine
  return {
    name,
    presence,
    identity: {
      provider: 'ec2',
      id,
      address,
      port: 22,
      user: 'root',
      hostKeys: toldKeys,
      region: 'eu-1',
      createdAt: '2026-11-22T00:00:00.000Z',
      createdBy: '1',
    },
    ...(expiresAt === undefined ? {} : { expiresAt }),
  }
}

/** A machine of this name; unfinished unless said otherwise. */
export function makeMachine(cloud: FakeCloud, name: string, more: Partial<FakeMachine> = {}): FakeMachine {
  cloud.count += 1
  const key = `ssh-ed25519 LAUNCH${cloud.count}`
  const machine: FakeMachine = {
    id: `i-${cloud.count}`,
    name,
    nonce: 0,
    address: `192.0.2.${cloud.count}`,
    presence: 'running',
    expiresAt: new Date(cloud.nowMs + lifeMs).toISOString(),
    toldKeys: [key],
    key,
    hasTimer: true,
    boot: 1,
    ...more,
  }
  cloud.machines.push(machine)
  return machine
}

/** Behaves as the port says an EC2 provider does; each call that reaches the cloud goes through `act`. */
export function makeFakeProvider(cloud: FakeCloud, { act }: { readonly act: Act }): Provider {
  const find = (id: string): FakeMachine | undefined => cloud.machines.find((one) => one.id === id)
  const require = (id: string): FakeMachine => {
    const machine = find(id)
    if (machine !== undefined) return machine
    throw new DroverError(`${id}: is not there`, { reason: 'provider-failed' })
  }
  return {
    name: 'ec2',
    problems: ({ name, settings }) =>
      Object.keys(settings).map((key) => ({
        message: `machines.${name}: settings: "${key}" is not one`,
        reason: 'invalid-settings' as const,
      })),
    list: () => act('list', () => cloud.machines.map(seenOf)),
    launch: (request) => launch(cloud, request, act),
    // In two calls, and in the order that leaves more to be done.
    complete: async ({ id, hostKeys }) => {
      await act(`complete ${id}`, () => {
        delete require(id).expiresAt
      })
      await act(`tell the key of ${id}`, () => {
        require(id).toldKeys = hostKeys
      })
    },
    stop: ({ id }) =>
      act(`stop ${id}`, () => {
        require(id).presence = 'stopped'
      }),
    reboot: ({ id }) =>
      act(`reboot ${id}`, () => {
        require(id).boot += 1
      }),
    terminate: ({ id, onlyExpired }) =>
      act(`terminate ${id}`, () => {
        const at = cloud.machines.findIndex((one) => one.id === id)
        const { expiresAt } = cloud.machines[at] ?? {}
        const isExpired = expiresAt !== undefined && Date.parse(expiresAt) <= cloud.nowMs
        if (onlyExpired && at >= 0 && !isExpired) {
          throw new DroverError(`${id}: does not expire`, { reason: 'machine-changed' })
        }
        if (at >= 0) cloud.machines.splice(at, 1)
      }),
  }
}

async function launch(cloud: FakeCloud, request: LaunchRequest, act: Act): Promise<ProviderMachine> {
  const { name, remembered } = request
  let machine = cloud.machines.find((one) => one.name === name)
  if (machine === undefined) {
    const nonce = typeof remembered?.nonce === 'number' ? remembered.nonce : cloud.nowMs + cloud.count
    const expiresAt = new Date(cloud.nowMs + lifeMs).toISOString()
    const intent: JsonObject = { provider: 'ec2', region: 'eu-1', nonce, expiresAt }
    if (remembered === undefined) await request.remember(intent)
    await request.seed(`host-key ${nonce}`)
    request.spend()
    machine = await act(
      `make ${name}`,
      () =>
        cloud.machines.find((one) => one.name === name && one.nonce === nonce) ??
        makeMachine(cloud, name, { nonce }),
    )
  } else if (machine.presence === 'stopped') {
    const stopped = machine
    await act(`start ${stopped.id}`, () => {
      stopped.presence = 'running'
      stopped.address = `198.51.100.${stopped.boot}`
      stopped.boot += 1
    })
  }
  const made = machine
  return await act('wait for ssh', () => seenOf(made))
}
