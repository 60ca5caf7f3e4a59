import type { Command } from '../../src/base/command.js'
import { DroverError } from '../../src/base/errors.js'
import { captureCommand } from '../../src/capture/commands/capture.js'
import { aptLockCommand } from '../../src/lifecycle/commands/apt-lock.js'
import { bootCommand, rebootCommand } from '../../src/lifecycle/commands/boot.js'
import { cloudInitCommand } from '../../src/lifecycle/commands/cloud-init.js'
import { disarmExpiryCommand } from '../../src/lifecycle/commands/expiry.js'
import {
  keepNextKeyCommand,
  makeNextKeyCommand,
  useNextKeyCommand,
} from '../../src/lifecycle/commands/host-key-rotation.js'
import type { ConnectOptions, Remote, Session } from '../../src/remote/session.js'
import { packTar } from '../../src/remote/tar.js'
import type { Act, FakeCloud, FakeMachine } from './fake-cloud.js'

export interface FakeRemoteOptions {
  readonly act: Act
  /** Called with the world right before a timer is removed. */
  readonly onDisarm?: (machine: FakeMachine) => void
  /** Answers instead of the machine. */
  readonly answers?: ReadonlyMap<Command, readonly string[]>
}

/** SSH to the machines of a fake cloud: pins are compared, and the commands of our recipes have their effect. */
export function makeFakeRemote(cloud: FakeCloud, options: FakeRemoteOptions): Remote {
  const asked = new Map<Command, number>()
  const answer = (command: Command): string | undefined => {
    const list = options.answers?.get(command)
    if (list === undefined) return undefined
    const count = asked.get(command) ?? 0
    asked.set(command, count + 1)
    return list[Math.min(count, list.length - 1)]
  }
  return {
    check: async () => undefined,
    connect: async (connect) => {
      const machine = await options.act('connect', () => reach(cloud, connect))
      const exec: Session['exec'] = async (command) => {
        const stdout = await options.act(nameOf(command), () => {
          if (!cloud.machines.includes(machine)) throw away(connect.machine)
          return answer(command) ?? effectOf(machine, command, options)
        })
        const bytes = typeof stdout === 'string' ? Buffer.from(stdout) : await stdout
        return {
          code: 0,
          signal: null,
          stdout: bytes,
          stderr: Buffer.alloc(0),
          truncated: false,
          durationMs: 1,
        }
      }
      const close = async (): Promise<void> => undefined
      return {
        exec,
        start: () => Promise.reject(new Error('not here')),
        close,
        [Symbol.asyncDispose]: close,
      }
    },
  }
}

function reach(cloud: FakeCloud, { machine: name, identity }: ConnectOptions): FakeMachine {
  const machine = cloud.machines.find((one) => one.address === identity.address && one.presence === 'running')
  if (machine === undefined) throw away(name)
  const isPinned = identity.hostKeys.includes(machine.key)
  if (!isPinned || identity.revokedKeys?.includes(machine.key)) {
    throw new DroverError(`${name}: shows another host key`, { reason: 'host-key-mismatch' })
  }
  return machine
}

function away(name: string): DroverError {
  return new DroverError(`${name}: no answer`, { reason: 'unreachable' })
}

const capture = captureCommand([]).argv.at(-1)

function nameOf(command: Command): string {
  if (command === disarmExpiryCommand) return 'disarm'
  if (command === makeNextKeyCommand) return 'make key'
  if (command === useNextKeyCommand) return 'use key'
  if (command === keepNextKeyCommand) return 'keep key'
  return command.argv.at(-1) === capture ? 'capture' : 'look'
}

function effectOf(
  machine: FakeMachine,
  command: Command,
  { onDisarm }: FakeRemoteOptions,
): string | Promise<Buffer> {
  if (command === cloudInitCommand) return 'absent'
  if (command === aptLockCommand) return '\n'
  if (command === bootCommand)
    return `00000000-0000-0000-0000-${String(machine.boot).padStart(12, '0')}\n9 0\n`
  if (command === rebootCommand) machine.boot += 1
  if (command === makeNextKeyCommand) {
    machine.nextKey ??= `${machine.key.replace('LAUNCH', 'NEXT')}x`
    return machine.nextKey
  }
  if (command === useNextKeyCommand && machine.nextKey !== undefined) {
    machine.oldKey = machine.key
    machine.key = machine.nextKey
  }
  if (command === keepNextKeyCommand) {
    delete machine.oldKey
    delete machine.nextKey
  }
  if (command === disarmExpiryCommand) {
    onDisarm?.(machine)
    machine.hasTimer = false
    return 'drover-expiry.timer not-found inactive\ndrover-expiry.service not-found inactive\n'
  }
  if (command.argv.at(-1) === capture) {
    return packTar([{ path: '/etc/motd', mode: 0o644, bytes: Buffer.from(`found on ${machine.id}\n`) }])
  }
  return ''
}

/** What happens by itself while nobody is there: a key on trial that nobody kept is taken back. */
export function passTime(cloud: FakeCloud, ms: number): void {
  cloud.nowMs += ms
  for (const machine of cloud.machines) {
    if (ms < 25_000 || machine.oldKey === undefined) continue
    machine.key = machine.oldKey
    delete machine.oldKey
  }
}
