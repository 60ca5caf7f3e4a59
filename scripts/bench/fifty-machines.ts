import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import '../../test/support/typescript-loader.mjs'
import { type LocalFlock, makeLocalFlock } from '../../test/support/local-flock.ts'
import { type Ansible, installAnsible, makeAnsible } from './ansible.ts'
import { configureAll } from './drover.ts'
import { type LoopbackMachine, startLoopbackMachines } from './loopback-machines.ts'
import { fanOut, type Host, makeHosts } from './openssh.ts'
import { renderTable } from './table.ts'
import { makeTimes, type Times } from './timing.ts'

const { encodeIdentity } = await import('../../src/ledger/machine-files.ts')

const count = 50
const atOnce = 20
const rounds = { drover: 5, ansible: 2 }
const destination = '/etc/drover-bench/greeting'
/** Issue 3: nothing to do takes at most this many times the plain fan-out … */
const limit = 1.3
/** … and Ansible takes at least this many times as long. */
const ansibleLimit = 15

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
    await measureDrover(bench)
    if (!(program instanceof Error)) {
      await measureAnsible(
        makeAnsible(program, { hosts, key: flock.keyFile, destination, forks: atOnce, folder, signal }),
        bench,
      )
    }
    return report(bench.times, program instanceof Error ? program.message : undefined)
  } finally {
    await flock.remove()
  }
}

async function measureDrover(bench: Bench): Promise<void> {
  const { flock, hosts, times, signal } = bench
  await put(bench, greeting('first'))
  await configureAll(flock, signal)
  for (let round = 1; round <= rounds.drover; round++) {
    const content = greeting(`round ${round}`)
    await times.measure('ssh', () => fanOut(hosts, { command: 'true', atOnce, signal }))
    await times.measure('ssh all', () => fanOut(hosts, { command: 'true', atOnce: count, signal }))
    await times.measure('drover', () => configureAll(flock, signal))
    await times.measure('ssh copy', () => copy(bench, Buffer.from(`by ssh: ${content}`)))
    await put(bench, content)
    await times.measure('drover copy', () => configureAll(flock, signal))
    await verify(bench, content)
  }
}

async function measureAnsible(ansible: Ansible, { flock, hosts, times, signal }: Bench): Promise<void> {
  const file = join(flock.folder, 'greeting')
  for (let round = 1; round <= rounds.ansible; round++) {
    writeFileSync(file, greeting(`ansible ${round}`))
    await times.measure('ansible copy', () => ansible.copy(file, 'CHANGED'))
    await verify({ flock, hosts, times, signal }, greeting(`ansible ${round}`))
    await times.measure('ansible', () => ansible.copy(file, 'SUCCESS'))
  }
}

function greeting(word: string): string {
  return `Hello, this is ${word}.\n`
}

/** A person's push of new content for all machines. */
async function put({ flock }: Bench, content: string): Promise<void> {
  flock.ops.push({ 'config/groups/bench/greeting': content }, 'another greeting')
}

/** Not over the managed file, which Drover would then have to mend. */
function copy({ hosts, signal }: Bench, input: Buffer): Promise<void> {
  const command = 'cat >/var/tmp/greeting.new && mv /var/tmp/greeting.new /var/tmp/greeting'
  return fanOut(hosts, { command, atOnce, signal, input })
}

/** A bench of something that does nothing would be quick. */
function verify({ hosts, signal }: Bench, content: string): Promise<void> {
  return fanOut(hosts, { command: `cmp - ${destination}`, atOnce, signal, input: Buffer.from(content) })
}

function opsFiles(machines: readonly LoopbackMachine[]): Record<string, string> {
  return {
    'flock.yml': `flock: bench-fifty\nprovider: local\ngroups:\n  bench:\nmachines:\n  "m-{seq:02}":\n    count: ${count}\n    groups: [bench]\n`,
    'config/groups/bench/files.yml': `files:\n  - destination: ${destination}\n`,
    ...Object.fromEntries(
      machines.map(({ name, identity }) => [`machines/${name}/machine.json`, encodeIdentity(identity)]),
    ),
  }
}

function report(times: Times, notMeasured: string | undefined): readonly string[] {
  const row = (what: string, name: string): { what: string; ms: number } => ({ what, ms: times.median(name) })
  const ansible = (what: string, name: string): ReturnType<typeof row> =>
    notMeasured === undefined ? row(what, name) : { ...row(what, name), notMeasured }
  const title = (what: string): string =>
    `${count} machines, ${what}, ${rounds.drover} rounds, ${rounds.ansible} of Ansible`
  console.log(
    renderTable(title('nothing to do'), [
      row(`\`ssh HOST true\`, ${atOnce} at once`, 'ssh'),
      row('`ssh HOST true`, all at once', 'ssh all'),
      row('`drover configure all`', 'drover'),
      ansible(`Ansible \`copy\`, pipelining, ${atOnce} forks`, 'ansible'),
    ]),
  )
  console.log(
    renderTable(title('1 file changed'), [
      row(`\`ssh HOST 'cat >f.new && mv f.new f' <f\`, ${atOnce} at once`, 'ssh copy'),
      row('`drover configure all`', 'drover copy'),
      ansible(`Ansible \`copy\`, pipelining, ${atOnce} forks`, 'ansible copy'),
    ]),
  )
  return missedAims(times, notMeasured)
}

function missedAims(times: Times, notMeasured: string | undefined): readonly string[] {
  const ratio = times.median('drover') / times.median('ssh')
  const missed = ratio > limit ? [`nothing to do on ${count}: the ratio is over ${limit}`] : []
  if (notMeasured !== undefined) {
    const isCi = process.env.CI !== undefined && process.env.CI !== 'false' && process.env.CI !== ''
    return isCi ? [...missed, 'Ansible was not measured, and this is CI (CI is set)'] : missed
  }
  for (const what of ['', ' copy']) {
    const times50 = times.median(`ansible${what}`) / times.median(`drover${what}`)
    console.log(`Ansible${what === '' ? ', nothing to do' : ', 1 file changed'}: ${times50.toFixed(1)} times as long as Drover`)
  }
  const faster = times.median('ansible') / times.median('drover')
  return faster < ansibleLimit
    ? [...missed, `nothing to do on ${count}: Drover is ${faster.toFixed(1)} times faster than Ansible, not ${ansibleLimit}`]
    : missed
}
