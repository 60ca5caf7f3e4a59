import { expect } from 'vitest'
import type { FakeMachine } from './fake-cloud.js'
import { type FakeWorld, makeFakeWorld, runIn } from './fake-world.js'

export const standingFlock =
  'flock: f\nprovider: ec2\ndns: { name: "{name}.example.org" }\nmachines:\n  web-1:\n'
const manifest = 'files:\n  - destination: /etc/motd\n    direction: down\n'

/** With one machine that is complete. */
export async function makeStanding(text = standingFlock): Promise<FakeWorld> {
  const world = makeFakeWorld(text, { 'config/all/files.yml': manifest })
  expect((await runIn(world, {})).result.exitCode).toBe(0)
  return world
}

export function onlyMachine({ cloud }: FakeWorld): FakeMachine {
  const [machine] = cloud.machines
  if (machine === undefined) throw new Error('there is no machine')
  return machine
}
