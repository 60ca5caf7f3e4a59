// `npm run bench:configure`: configure with nothing to do on ten local machines, against `ssh HOST true` to the same ten in parallel.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeLocalFlock } from '../test/support/local-flock.ts'

const count = 10
const rounds = 7
/** Issue 2: at most this many times the plain fan-out, in one run. */
const limit = 1.5

const flock = await makeLocalFlock('bench')
try {
  const text = flock.ops
    .read('flock.yml')
    .replace('count: 2', `count: ${count}`)
    .replace(/\n {2}lo-demo:[\s\S]*$/, '\n')
  flock.ops.push({ 'flock.yml': text }, `${count} machines`)
  console.log(`making ${count} machines`)
  const made = await flock.report(['create', 'all'])
  if (made.exitCode !== 0)
    throw new Error(`the machines could not be made: ${made.message}\n${made.ran.stderr}`)
  const hosts = Array.from({ length: count }, (_, index) => pinned(`lo-${index + 1}`))
  const times = { ssh: [] as number[], drover: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    times.ssh.push(await timed(() => Promise.all(hosts.map((words) => ended('ssh', words)))))
    const ran = await flock.cli(['configure', 'all'])
    if (ran.code !== 0) throw new Error(`configure: ${ran.stderr}`)
    times.drover.push(ran.durationMs)
  }
  const ssh = median(times.ssh)
  const drover = median(times.drover)
  const ratio = drover / ssh
  console.log(`
| ${count} machines, nothing to do, median of ${rounds} | time |
| --- | --- |
| \`ssh HOST true\`, all at once | ${ssh.toFixed(0)} ms |
| \`drover configure all\` (start, fetch, look, commit, push) | ${drover.toFixed(0)} ms |
| ratio | ${ratio.toFixed(2)} |
`)
  if (ratio > limit) {
    console.log(`the ratio is over ${limit}`)
    process.exitCode = 1
  }
} finally {
  await flock.remove()
}

function pinned(name: string): readonly string[] {
  const { address, port, user, hostKeys } = JSON.parse(flock.ops.read(`machines/${name}/machine.json`)) as {
    readonly address: string
    readonly port: number
    readonly user: string
    readonly hostKeys: readonly string[]
  }
  const known = join(flock.folder, `known-${name}`)
  writeFileSync(known, hostKeys.map((key) => `${address} ${key}\n`).join(''))
  const options = [
    `UserKnownHostsFile=${known}`,
    'StrictHostKeyChecking=yes',
    'IdentitiesOnly=yes',
    'BatchMode=yes',
  ]
  return [
    '-F',
    '/dev/null',
    '-i',
    flock.keyFile,
    '-p',
    String(port),
    ...options.flatMap((option) => ['-o', option]),
    `${user}@${address}`,
    'true',
  ]
}

function ended(program: string, words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: 'ignore' })
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} exited with ${code}`)),
    )
  })
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now()
  await work()
  return performance.now() - startedMs
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
