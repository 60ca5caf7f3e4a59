import { type Row, renderTable } from './table.ts'
import type { Times } from './timing.ts'

export const count = 50
/** ssh(1) and Ansible's forks. */
export const atOnce = 20
/** Issue 3: nothing to do takes at most this many times the plain fan-out … */
const fanOutLimit = 1.3
/** … and Ansible takes at least this many times as long. */
const ansibleLimit = 15

/** Prints the tables; answers with the aims that were missed. */
export function reportFifty(times: Times, notMeasured: string | undefined): readonly string[] {
  const row = (what: string, name: string): Row => ({ what, ms: times.median(name) })
  const ansible = (name: string, how = ''): Row => ({
    ...row(`Ansible \`copy\`, pipelining, ${atOnce} forks${how}`, name),
    ...(notMeasured === undefined ? {} : { notMeasured }),
  })
  const title = (what: string): string =>
    `${count} sshd on this computer, ${what}, ${times.rounds('drover')} rounds (Ansible: ${times.rounds('ansible')})`
  console.log(
    renderTable(title('nothing to do'), [
      row(`\`ssh HOST true\`, ${atOnce} at once`, 'ssh'),
      row('`ssh HOST true`, all at once', 'ssh all'),
      row(`\`ssh -o KexAlgorithms=curve25519-sha256 HOST true\`, ${atOnce} at once`, 'ssh curve25519'),
      row('`drover configure all`', 'drover'),
      ansible('ansible'),
      ansible('ansible told', ', told where Python is'),
    ]),
  )
  console.log(
    renderTable(title('1 file changed'), [
      row(`\`ssh HOST 'cat >f.new && mv f.new f' <f\`, ${atOnce} at once`, 'ssh copy'),
      row('`drover configure all`', 'drover copy'),
      ansible('ansible copy'),
    ]),
  )
  if (notMeasured !== undefined) return [...missedFanOut(times), ...unmeasured()]
  console.log(
    `1 file changed: Ansible takes ${ratio(times, 'ansible copy', 'drover copy')} times as long as Drover.`,
  )
  console.log(
    `Nothing to do: Ansible takes ${ratio(times, 'ansible', 'drover')} times as long as Drover; told where Python is, ${ratio(times, 'ansible told', 'drover')} times.`,
  )
  return [...missedFanOut(times), ...missedAnsible(times)]
}

function missedFanOut(times: Times): readonly string[] {
  if (times.median('drover') <= fanOutLimit * times.median('ssh')) return []
  return [
    `nothing to do on ${count}: ${ratio(times, 'drover', 'ssh')} times the fan-out, at most ${fanOutLimit} wanted`,
  ]
}

function missedAnsible(times: Times): readonly string[] {
  if (times.median('ansible') >= ansibleLimit * times.median('drover')) return []
  const faster = ratio(times, 'ansible', 'drover')
  return [`nothing to do on ${count}: ${faster} times faster than Ansible, at least ${ansibleLimit} wanted`]
}

/** In CI what was not measured counts as missed. */
function unmeasured(): readonly string[] {
  const { CI } = process.env
  return !CI || CI === 'false' ? [] : ['Ansible was not measured, and this is CI (CI is set)']
}

function ratio(times: Times, long: string, short: string): string {
  return (times.median(long) / times.median(short)).toFixed(2)
}
