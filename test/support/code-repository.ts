import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A bare repository of an application, as a server keeps it, and a place to make commits for it. */
export interface CodeRepositoryPlace {
  /** Folder above the bare repository: what a server serves. */
  readonly root: string
  readonly name: string
  readonly path: string
  git(...args: readonly string[]): string
  /** Commits these files on `main` and pushes; gives the commit. */
  commit(files: Readonly<Record<string, string | Buffer>>): string
  remove(): void
}

export function makeCodeRepository(): CodeRepositoryPlace {
  const root = mkdtempSync(join(tmpdir(), 'drover-test-code-'))
  const name = 'app.git'
  const path = join(root, name)
  const work = join(root, 'work')
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', work, ...args], { encoding: 'utf8', env: environment, stdio: 'pipe' }).trim()
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', path], { env: environment })
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', work], { env: environment })
  git('remote', 'add', 'origin', path)
  return {
    root,
    name,
    path,
    git,
    commit: (files) => {
      for (const [file, content] of Object.entries(files)) {
        mkdirSync(dirname(join(work, file)), { recursive: true })
        writeFileSync(join(work, file), content)
      }
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '-m', 'a change')
      git('push', '--quiet', 'origin', 'main')
      return git('rev-parse', 'HEAD')
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

const environment = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
}
