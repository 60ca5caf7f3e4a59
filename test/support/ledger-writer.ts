// A writer as a process of its own: `ledger-writer.ts URL MACHINE...` pushes one record for each machine,
// with the token in TEST_TOKEN if there is one.
import { Secret } from '../../src/base/secret.js'
import { makeGitLedger } from '../../src/ledger/git/git-ledger.js'
import { realClock } from '../../src/system/real-clock.js'
import { makeRecord, renderNames } from './ledger-records.js'

const [url = '', ...machines] = process.argv.slice(2)
const { TEST_TOKEN: given, ...environment } = process.env
process.env = environment
const ledger = makeGitLedger({
  url,
  branch: 'config',
  token: given === undefined ? undefined : new Secret('token', given),
  clock: realClock,
  renderDashboard: renderNames,
})
await ledger.push(machines.map((machine) => makeRecord(machine)))
await ledger.close()
