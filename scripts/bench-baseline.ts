// `npm run bench:baseline`: how long the baseline takes on one machine and on six at once, on machines of this computer.
// These share its cores, so the time alone says little: what counts is whose work it is. Exit status 1: Drover's own
// part grows with the machines' work.

import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { performance } from 'node:perf_hooks'
import { makeLocalFlock } from '../test/support/local-flock.ts'

const six = 6
/** The part of the computer's processor time that Drover, the SSH client and git may take with six machines. */
const limit = 0.25

const name = 'bench-base'
const flock = await makeLocalFlock(name)
try {
  flock.ops.push({ 'flock.yml': flockText(name) }, 'a baseline')
  const made = await flock.report(['provision', 'all'])
  if (made.exitCode !== 0)
    throw new Error(`the machines could not be made: ${made.message}\n${made.ran.stderr}`)
  const all = Array.from({ length: six + 1 }, (_, at) => `lo-${at + 1}`)
  const rows = [await measure(all.slice(0, 1)), await measure(all.slice(1))]
  console.log(`\n${cpus().length} cores, role "common", first run on each machine\n`)
  console.log('| machines | wall | processor time of all | of Drover itself | its part |')
  console.log('| ---: | ---: | ---: | ---: | ---: |')
  for (const { machines, wall, all: busy, own } of rows) {
    console.log(
      `| ${machines} | ${wall.toFixed(1)} s | ${busy.toFixed(1)} s | ${own.toFixed(1)} s | ${((100 * own) / busy).toFixed(0)} % |`,
    )
  }
  const [one, many] = rows
  if (one === undefined || many === undefined) throw new Error('nothing was measured')
  console.log(
    `\nDrover's own time a machine: ${one.own.toFixed(2)} s with one, ${(many.own / six).toFixed(2)} s with ${six}`,
  )
  if (many.own / many.all > limit) {
    console.log(`missed: Drover's own part is over ${limit * 100} %`)
    process.exitCode = 1
  }
} finally {
  await flock.remove()
}

interface Measured {
  readonly machines: number
  /** Seconds, all. */
  readonly wall: number
  readonly all: number
  readonly own: number
}

async function measure(machines: readonly string[]): Promise<Measured> {
  console.log(`baseline on ${machines.length}`)
  const before = { ms: performance.now(), all: busySeconds(), own: childSeconds() }
  const done = await flock.report(['configure', ...machines])
  if (done.exitCode !== 0) throw new Error(done.ran.stdout)
  return {
    machines: machines.length,
    wall: (performance.now() - before.ms) / 1000,
    all: busySeconds() - before.all,
    own: childSeconds() - before.own,
  }
}

/** Of all processors since boot, without idle ones and waiting (proc(5), /proc/stat). */
function busySeconds(): number {
  const [, user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = (
    readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? ''
  )
    .split(/\s+/)
    .map(Number)
  return (user + nice + system + irq + softirq) / 100
}

/** Processor time of the processes that we started and that have ended, with their children (proc(5), /proc/self/stat: cutime, cstime). */
function childSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
    .map(Number)
  return ((fields[13] ?? 0) + (fields[14] ?? 0)) / 100
}

function flockText(flockName: string): string {
  return `flock: ${flockName}
settings: { packages: [ansible-core, python3-apt, less, jq] }
vars: { common_packages: [less, jq], common_upgrades_enabled: false }
roles: [common]
machines:
  "lo-{seq}": { count: ${six + 1} }
`
}
