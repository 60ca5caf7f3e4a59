import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const identity = ['-c', 'user.name=anna', '-c', 'user.email=anna@example.org', '-c', 'commit.gpgsign=false']

/** A bare repository with a `config` branch, as a git server has it, and a person's clone of it. */
export interface OpsRepository {
  readonly url: string
  readonly clone: string
  git(...words: readonly string[]): string
  /** Writes files (undefined removes), commits and pushes as a person does; answers with the commit. */
  push(files: Readonly<Record<string, string | undefined>>, message: string): string
  head(): string
  /** A file on the branch of the server. */
  read(path: string): string
}

export function makeOpsRepository(folder: string, fixture: string): OpsRepository {
  mkdirSync(folder, { recursive: true })
  const url = join(folder, 'ops.git')
  const clone = join(folder, 'clone')
  const run = (cwd: string, words: readonly string[]): string =>
    execFileSync('git', [...identity, ...words], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  run(folder, ['init', '--quiet', '--bare', '--initial-branch=main', url])
  run(folder, ['init', '--quiet', '--initial-branch=config', clone])
  run(clone, ['remote', 'add', 'origin', url])
  cpSync(fixture, clone, { recursive: true })
  const git = (...words: readonly string[]): string => run(clone, words)
  const commit = (message: string): string => {
    git('add', '--all')
    git('commit', '--quiet', '--allow-empty', '-m', message)
    pushPatiently(git)
    return git('rev-parse', 'HEAD').trim()
  }
  commit('the flock')
  return {
    url,
    clone,
    git,
    push: (files, message) => {
      git('pull', '--quiet', '--rebase', 'origin', 'config')
      for (const [path, text] of Object.entries(files)) {
        const file = join(clone, path)
        if (text === undefined) rmSync(file, { recursive: true })
        else {
          mkdirSync(dirname(file), { recursive: true })
          writeFileSync(file, text)
        }
      }
      return commit(message)
    },
    head: () => run(url, ['rev-parse', 'config']).trim(),
    read: (path) => run(url, ['show', `config:${path}`]),
  }
}

/** As a person does: when Drover has committed meanwhile, pull and push again. */
function pushPatiently(git: (...words: readonly string[]) => string): void {
  for (let tries = 1; ; tries++) {
    try {
      git('push', '--quiet', '--set-upstream', 'origin', 'config')
      return
    } catch (error) {
      if (tries === 20) throw error
      git('pull', '--quiet', '--rebase', 'origin', 'config')
    }
  }
}
