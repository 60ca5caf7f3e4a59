import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

export interface OlderRun {
  readonly code: number | null
  readonly said: string
}

/** Drover as it was built into a commit of this repository. */
export interface OlderBuild {
  drover(words: readonly string[], options: OlderOptions): Promise<OlderRun>
  remove(): void
}

interface OlderOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

/** Throws when this clone does not have the commit. */
export function checkOutBuild(commit: string): OlderBuild {
  const folder = mkdtempSync(join(tmpdir(), 'drover-older-'))
  const archive = execFileSync('git', ['-C', root, 'archive', commit, 'bin', 'dist', 'package.json'], {
    maxBuffer: 2 ** 28,
  })
  execFileSync('tar', ['-x', '-f', '-', '-C', folder], { input: archive })
  return {
    drover: (words, { cwd, env }) => start([join(folder, 'bin', 'drover.js'), ...words], { cwd, env }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function start(words: readonly string[], { cwd, env }: OlderOptions): Promise<OlderRun> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [...words], { cwd, env: { PATH, HOME, TERM: 'dumb', ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}
