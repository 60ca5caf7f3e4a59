import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const fixture = join(import.meta.dirname, '..', 'fixtures', 'app')

/** The revisions of the stand-in, each a tag; `v2-broken` does not start. */
type AppRevision = 'v1' | 'v2' | 'v2-broken'

/** The stand-in of test/fixtures/app as people have an application on a git server: a bare repository. */
export interface AppRepository {
  /** Serve this folder with `startGitHttpServer`. */
  readonly root: string
  /** Name of the repository below it. */
  readonly name: string
  readonly path: string
  readonly commits: Readonly<Record<AppRevision, string>>
  remove(): void
}

/** Its branch `main` is at `v2`. */
export function makeAppRepository(): AppRepository {
  const root = mkdtempSync(join(tmpdir(), 'drover-test-app-'))
  const name = 'app.git'
  const path = join(root, name)
  const work = mkdtempSync(join(tmpdir(), 'drover-test-app-work-'))
  cpSync(fixture, work, { recursive: true, filter: (source) => !source.endsWith('__pycache__') })
  git(work, 'init', '--quiet', '--template=', '--initial-branch=main')
  const v1 = commit(work, 'v1')
  writeFileSync(join(work, 'VERSION'), 'v2\n')
  const v2 = commit(work, 'v2')
  git(work, 'switch', '--quiet', '--create', 'broken')
  writeFileSync(join(work, 'broken'), '')
  const broken = commit(work, 'v2-broken')
  git(work, 'switch', '--quiet', 'main')
  git(work, 'clone', '--quiet', '--bare', '--template=', work, path)
  rmSync(work, { recursive: true, force: true })
  return {
    root,
    name,
    path,
    commits: { v1, v2, 'v2-broken': broken },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }),
  }
}

function commit(folder: string, tag: AppRevision): string {
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', tag)
  git(folder, 'tag', tag)
  return git(folder, 'rev-parse', 'HEAD').trim()
}

function git(folder: string, ...args: readonly string[]): string {
  const person = { NAME: 'A Person', EMAIL: 'person@example.org', DATE: '2026-01-01T00:00:00Z' }
  const env = Object.fromEntries(
    Object.entries(person).flatMap(([key, value]) => [
      [`GIT_AUTHOR_${key}`, value],
      [`GIT_COMMITTER_${key}`, value],
    ]),
  )
  return execFileSync('git', ['-C', folder, ...args], {
    env: { ...process.env, ...env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    encoding: 'utf8',
  })
}
