// `npm run check`: every part below, two at a time, with one line for each and the output of those that fail.
// Each is a script of package.json and can be run by itself.
import { spawn } from 'node:child_process'
import { root } from './list-files.mjs'

/** To add a part, add its line. The slow ones first. */
const parts = [
  'check:types',
  'check:lint',
  'check:imports',
  'check:unused',
  'check:shell',
  'check:python',
  'check:generated',
  'check:tracked',
  'check:tree',
]
/** Takes all processors by itself. */
const last = ['test:unit']
const atOnce = 2

const failed = [...(await runAll(parts, atOnce)), ...(await runAll(last, 1))]
if (failed.length > 0) {
  console.error(`check: failed: ${failed.map((name) => `"npm run ${name}"`).join(', ')}`)
  process.exitCode = 1
}

/** Answers with the names of those that failed. */
async function runAll(names, maxAtOnce) {
  const waiting = [...names]
  const faults = []
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      if (!(await run(name))) faults.push(name)
    }
  }
  await Promise.all(Array.from({ length: maxAtOnce }, work))
  return faults
}

async function run(name) {
  const startedMs = performance.now()
  const { isGood, text } = await capture(['run', '--silent', name])
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${seconds.padStart(6)} s  ${name}`)
  if (!isGood) console.log(text.trimEnd())
  return isGood
}

function capture(args) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ isGood: code === 0, text: Buffer.concat(chunks).toString() }))
  })
}
