import { makeLocalFlock } from '../../test/support/local-flock.ts'
import { configureAll } from './drover.ts'
import { fanOut, makeHosts } from './openssh.ts'
import { readIdentity } from './read-identity.ts'
import { renderTable } from './table.ts'
import { makeTimes } from './timing.ts'

const count = 10
const rounds = 7
/** Issue 2: at most this many times the plain fan-out, in one run. */
const limit = 1.5

/** Nothing to do on ten local machines. Answers with the aims that were missed. */
export async function benchTenMachines(signal: AbortSignal): Promise<readonly string[]> {
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
    const targets = Array.from({ length: count }, (_, index) => readIdentity(flock, `lo-${index + 1}`))
    const hosts = makeHosts(targets, { folder: flock.folder, key: flock.keyFile })
    const times = makeTimes()
    for (let round = 0; round < rounds; round++) {
      await times.measure('ssh', () => fanOut(hosts, { command: 'true', atOnce: count, signal }))
      await times.measure('drover', () => configureAll(flock, signal))
    }
    const [ssh, drover] = [times.median('ssh'), times.median('drover')]
    console.log(
      renderTable(`${count} machines with systemd, nothing to do, ${rounds} rounds`, [
        { what: '`ssh HOST true`, all at once', ms: ssh },
        { what: '`drover configure all` (start, fetch, look, commit, push)', ms: drover },
      ]),
    )
    return drover / ssh > limit ? [`nothing to do on ${count}: the ratio is over ${limit}`] : []
  } finally {
    await flock.remove()
  }
}
