import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findLeftovers } from './examine.ts'
import { type Lane, machine } from './lane.ts'
import { readLog } from './many-writers.ts'
import { descendants, killIfThere, untilGone } from './processes.ts'

/** When the server holds a push: it has all of it and has not taken it, or it has taken it and has not answered. */
const hooks = {
  'before the push is taken': 'pre-receive',
  'after the push is taken': 'post-receive',
} as const
/** Who is killed: drover alone, so that its git may still finish, or all that it started too. */
const victims = ['drover alone', 'drover and its git'] as const

type When = keyof typeof hooks
type Victim = (typeof victims)[number]

/** Kills drover in the middle of a push; answers with what is wrong afterwards. */
export async function harmLedger(
  lane: Lane,
  { rounds, say }: { readonly rounds: number; readonly say: (line: string) => void },
): Promise<readonly string[]> {
  const problems: string[] = []
  writeHooks(lane)
  for (const when of Object.keys(hooks) as When[]) {
    for (const victim of victims) {
      const found: string[] = []
      for (let round = 0; round < rounds; round++) found.push(...(await harmOnce(lane, when, victim)))
      const end = found.length === 0 ? 'sound' : found.join('; ')
      say(`ledger: kill -9 of ${victim} ${when}, ${rounds} times: ${end}`)
      problems.push(...found)
    }
  }
  return problems
}

async function harmOnce(lane: Lane, when: When, victim: Victim): Promise<readonly string[]> {
  const hook = hooks[when]
  lane.version = lane.push()
  const before = records(lane)
  const [held, reached] = ['hold', 'reached'].map((name) => join(lane.ops.url, `${name}-${hook}`)) as [
    string,
    string,
  ]
  writeFileSync(held, '')
  const cli = lane.start(['configure', machine, '--json'])
  while (!existsSync(reached) && cli.endedMs() === undefined) await sleep(20)
  const git = descendants(cli.pid)
  cli.kill()
  if (victim === 'drover and its git') for (const pid of git) killIfThere(pid)
  await cli.ended
  rmSync(held, { force: true })
  await untilGone(git)
  const isReached = existsSync(reached)
  rmSync(reached, { force: true })
  const between = records(lane)
  const next = await lane.start(['configure', machine, '--json']).ended
  const landed = hook === 'post-receive' || victim === 'drover alone' ? 1 : 0
  const after = records(lane)
  const checks: readonly (readonly [boolean, string])[] = [
    [!isReached, 'the push did not come'],
    [
      between.length - before.length !== landed,
      `${between.length - before.length} records landed, not ${landed}`,
    ],
    [next.code !== 0, `the next configure exited with ${next.code}: ${next.said.slice(-500)}`],
    [after.length - between.length !== 1, 'the next configure left no record, or more than one'],
    [new Set(after).size !== after.length, 'a record is twice on the branch'],
    [!before.every((id) => after.includes(id)), 'an earlier record was lost'],
  ]
  return [
    ...checks.flatMap(([isSo, what]) => (isSo ? [what] : [])),
    ...fsck(lane),
    ...findLeftovers(lane, lane.version),
  ]
}

function writeHooks(lane: Lane): void {
  mkdirSync(join(lane.ops.url, 'hooks'), { recursive: true })
  for (const hook of Object.values(hooks)) {
    const script = `#!/bin/sh
[ ! -e "${lane.ops.url}/hold-${hook}" ] || : >"${lane.ops.url}/reached-${hook}"
while [ -e "${lane.ops.url}/hold-${hook}" ]; do sleep 0.02; done
`
    writeFileSync(join(lane.ops.url, 'hooks', hook), script, { mode: 0o755 })
  }
}

function records(lane: Lane): readonly string[] {
  return readLog(lane)
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { record: string }).record)
}

function fsck(lane: Lane): readonly string[] {
  try {
    lane.ops.git('--git-dir', lane.ops.url, 'fsck', '--strict', '--no-dangling')
    return []
  } catch (error) {
    return [`the repository is broken: ${String(error)}`]
  }
}
