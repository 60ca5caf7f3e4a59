import { setTimeout as sleep } from 'node:timers/promises'
import {
  DescribeInstanceAttributeCommand,
  DescribeInstancesCommand,
  EC2Client,
  type Instance,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2'
import { numbered } from './aws-call.ts'
import type { Backstage } from './aws-like.ts'
import { openInstanceMachines, type ProviderMachine } from './instance-machines.ts'
import { sdkSettings } from './moto.ts'
import { nextStep, shownState } from './next-step.ts'
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
  /** Terminates all machines. */
  close(): Promise<void>
}

interface Options {
  /** URL of moto, not of a proxy. */
  readonly moto: string
}

const pollMs = 300
/** More machines that boot at once would only make each other slow. */
const bootsAtOnce = 3

/**
 * Gives moto's instances real machines: each that is to run boots one with its address and its user
 * data (by cloud-init); one that ends by itself ends or stops its instance. All machines end with `close`,
 * or when the next hypervisor starts after we were killed.
 */
export async function startHypervisor({ moto }: Options): Promise<Hypervisor> {
  const slot = await takeRigSlot()
  const machines = await openInstanceMachines(slot)
  const ec2 = new EC2Client(sdkSettings(moto))

  /** The instances as they were last observed. */
  let seen = new Map<string, ProviderMachine>()
  /** Started by us and not stopped by us since: if one of these does not run, it ended by itself. */
  const started = new Set<string>()
  const busy = new Map<string, Promise<void>>()
  const failed = new Set<string>()
  const failures: string[] = []
  let booting = 0
  let closed = false

  const boot = async (id: string, instance?: Instance): Promise<void> => {
    booting += 1
    try {
      const userData = Buffer.from((await attribute(ec2, { id, name: 'userData' })) ?? '', 'base64')
      await machines.boot(id, { address: instance?.PrivateIpAddress ?? '', userData })
      started.add(id)
    } finally {
      booting -= 1
    }
  }
  const stop = async (id: string): Promise<void> => {
    started.delete(id)
    await machines.stop(id)
  }
  /** The machine has powered itself off. */
  const settle = async (id: string): Promise<void> => {
    started.delete(id)
    const behaviour = await attribute(ec2, { id, name: 'instanceInitiatedShutdownBehavior' })
    const input = { InstanceIds: [id] }
    await (behaviour === 'terminate'
      ? ec2.send(new TerminateInstancesCommand(input))
      : ec2.send(new StopInstancesCommand(input)))
  }
  const end = async (id: string): Promise<void> => {
    started.delete(id)
    await machines.end(id)
  }
  const steps = { boot, stop, settle, end }

  /** One thing at a time for each machine. */
  const work = (id: string, task: () => Promise<void>): void => {
    const before = busy.get(id)
    const mine = (async (): Promise<void> => {
      await before
      try {
        await task()
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error)
        failed.add(id)
        failures.push(words)
        console.error(`hypervisor: ${words}`)
      }
      // An action counts as done only after its effect was observed.
      await look().catch(() => undefined)
    })()
    busy.set(id, mine)
    void mine.then(() => busy.get(id) === mine && busy.delete(id))
  }

  const look = async (): Promise<void> => {
    const found = await machines.look()
    seen = new Map(found.map((machine) => [machine.id, machine]))
  }

  // moto gives the address of a terminated instance away at once, when its machine may still be there.
  const mayBoot = ({ InstanceId: id, PrivateIpAddress }: Instance): boolean =>
    booting < bootsAtOnce &&
    [...seen.values()].every(({ address, id: holder }) => address !== PrivateIpAddress || holder === id)

  const situationOf = (id: string, instance: string | undefined) => ({
    instance,
    machine: seen.get(id)?.state,
    wasStarted: started.has(id),
    isBusy: busy.has(id),
  })

  const poll = async (): Promise<void> => {
    const instances = await livingInstances(ec2)
    // A machine that came up during the observation may have been observed as down: it has not ended by itself.
    const before = new Set(started)
    await look()
    for (const id of new Set([...instances.keys(), ...seen.keys()])) {
      if (busy.has(id)) continue
      const instance = instances.get(id)
      const situation = situationOf(id, instance?.State?.Name)
      const step = nextStep({ ...situation, wasStarted: before.has(id) && situation.wasStarted })
      if (step === undefined || (failed.has(id) && step !== 'end')) continue
      if (step === 'boot' && instance !== undefined && !mayBoot(instance)) continue
      work(id, () => steps[step](id, instance))
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
    prefix: slot.network.prefix,
    stateDir: slot.stateDir,
    failures,
    running: async () => {
      await look()
      return [...seen.values()].flatMap(({ id, state }) => (state === 'up' ? [id] : []))
    },
    backstage: {
      stateOf: (id, state) => shownState(situationOf(id, state)),
      consoleOf: (id) => machines.consoleOf(id),
      // The state of moto does not show a reboot.
      onEffect: (call) => {
        if (call.action !== 'RebootInstances') return
        for (const id of numbered(call, 'InstanceId').filter((one) => seen.has(one))) {
          work(id, () => machines.stop(id).then(() => boot(id)))
        }
      },
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

async function attribute(
  ec2: EC2Client,
  { id, name }: { readonly id: string; readonly name: 'userData' | 'instanceInitiatedShutdownBehavior' },
): Promise<string | undefined> {
  const said = await ec2.send(new DescribeInstanceAttributeCommand({ InstanceId: id, Attribute: name }))
  return (said.UserData ?? said.InstanceInitiatedShutdownBehavior)?.Value
}

/** All but those that were terminated. */
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
