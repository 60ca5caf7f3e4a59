// `npm run bench:configure`: `drover configure` against OpenSSH's client and Ansible, on machines of this computer.
// Exit status 1: an aim was missed.
import { benchFiftyMachines } from './bench/fifty-machines.ts'
import { benchTenMachines } from './bench/ten-machines.ts'

const stop = new AbortController()
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
}
