import { setTimeout as sleep } from 'node:timers/promises'
import { type CancelLane, machine } from './cancel-lane.ts'
import { expectZero } from './cli.ts'

/** The situation in which `provision` starts. */
export const scenarios = {
  absent: 'nothing was ever made',
  stopped: 'a complete machine is stopped',
  expired: 'a making was cut off and its time is over',
} as const

export type Scenario = keyof typeof scenarios

/** Makes the situation. A complete machine that an earlier run left is used. */
export async function begin(lane: CancelLane, scenario: Scenario): Promise<void> {
  const { account, gate, flock } = lane
  const living = (await flock()).filter(({ isLiving }) => isLiving)
  if (scenario === 'stopped') {
    if (!lane.isComplete) await begin(lane, 'absent')
    gate.arm()
    expectZero(await lane.start(['provision', machine]).ended, 'provision')
    const [one] = (await flock()).filter(({ isLiving }) => isLiving)
    await account.stop(one?.id ?? '')
    while ((await lane.aws.hypervisor?.running())?.includes(one?.id ?? '')) await sleep(50)
    lane.isComplete = false
    return
  }
  lane.isComplete = false
  await account.end(living.map(({ id }) => id))
  await account.forget(lane.dnsName)
  lane.resetLedger()
  if (scenario === 'expired') await leaveExpired(lane)
}

/** Kills a run right after its launch call had its effect. */
async function leaveExpired({ account, aws, gate, start, flock }: CancelLane): Promise<void> {
  gate.arm({ name: 'RunInstances', number: 1, when: 'after' })
  const cli = start(['provision', machine])
  while (!gate.hasReached() && cli.endedMs() === undefined) await sleep(20)
  cli.kill()
  await cli.ended
  gate.letGo('lost')
  const made = (await flock()).filter(({ isLiving }) => isLiving)
  if (made.length !== 1) throw new Error(`the launch that was to be cut off left ${made.length} machines`)
  await account.expire(made.map(({ id }) => id))
  await sleep(aws.proxy.delays.visibilityMs)
}
