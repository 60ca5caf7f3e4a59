import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpsRepository } from '../../test/support/ops-repository.ts'
import { type ActionRan, type Ran, runAction, runCli } from '../../test/support/run-drover.ts'

interface ActionOptions {
  readonly show?: boolean
  readonly runId?: string
  readonly event?: { readonly name: string; readonly payload: unknown }
}

/** The stage of the demo: a flock's repository, and the built Drover at its two front doors, with what happens printed. */
export interface Stage {
  readonly ops: OpsRepository
  /** The built action, with nothing but what a runner gives it; fails when it does. */
  action(inputs: Readonly<Record<string, string>>, options?: ActionOptions): Promise<ActionRan>
  /** Runs a command as somebody types it; fails unless it ends with this exit status. */
  drover(words: readonly string[], code?: number): Promise<Ran>
  addressOf(machine: string): string
  /** The same with more in the environment. */
  with(more: Readonly<Record<string, string>>): Stage
}

export interface Scenery {
  readonly ops: OpsRepository
  /** The runner's files go there. */
  readonly folder: string
  readonly keyFile: string
  readonly env: Readonly<Record<string, string>>
}

export function makeStage(scenery: Scenery): Stage {
  const { ops, folder, keyFile, env: given } = scenery
  const env = { ...given, DROVER_SSH_KEY: readFileSync(keyFile, 'utf8') }
  mkdirSync(folder, { recursive: true })
  return {
    ops,
    action: async (inputs, options = {}) => {
      const words = Object.entries(inputs).map(([name, value]) => `${name}: ${value}`)
      print(`  uses: the action, with ${words.join(', ')}\n\n`)
      const all = { repository: ops.url, branch: 'config', ...inputs }
      const ran = await runAction({ inputs: all, folder: join(folder, 'runner'), env, ...options })
      expectEnd(ran, 0)
      return ran
    },
    drover: async (words, code = 0) => {
      print(`$ drover ${words.join(' ')}\n`)
      const ran = await runCli(words, { cwd: ops.clone, env, show: true })
      expectEnd(ran, code)
      return ran
    },
    addressOf: (machine) =>
      (JSON.parse(ops.read(`machines/${machine}/machine.json`)) as { address: string }).address,
    with: (more) => makeStage({ ...scenery, env: { ...given, ...more } }),
  }
}

function expectEnd(ran: Ran, code: number): void {
  if (ran.code === code) return
  print(ran.stdout + ran.stderr)
  throw new Error(`the demo expected exit status ${code} and got ${ran.signal ?? ran.code}`)
}

export function print(text: string): void {
  process.stdout.write(text)
}

let step = 0

export function title(text: string): void {
  step += 1
  print(`\n━━ ${step}. ${text} ━━\n\n`)
}
