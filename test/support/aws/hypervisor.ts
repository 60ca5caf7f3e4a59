import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  DescribeInstanceAttributeCommand,
  DescribeInstancesCommand,
  EC2Client,
  type Instance,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2'
import { runAsRoot } from '../../../src/providers/local/as-root.js'
import { flockFolder, machineNames, readMachine } from '../../../src/providers/local/machine-files.js'
import { ensureRoot } from '../../../src/providers/local/make-root.js'
import { defaultStateDir, networkFolder } from '../../../src/providers/local/options.js'
import { innerScript, outerScript } from '../../../src/providers/local/scripts/run-scripts.js'
import { terminateScript } from '../../../src/providers/local/scripts/terminate-script.js'
import { parseLocalSettings } from '../../../src/providers/local/settings.js'
import type { Backstage } from './aws-like.ts'
import { bootScript, consoleScript, stopScript } from './instance-scripts.ts'
import { sdkSettings } from './moto.ts'
import { type MachineState, nextStep, type Step, shownState } from './next-step.ts'
import { takeRigSlot } from './rig-slot.ts'

export interface Hypervisor extends AsyncDisposable {
  /** First two octets of the addresses that machines can have: give a VPC `PREFIX.0.0/16`, and no subnet its first 256. */
  readonly prefix: string
  /** Where its machines are kept. */
  readonly stateDir: string
  /** For the proxy, so that it shows instances as the machines are. */
  readonly backstage: Backstage
  /** Ids of the instances whose machine runs. */
  running(): Promise<readonly string[]>
  /** What went wrong behind the scenes, in words. */
  readonly failures: readonly string[]
  /** Ends all machines. */
  close(): Promise<void>
}

interface Options {
  /** URL of moto, not of a proxy. */
  readonly moto: string
}

const pollMs = 300
const scriptMs = 150_000
/** More machines that boot at once would only make each other slow. */
const bootsAtOnce = 3
// debootstrap does not see that the second is what a package of the first's wants under another name.
const rootPackages = ['cloud-init', 'python3-cffi-backend']

/**
 * Gives moto's instances real machines: each that is to run boots one with its address and its user
 * data (by cloud-init); one that ends by itself ends or stops its instance. All machines end with `close`,
 * or when the next hypervisor starts after we were killed.
 */
