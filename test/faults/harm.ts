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
  program: ({ lane }) => signalProgram(lane, 'KILL'),
  signal: ({ lane }) => signalProgram(lane, 'TERM'),
  cut: ({ lane }) => cutLink(lane.address()),
  disk: ({ lane, plan }) => fill(lane, plan.full),
  // Its namespaces end with it, and with them everything in the machine, at once.
  stop: ({ lane }) => void process.kill(lane.outerPid(), 'SIGKILL'),
}

/** The transaction has written down its process. */
async function signalProgram(lane: Lane, signal: 'KILL' | 'TERM'): Promise<void> {
  const pids = transactions(lane).map((tx) => readInside(lane, `${tx}/supervisor`).trim())
  for (const pid of pids.filter(Boolean)) await lane.inside('kill -s "$1" "$2"', signal, pid)
}
