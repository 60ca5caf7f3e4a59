import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeOpsRepository, type OpsRepository } from './ops-repository.ts'
import { type ActionRan, type ActionRun, type Ran, type RunOptions, runAction, runCli } from './run-drover.ts'

const fixture = join(import.meta.dirname, '..', 'fixtures', 'ops')

export interface JsonReport {
  readonly outcome: string
  readonly reason: string
  readonly message: string
  readonly hint?: string
  readonly exitCode: number
  readonly commit?: string
  readonly machines: readonly {
    readonly machine: string
    readonly outcome: string
    readonly reason: string
    readonly message: string
    readonly hint?: string
    readonly steps: readonly { readonly name: string; readonly status: string; readonly detail?: string }[]
    readonly data?: unknown
  }[]
  readonly problems: readonly {
    readonly message: string
    readonly reason: string
    readonly at?: { readonly file: string; readonly line?: number; readonly column?: number }
    readonly hint?: string
  }[]
  readonly data?: unknown
}

export interface LocalFlock {
  readonly folder: string
  readonly ops: OpsRepository
  readonly keyFile: string
  readonly secrets: Readonly<Record<string, string>>
  /** `drover WORDS --json` in the clone. */
  report(words: readonly string[], options?: RunOptions): Promise<JsonReport & { readonly ran: Ran }>
  cli(words: readonly string[], options?: RunOptions): Promise<Ran>
  action(inputs: Readonly<Record<string, string>>, options?: Partial<ActionRun>): Promise<ActionRan>
  /** Runs a command on a machine and gives its output. */
  on(machine: string, command: string): Promise<string>
  remove(): Promise<void>
}

/** A flock of its own name on this computer, with its repository, key and secrets; nothing is made yet. */
export async function makeLocalFlock(
  name: string,
  secrets: Readonly<Record<string, string>> = {},
): Promise<LocalFlock> {
  await sweep(name)
  const folder = mkdtempSync(join(tmpdir(), `drover-${name}-`))
  const keyFile = join(folder, 'key')
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', keyFile])
  const ops = makeOpsRepository(join(folder, 'ops'), fixture)
  ops.push(
    { 'flock.yml': ops.read('flock.yml').replace('flock: demo', `flock: ${name}`) },
    'a name of its own',
  )
  const all = { DATABASE_PASSWORD: 'correct horse battery', API_TOKEN: 'tok-"4f7d"', ...secrets }
  const env = { ...all, DROVER_SSH_KEY_FILE: keyFile }
  const cli: LocalFlock['cli'] = (words, options) =>
    runCli(words, { cwd: ops.clone, ...options, env: { ...env, ...options?.env } })
  const report: LocalFlock['report'] = async (words, options) => {
    const split = words.indexOf('--')
    const at = split === -1 ? words.length : split
    const ran = await cli([...words.slice(0, at), '--json', ...words.slice(at)], options)
    try {
      return { ...(JSON.parse(ran.stdout) as JsonReport), ran }
    } catch (cause) {
      throw new Error(`drover ${words.join(' ')} gave no JSON: ${ran.stdout}\n${ran.stderr}`, { cause })
    }
  }
  return {
    folder,
    ops,
    keyFile,
    secrets: all,
    cli,
    report,
    action: (inputs, options) =>
      runAction({
        inputs: { repository: ops.url, branch: 'config', ...inputs },
        folder: join(folder, 'runner'),
        ...options,
        env: { ...all, DROVER_SSH_KEY: readFileSync(keyFile, 'utf8'), ...options?.env },
      }),
    on: async (machine, command) => {
      const { machines } = await report(['run', machine, '--repository', ops.url, '--', command])
      const { stdout = '' } = (machines[0]?.data ?? {}) as { readonly stdout?: string }
      return stdout
    },
    remove: async () => {
      await sweep(name)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Also what an earlier run left that was killed: its machines know another key. */
async function sweep(flock: string): Promise<void> {
  const { sweepLocalFlock } = (await import(join(import.meta.dirname, '..', '..', 'dist', 'index.js'))) as {
    sweepLocalFlock: (name: string) => Promise<readonly string[]>
  }
  await sweepLocalFlock(flock)
}
