// `npm run bench:configure`: `drover configure` against OpenSSH's client and Ansible, on machines of this computer.
// Exit status 1: an aim was missed.
import { benchFiftyMachines } from './bench/fifty-machines.ts'
import { benchTenMachines } from './bench/ten-machines.ts'

/** Making the Debian root and installing Ansible included, which only the first run does. */
const limitMs = 15 * 60_000

const stop = new AbortController()
const limit = setTimeout(() => stop.abort(new Error(`not done within ${limitMs / 60_000} minutes`)), limitMs)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => stop.abort(new Error(`ended by ${signal}`)))
}
try {
  const missed = [...(await benchTenMachines(stop.signal)), ...(await benchFiftyMachines(stop.signal))]
  for (const aim of missed) console.log(`missed: ${aim}`)
  process.exitCode = missed.length > 0 ? 1 : 0
} catch (error) {
  if (!stop.signal.aborted) throw error
  console.error(`bench: ${(stop.signal.reason as Error).message}`)
  process.exitCode = 130
} finally {
  clearTimeout(limit)
}
