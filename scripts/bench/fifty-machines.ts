import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import '../../test/support/typescript-loader.mjs'
import { type LocalFlock, makeLocalFlock } from '../../test/support/local-flock.ts'
import { type Ansible, installAnsible, makeAnsible } from './ansible.ts'
import { configureAll } from './drover.ts'
import { atOnce, count, reportFifty } from './fifty-report.ts'
import { type LoopbackMachine, startLoopbackMachines } from './loopback-machines.ts'
import { fanOut, type Host, makeHosts } from './openssh.ts'
import { makeTimes, type Times } from './timing.ts'

const { encodeIdentity } = await import('../../src/ledger/machine-files.ts')

const rounds = 5
/** A computer that is busy with other things gets fewer rounds: after this only those that a median needs. */
const budgetMs = 240_000
const fewestRounds = 3
/** Ansible takes much longer than the others, and little is learnt from more rounds. */
const ansibleRounds = 3
const destination = '/etc/drover-bench/greeting'
/** What Drover's handshake and ours for checks use; OpenSSH's own first choice costs its client much more. */
const quickKex = ['-o', 'KexAlgorithms=curve25519-sha256']

interface Bench {
  readonly flock: LocalFlock
  readonly hosts: readonly Host[]
  readonly times: Times
  readonly signal: AbortSignal
}

/** Nothing to do and one changed file on fifty machines. Answers with the aims that were missed. */
export async function benchFiftyMachines(signal: AbortSignal): Promise<readonly string[]> {
  const program = await installAnsible(signal).catch((error: unknown) => error as Error)
  signal.throwIfAborted()
  const flock = await makeLocalFlock('bench-fifty')
  try {
    const folder = join(flock.folder, 'machines')
    mkdirSync(folder)
    const authorizedKey = readFileSync(`${flock.keyFile}.pub`, 'utf8').trim()
    console.log(`starting ${count} times sshd`)
    await using loopback = await startLoopbackMachines({ count, folder, authorizedKey, signal })
    flock.ops.push(opsFiles(loopback.machines), `${count} machines`)
    const hosts = makeHosts(loopback.machines, { folder: flock.folder, key: flock.keyFile })
    const bench = { flock, hosts, times: makeTimes(), signal }
    const ansibles = program instanceof Error ? undefined : makeAnsibles(program, bench)
    await configureAll(flock, signal)
    // In turns, so that whatever else this computer does meets all of them.
    const startedMs = performance.now()
    const isLate = (): boolean => performance.now() - startedMs > budgetMs
    for (let round = 1; round <= (isLate() ? fewestRounds : rounds); round++) {
      await measureNothingToDo(bench)
      await measureChange(bench, `round ${round}`)
      if (ansibles !== undefined && round <= ansibleRounds)
        await measureAnsible(ansibles, bench, `round ${round}`)
    }
    return reportFifty(bench.times, program instanceof Error ? program.message : undefined)
  } finally {
    await flock.remove()
  }
}

async function measureNothingToDo({ flock, hosts, times, signal }: Bench): Promise<void> {
  const fan = { command: 'true', atOnce, signal }
  await times.measure('ssh', () => fanOut(hosts, fan))
  await times.measure('ssh all', () => fanOut(hosts, { ...fan, atOnce: count }))
  await times.measure('ssh curve25519', () => fanOut(hosts, { ...fan, options: quickKex }))
  await times.measure('drover', () => configureAll(flock, signal))
}

async function measureChange(bench: Bench, word: string): Promise<void> {
  const { flock, hosts, times, signal } = bench
  // Not over the managed file, which Drover would then have to mend.
  const command = 'cat >/var/tmp/greeting.new && mv /var/tmp/greeting.new /var/tmp/greeting'
  const input = Buffer.from(`Hello, this is ssh, ${word}.\n`)
  await times.measure('ssh copy', () => fanOut(hosts, { command, atOnce, signal, input }))
  const content = `Hello, this is Drover, ${word}.\n`
  flock.ops.push({ 'config/groups/bench/greeting': content }, 'another greeting')
  await times.measure('drover copy', () => configureAll(flock, signal))
  await verify(bench, destination, content)
}

interface Ansibles {
  readonly plain: Ansible
  /** The same, and quicker, because Ansible is told where Python is. */
  readonly told: Ansible
}

async function measureAnsible({ plain, told }: Ansibles, bench: Bench, word: string): Promise<void> {
  const { flock, times } = bench
  const file = join(flock.folder, 'greeting')
  const content = `Hello, this is Ansible, ${word}.\n`
  writeFileSync(file, content)
  const run = async (name: string, ansible: Ansible, expected: 'CHANGED' | 'SUCCESS'): Promise<void> => {
    await times.measure(name, () => ansible.copy(file, expected))
    await ansible.disconnect()
  }
  await run('ansible copy', plain, 'CHANGED')
  await verify(bench, plain.destination, content)
  await run('ansible', plain, 'SUCCESS')
  await run('ansible told', told, 'SUCCESS')
}

function makeAnsibles(program: string, bench: Bench): Ansibles {
  const folder = (name: string): string => join(bench.flock.folder, name)
  const setup = { ...bench, destination: '/etc/ansible-greeting', forks: atOnce }
  for (const name of ['plain', 'told']) mkdirSync(folder(name))
  return {
    plain: makeAnsible(program, { ...setup, folder: folder('plain') }),
    told: makeAnsible(program, { ...setup, folder: folder('told'), python: '/usr/bin/python3' }),
  }
}

/** A bench of something that does nothing would be quick. */
function verify({ hosts, signal }: Bench, path: string, content: string): Promise<void> {
  const input = Buffer.from(content)
  return fanOut(hosts, { command: `cmp - ${path}`, options: quickKex, atOnce, signal, input })
}

function opsFiles(machines: readonly LoopbackMachine[]): Record<string, string> {
  return {
    'flock.yml': `flock: bench-fifty
provider: local
groups:
  bench:
machines:
  "m-{seq:02}":
    count: ${count}
    groups: [bench]
`,
    'config/groups/bench/files.yml': `files:\n  - destination: ${destination}\n`,
    'config/groups/bench/greeting': 'Hello.\n',
    ...Object.fromEntries(
      machines.map(({ name, identity }) => [`machines/${name}/machine.json`, encodeIdentity(identity)]),
    ),
  }
}
