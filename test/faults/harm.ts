import type { Cli } from './cli.ts'
import { fill } from './full-disk.ts'
import { type Lane, readInside, transactions } from './lane.ts'
import { cutLink } from './link-cut.ts'
import type { FaultName, Plan } from './schedule.ts'

interface Harmed {
  readonly lane: Lane
  readonly cli: Cli
  readonly plan: Plan
}

/** Injects the fault; resolves when it is in effect. */
export async function harm(harmed: Harmed): Promise<void> {
  await ways[harmed.plan.fault](harmed)
}

const ways: Readonly<Record<FaultName, (harmed: Harmed) => Promise<void> | void>> = {
  cli: ({ cli }) => cli.kill(),
  shell: ({ lane }) => killNoted(lane, 'supervisor'),
  worker: ({ lane }) => killNoted(lane, 'worker'),
  cut: ({ lane }) => cutLink(lane.address()),
  disk: ({ lane, plan }) => fill(lane, plan.full),
  // Its namespaces end with it, and with them everything in the machine, at once.
  stop: ({ lane }) => void process.kill(lane.outerPid(), 'SIGKILL'),
}

/** Kills a process whose id the transaction has written down. */
async function killNoted(lane: Lane, name: 'supervisor' | 'worker'): Promise<void> {
  const pids = transactions(lane).map((tx) => readInside(lane, `${tx}/${name}`).trim())
  for (const pid of pids.filter(Boolean)) await lane.inside('kill -9 "$1"', pid)
}
