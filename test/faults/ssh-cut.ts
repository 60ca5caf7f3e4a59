// Fifty configurations that cut SSH itself, each on a real machine: the machine must be back within 35 s.
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'
import { type CutCase, cutCases } from './ssh-cut-cases.ts'

const machineCount = 5
const limitMs = 35_000
const folder = 'config/all'

interface CutResult {
  readonly name: string
  readonly durationMs: number
  readonly outcome: string
  readonly problems: readonly string[]
}

const manifest = `files:
  - { destination: /etc/ssh/sshd_config.d/00-team.conf, source: sshd, after: restart ssh }
  - { destination: /etc/nftables.conf, source: firewall, after: { command: nft -f /etc/nftables.conf } }
  - { destination: /etc/systemd/system/ssh.service.d/override.conf, source: unit, after: [daemon-reload, restart ssh] }
  - { destination: /root/.ssh/authorized_keys, source: keys, mode: "0600" }
  - { destination: /etc/passwd, source: passwd, template: false }
`

async function main(): Promise<void> {
  const flock = await makeLocalFlock('ssh-cut')
  let failed = false
  try {
    const names = await makeMachines(flock)
    const waiting = [...cutCases]
    const results: CutResult[] = []
    const startedMs = performance.now()
    await Promise.all(
      names.map(async (name) => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const result = await cut(flock, name, next)
          results.push(result)
          const how =
            result.problems.length === 0 ? 'restored' : `NOT RESTORED: ${result.problems.join('; ')}`
          console.log(
            `${String(results.length).padStart(2)} ${name} ${result.name}: ${how} (${result.outcome}, ${(result.durationMs / 1000).toFixed(1)} s)`,
          )
        }
      }),
    )
    const good = results.filter(({ problems }) => problems.length === 0).length
    const slowest = Math.max(...results.map(({ durationMs }) => durationMs))
    console.log(
      `\n${good} of ${cutCases.length} restored; slowest ${(slowest / 1000).toFixed(1)} s of ${limitMs / 1000} s; all in ${Math.round((performance.now() - startedMs) / 1000)} s`,
    )
    console.log(`${good} passed, ${results.length - good} failed`)
    failed = good !== cutCases.length
  } finally {
    await flock.remove()
  }
  process.exitCode = failed ? 1 : 0
}

/** Pushes are one after another: the clone is shared. */
let turn: Promise<unknown> = Promise.resolve()

/** Each machine has a commit of its own to be configured from, so that the cases do not meet. */
async function makeMachines({ ops, report, on }: LocalFlock): Promise<readonly string[]> {
  const text = ops
    .read('flock.yml')
    .replace('count: 2', `count: ${machineCount}`)
    .replace(/\n {2}lo-demo:[\s\S]*$/, '\n')
  ops.push({ 'flock.yml': text }, 'machines')
  const made = await report(['provision', 'all'])
  if (made.exitCode !== 0) throw new Error(`the machines could not be made: ${made.message}`)
  const names = made.machines.map(({ machine }) => machine)
  const own: Record<string, string> = { [`${folder}/files.yml`]: manifest }
  for (const name of names) {
    own[`config/machines/${name}/passwd`] = await on(name, 'cat /etc/passwd')
    own[`config/machines/${name}/keys`] = await on(name, 'cat /root/.ssh/authorized_keys')
    own[`config/machines/${name}/sshd`] = 'MaxAuthTries 6\n'
    own[`config/machines/${name}/firewall`] = 'flush ruleset\n'
    own[`config/machines/${name}/unit`] = '[Unit]\nDescription=SSH of the team\n'
  }
  ops.push(own, 'the good configuration')
  const first = await report(['configure', 'all'])
  if (first.exitCode !== 0)
    throw new Error(`the good configuration: ${first.message} ${JSON.stringify(first.machines)}`)
  return names
}

function inTurn<T>(work: () => T): Promise<T> {
  const mine = turn.then(work)
  turn = mine.catch(() => {})
  return mine
}

async function cut(
  { ops, report, on }: LocalFlock,
  name: string,
  { name: what, source, content }: CutCase,
): Promise<CutResult> {
  const path = `config/machines/${name}/${source}`
  const good = await inTurn(() => ops.read(path))
  const before = await on(name, snapshot)
  await inTurn(() => ops.push({ [path]: content(good) }, `${name}: ${what}`))
  const startedMs = performance.now()
  // The clone's own state is not used, because other cases are pushed from it.
  const { machines } = await report(['configure', name, '--repository', ops.url])
  const durationMs = performance.now() - startedMs
  await inTurn(() => ops.push({ [path]: good }, `${name}: back`))
  const problems: string[] = []
  const outcome = machines[0]?.outcome ?? 'none'
  if (outcome !== 'rolled-back') problems.push(`outcome ${outcome}: ${machines[0]?.message}`)
  if (durationMs > limitMs) problems.push(`took ${Math.round(durationMs / 1000)} s`)
  const after = await on(name, snapshot)
  if (after !== before || before === '') problems.push('the files are not as before, or cannot be read')
  return { name: what, durationMs, outcome, problems }
}

const snapshot =
  'sha256sum /etc/ssh/sshd_config.d/00-team.conf /etc/nftables.conf /etc/systemd/system/ssh.service.d/override.conf /root/.ssh/authorized_keys /etc/passwd; nft list ruleset | sha256sum; find / -xdev -name ".drover-*"'

await main()