export async function startHypervisor({ moto }: Options): Promise<Hypervisor> {
  const slot = await takeRigSlot()
  const flock = flockFolder(slot.stateDir, 'aws')
  const { bridge, prefix } = slot.network
  const where = [networkFolder(slot.network), bridge, prefix]
  const rootsDir = join(defaultStateDir, 'roots')
  const settings = parseLocalSettings({ packages: rootPackages })
  const root = await ensureRoot({ rootsDir, settings, onStep: (step) => console.error(step) })
  const ec2 = new EC2Client(sdkSettings(moto))

  /** As the last look found them. */
  const machines = new Map<string, MachineState>()
  const addresses = new Map<string, string>()
  /** Started by us and not stopped by us since: if one of these does not run, it ended by itself. */
  const started = new Set<string>()
  const busy = new Map<string, Promise<void>>()
  const failed = new Map<string, string>()
  const failures: string[] = []
  let closed = false

  const asRoot = (id: string, script: string, args: readonly string[] = []): Promise<string> => {
    const all = [flock, id, ...args]
    return runAsRoot({ failure: `${id}: its machine`, script, args: all, timeoutMs: scriptMs })
  }

  const boot = async (id: string, instance: Instance | undefined): Promise<void> => {
    const seed = join(slot.stateDir, 'seeds', id)
    await mkdir(seed, { recursive: true, mode: 0o700 })
    const address = instance?.PrivateIpAddress ?? ''
    await writeFile(join(seed, 'user-data'), await userDataOf(id))
    await writeFile(join(seed, 'meta-data'), metaData(id, address))
    // What a cable is called has room for eight characters of an id only.
    const local = `local-${id.slice(-8)}`
    await asRoot(id, bootScript, [...where, root, local, address, seed, outerScript, innerScript])
    await rm(seed, { recursive: true })
    started.add(id)
  }

  const attribute = async (InstanceId: string, Attribute: 'userData' | 'instanceInitiatedShutdownBehavior') =>
    ec2.send(new DescribeInstanceAttributeCommand({ InstanceId, Attribute }))

  const userDataOf = async (id: string): Promise<Buffer> => {
    const { UserData } = await attribute(id, 'userData')
    return Buffer.from(UserData?.Value ?? '', 'base64')
  }

  const stop = async (id: string): Promise<void> => {
    started.delete(id)
    await asRoot(id, stopScript)
  }

  /** The machine has powered itself off. */
  const settle = async (id: string): Promise<void> => {
    started.delete(id)
    const said = await attribute(id, 'instanceInitiatedShutdownBehavior')
    const InstanceIds = [id]
    if (said.InstanceInitiatedShutdownBehavior?.Value === 'terminate') {
      await ec2.send(new TerminateInstancesCommand({ InstanceIds }))
    } else {
      await ec2.send(new StopInstancesCommand({ InstanceIds }))
    }
  }

  const end = async (id: string): Promise<void> => {
    started.delete(id)
    const machine = await readMachine(join(flock, id))
    await asRoot(id, terminateScript, [...where, machine?.identity.id ?? ''])
  }

  const steps: Readonly<Record<Exclude<Step, 'boot'>, (id: string) => Promise<void>>> = {
    stop,
    settle,
    end,
  }

  /** One thing at a time for each machine. */
  const work = (id: string, task: () => Promise<void>): void => {
    const before = busy.get(id)
    const next = (async (): Promise<void> => {
      await before
      try {
        await task()
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error)
        failed.set(id, words)
        failures.push(words)
        console.error(`hypervisor: ${words}`)
      }
    })()
    const mine = next.finally(() => busy.get(id) === mine && busy.delete(id))
    busy.set(id, mine)
  }

  const look = async (): Promise<void> => {
    const names = await machineNames(flock)
    const present = await Promise.all(
      names.map(async (id) => ({ id, of: await readMachine(join(flock, id)) })),
    )
    machines.clear()
    addresses.clear()
    for (const { id, of } of present) {
      machines.set(id, of?.alive ? 'up' : 'down')
      if (of !== undefined) addresses.set(of.identity.address, id)
    }
  }

  let booting = 0
  // moto gives the address of a terminated instance away at once, when its machine may still be there.
  const mayBoot = (instance: Instance | undefined): boolean => {
    const holder = addresses.get(instance?.PrivateIpAddress ?? '')
    return booting < bootsAtOnce && (holder === undefined || holder === instance?.InstanceId)
  }
  const poll = async (): Promise<void> => {
    const instances = await livingInstances(ec2)
    await look()
    for (const id of new Set([...instances.keys(), ...machines.keys()])) {
      if (busy.has(id) || failed.has(id)) continue
      const instance = instances.get(id)
      const step = nextStep({
        instance: instance?.State?.Name,
        machine: machines.get(id),
        wasStarted: started.has(id),
      })
      if (step === undefined || (step === 'boot' && !mayBoot(instance))) continue
      if (step !== 'boot') {
        work(id, () => steps[step](id))
        continue
      }
      booting += 1
      work(id, async () => {
        await boot(id, instance).finally(() => {
          booting -= 1
        })
      })
    }
  }

  const loop = (async (): Promise<void> => {
    while (!closed) {
      await poll().catch((error: unknown) => {
        if (!closed) failures.push(`it could not look around: ${String(error)}`)
      })
      await sleep(pollMs)
    }
  })()

  const close = async (): Promise<void> => {
    closed = true
    await loop
    await Promise.all(busy.values())
    ec2.destroy()
    await slot.release()
  }

  return {
    prefix,
    stateDir: slot.stateDir,
    failures,
    close,
    [Symbol.asyncDispose]: close,
    running: async () => {
      await look()
      return [...machines].flatMap(([id, state]) => (state === 'up' ? [id] : []))
    },
    backstage: {
      stateOf: (id, state) =>
        shownState({ instance: state, machine: machines.get(id), wasStarted: started.has(id) }),
      consoleOf: (id) => asRoot(id, consoleScript),
      onEffect: ({ action, params }) => {
        if (action !== 'RebootInstances') return
        const ids = Object.entries(params).flatMap(([key, id]) => (/^InstanceId/.test(key) ? [id] : []))
        for (const id of ids) work(id, () => stop(id).then(() => boot(id, undefined)))
      },
    },
  }
}

async function livingInstances(ec2: EC2Client): Promise<ReadonlyMap<string, Instance>> {
  const living = new Map<string, Instance>()
  let NextToken: string | undefined
  do {
    const page = await ec2.send(
      new DescribeInstancesCommand({
        Filters: [{ Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped'] }],
        MaxResults: 1000,
        ...(NextToken === undefined ? {} : { NextToken }),
      }),
    )
    for (const { Instances = [] } of page.Reservations ?? []) {
      for (const instance of Instances) living.set(instance.InstanceId ?? '', instance)
    }
    NextToken = page.NextToken
  } while (NextToken !== undefined)
  return living
}

/** JSON is YAML. */
function metaData(id: string, address: string): string {
  const hostname = `ip-${address.replaceAll('.', '-')}`
  return `${JSON.stringify({ 'instance-id': id, 'local-hostname': hostname })}\n`
}
