import { runTransientOnce } from '../support/transient-runner.js'

// Does long work as a process of its own, which a test may kill. Takes the run as JSON.
const [run = ''] = process.argv.slice(2)
const end = await runTransientOnce({
  ...JSON.parse(run),
  files: [],
  onLine: (line: string) => process.stdout.write(`${line}\n`),
})
process.stdout.write(`${JSON.stringify(end)}\n`)
