// The main job on local machines, everything real: `npm run demo`. `npm run demo -- clean` removes what a killed demo left.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { makeOpsRepository, type OpsRepository } from '../test/support/ops-repository.ts'
import { type ActionRan, type Ran, runAction, runCli } from '../test/support/run-drover.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, '.demo')
const keyFile = join(folder, 'key')
const secrets = { DATABASE_PASSWORD: 'correct horse battery staple', API_TOKEN: 'tok-"4f7d"-demo' }
const startedMs = performance.now()
let step = 0

async function demo(): Promise<void> {
  await clean()
  mkdirSync(folder, { recursive: true })
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'drover-demo', '-f', keyFile])
  const ops = makeOpsRepository(join(folder, 'ops'), join(root, 'test', 'fixtures', 'ops'))

  title('A button: the action makes, configures and captures three machines')
  expectEnd(await action(ops, { operation: 'create', machines: 'all' }, { show: true }), 0)

  title('What is there now')
  await cli(ops, ['list'])
  await greetings(['lo-1', 'lo-2', 'lo-demo'], ops)

  title('The same again: nothing to do is one look at each machine')
  await cli(ops, ['configure', 'all'])

  title('A push: somebody gives lo-2 a greeting of its own, and only lo-2 changes')
  const before = ops.head()
  const after = ops.push(
    { 'config/machines/lo-2/greeting': 'Good morning from {{machine.name}}\n' },
    'lo-2 greets in the morning',
  )
  const pushed = await action(
    ops,
    { operation: 'configure', machines: 'changed' },
    { show: true, runId: '4712', event: { name: 'push', payload: { before, after } } },
  )
  expectEnd(pushed, 0)
  await greetings(['lo-1', 'lo-2'], ops)

  title('A mistake: a script that does not parse is refused before any file changes')
  ops.push({ 'config/machines/lo-demo/answer': '#!/bin/sh\nif then\n' }, 'a broken script')
  expectEnd(await runDrover(ops, ['configure', 'lo-demo']), 1)
  await greetings(['lo-demo'], ops)
  ops.push({ 'config/machines/lo-demo/answer': undefined }, 'take the broken script back')

  title('The log, from the branch alone')
  await cli(ops, ['history'])

  title('A button: terminate, with the names typed again')
  const names = 'lo-1 lo-2 lo-demo'
  const ended = await action(
    ops,
    { operation: 'terminate', machines: 'all', confirm: names },
    { runId: '4713' },
  )
  expectEnd(ended, 0)

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
  git -C ${join(folder, 'ops', 'ops.git')} log config    the ledger, with the run of each commit
  ${join('test', 'fixtures', 'ops')}    the flock that you just drove
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

function environment(): Record<string, string> {
  return { ...secrets, DROVER_SSH_KEY: readFileSync(keyFile, 'utf8') }
}

interface ActionOptions {
  readonly show?: boolean
  readonly runId?: string
  readonly event?: { readonly name: string; readonly payload: unknown }
}

/** The built action, with nothing but what a runner gives it. */
async function action(
  ops: OpsRepository,
  inputs: Readonly<Record<string, string>>,
  options: ActionOptions,
): Promise<ActionRan> {
  print(
    `  uses: the action, with ${Object.entries(inputs)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', ')}\n\n`,
  )
  return runAction({
    inputs: { repository: ops.url, branch: 'config', ...inputs },
    folder: join(folder, 'runner'),
    env: environment(),
    ...options,
  })
}

async function cli(ops: OpsRepository, words: readonly string[]): Promise<void> {
  expectEnd(await runDrover(ops, words), 0)
}

function runDrover(ops: OpsRepository, words: readonly string[]): Promise<Ran> {
  print(`$ drover ${words.join(' ')}\n`)
  return runCli(words, { cwd: ops.clone, env: environment(), show: true })
}

function expectEnd(ran: Ran, code: number): void {
  if (ran.code === code) return
  print(ran.stdout + ran.stderr)
  throw new Error(`the demo expected exit status ${code} and got ${ran.signal ?? ran.code}`)
}

async function greetings(machines: readonly string[], ops: OpsRepository): Promise<void> {
  for (const name of machines) {
    const { address } = JSON.parse(ops.read(`machines/${name}/machine.json`)) as { address: string }
    print(`  http://${address}:8080 answers: ${(await fetchText(address)).trim()}\n`)
  }
}

function fetchText(host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ host, port: 8080, agent: false, timeout: 10_000 }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve(text))
    }).on('error', reject)
  })
}

function title(text: string): void {
  step += 1
  print(`\n━━ ${step}. ${text} ━━\n\n`)
}

function print(text: string): void {
  process.stdout.write(text)
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
