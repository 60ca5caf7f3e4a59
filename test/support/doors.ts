import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpsRepository } from './ops-repository.ts'
import { type ActionRan, type ActionRun, type Ran, type RunOptions, runAction, runCli } from './run-drover.ts'

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

/** Both front doors of the built Drover, for one flock. */
export interface Doors {
  /** `drover WORDS --json` in the clone. */
  report(words: readonly string[], options?: RunOptions): Promise<JsonReport & { readonly ran: Ran }>
  cli(words: readonly string[], options?: RunOptions): Promise<Ran>
  action(inputs: Readonly<Record<string, string>>, options?: Partial<ActionRun>): Promise<ActionRan>
  /** Runs a command on a machine and gives its output. */
  on(machine: string, command: string): Promise<string>
}

interface House {
  readonly folder: string
  readonly ops: OpsRepository
  readonly keyFile: string
  /** Environment of every process: secrets, and what its provider needs. */
  readonly env: Readonly<Record<string, string>>
}

export function openDoors({ folder, ops, keyFile, env }: House): Doors {
  const cli: Doors['cli'] = (words, options) =>
    runCli(words, {
      cwd: ops.clone,
      ...options,
      env: { ...env, DROVER_SSH_KEY_FILE: keyFile, ...options?.env },
    })
  const report: Doors['report'] = async (words, options) => {
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
    cli,
    report,
    action: (inputs, options) =>
      runAction({
        inputs: { repository: ops.url, branch: 'config', ...inputs },
        folder: join(folder, 'runner'),
        ...options,
        env: { ...env, DROVER_SSH_KEY: readFileSync(keyFile, 'utf8'), ...options?.env },
      }),
    on: async (machine, command) => {
      const { machines } = await report(['run', machine, '--repository', ops.url, '--', command])
      const { stdout = '' } = (machines[0]?.data ?? {}) as { readonly stdout?: string }
      return stdout
    },
  }
}
