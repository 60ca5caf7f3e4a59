import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { ConfigRepository } from './config-repository.js'

/** The machines of the example records on the branch, in the order of the log. */
export function machinesInLog(repository: ConfigRepository): string[] {
  const lines = repository.show('log/2026/11/21.jsonl').trim().split('\n')
  return lines.map((line) => (JSON.parse(line) as { machine: string }).machine)
}

export function writeHook(
  repository: ConfigRepository,
  { name, script }: { readonly name: string; readonly script: string },
): void {
  mkdirSync(join(repository.path, 'hooks'), { recursive: true })
  const path = join(repository.path, 'hooks', name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
}

export type StartWriter = (
  url: string,
  machines: readonly string[],
  env?: Readonly<Record<string, string>>,
) => ChildProcess

/** Starts writers that are processes of their own, for the tests of one file. */
export function useWriters(): StartWriter {
  // A killed writer cannot take its temporary folder away.
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'drover-test-writers-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  const loader = join(import.meta.dirname, 'typescript-loader.mjs')
  const program = join(import.meta.dirname, 'ledger-writer.ts')
  return (url, machines, env = {}) =>
    spawn(process.execPath, ['--import', loader, program, url, ...machines], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, TMPDIR: folder, ...env },
    })
}
