// The main job on local machines, everything real: `npm run demo`. `npm run demo -- clean` removes what a killed demo left.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeIdentity } from '../src/secrets/seal/make-identity.ts'
import { makeOpsRepository } from '../test/support/ops-repository.ts'
import { askPlainly } from './demo/ask.ts'
import { showHttps, withPackages } from './demo/show-https.ts'
import { makeStage, print, type Stage, title } from './demo/stage.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, '.demo')
const keyFile = join(folder, 'key')
const secrets = { DATABASE_PASSWORD: 'correct horse battery staple', API_TOKEN: 'tok-"4f7d"-demo' }
const startedMs = performance.now()
/** The reason why HTTPS is not possible here, as bootstrap.mjs found it; empty when it is possible. */
const { DROVER_DEMO_WITHOUT_HTTPS: obstacle } = process.env
const machines = ['lo-1', 'lo-2', 'lo-demo']

async function demo(): Promise<void> {
  await clean()
  mkdirSync(folder, { recursive: true })
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'drover-demo', '-f', keyFile])
  const ops = makeOpsRepository(join(folder, 'ops'), join(root, 'test', 'fixtures', 'ops'))
  if (obstacle === undefined)
    ops.push({ 'flock.yml': withPackages(ops.read('flock.yml')) }, 'machines have nginx and certbot')
  const env = { ...secrets, DROVER_SEAL_KEY: (await makeIdentity()).identity }
  const stage = makeStage({ ops, folder, keyFile, env })

  title('A button: the action makes, configures and captures three machines')
  await stage.action({ operation: 'create', machines: 'all' }, { show: true })

  title('What is there now')
  await stage.drover(['list'])
  await greetings(machines, stage)

  title('The same again: nothing to do is one look at each machine')
  await stage.drover(['configure', 'all'])

  title('A push: somebody gives lo-2 a greeting of its own, and only lo-2 changes')
  const before = ops.head()
  const after = ops.push(
    { 'config/machines/lo-2/greeting': 'Good morning from {{machine.name}}\n' },
    'lo-2 greets in the morning',
  )
  await stage.action(
    { operation: 'configure', machines: 'changed' },
    { show: true, runId: '4712', event: { name: 'push', payload: { before, after } } },
  )
  await greetings(['lo-1', 'lo-2'], stage)

  title('A mistake: a script that does not parse is refused before any file changes')
  ops.push({ 'config/machines/lo-demo/answer': '#!/bin/sh\nif then\n' }, 'a broken script')
  await stage.drover(['configure', 'lo-demo'], 1)
  await greetings(['lo-demo'], stage)
  ops.push({ 'config/machines/lo-demo/answer': undefined }, 'take the broken script back')

  if (obstacle === undefined) await showHttps(stage, machines)
  else print(`\nHTTPS is left out: that part wants Pebble, an ACME server for tests: ${obstacle}\n`)

  title('The log, from the branch alone')
  await stage.drover(['history'])

  title('A button: terminate, with the names typed again')
  const ended = await stage.action(
    { operation: 'terminate', machines: 'all', confirm: machines.join(' ') },
    { runId: '4716' },
  )

  title("The branch's log")
  print(
    execFileSync('git', ['-C', ops.url, 'log', '--oneline', '--no-decorate', 'config'], { encoding: 'utf8' }),
  )
  title('One captured file: its secrets are placeholders again')
  print(ops.read('machines/lo-demo/captured/etc/hello/credentials.json'))
  title('The summary that the run page shows for terminate')
  print(ended.summary)
  print(`Done in ${Math.round((performance.now() - startedMs) / 1000)} s. No machine is left.
Where to look next:
  test/fixtures/ops    the flock that you just drove
  test/fixtures/demo    what HTTPS added to it; docs/certificates.md says more
  docs/getting-started.md    the same with your own machines
`)
}

async function clean(): Promise<void> {
  const { sweepLocalFlock } = (await import(join(root, 'dist', 'index.js'))) as {
    sweepLocalFlock: (flock: string) => Promise<readonly string[]>
  }
  const swept = await sweepLocalFlock('demo')
  if (swept.length > 0) print(`Removed what an earlier demo left: ${swept.join(', ')}\n`)
  if (existsSync(folder)) rmSync(folder, { recursive: true })
}

async function greetings(names: readonly string[], stage: Stage): Promise<void> {
  for (const name of names) {
    const host = stage.addressOf(name)
    print(`  http://${host}:8080 answers: ${(await askPlainly({ host, port: 8080 })).text}\n`)
  }
}

async function main(): Promise<void> {
  if (process.argv[2] === 'clean') return clean()
  try {
    await demo()
  } finally {
    await clean()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
