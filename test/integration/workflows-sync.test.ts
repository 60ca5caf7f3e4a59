import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { readStarter } from '../../src/app/read-starter.js'
import type { Tree } from '../../src/base/tree.js'
import { given, makeOpsFolder } from '../support/ops-folder.ts'

const at = makeOpsFolder()
const { drover, findings, troubles, git, workflow } = at

beforeEach(() => void at.begin())
afterAll(at.remove)

test('workflows sync passes a new secret on, on both branches, with edits kept', () => {
  drover('init', ...given)
  expect(drover('workflows', 'sync', '--check').code).toBe(0)
  appendFileSync(join(at.folder(), '.github/workflows/run.yml'), '# ours\n')
  git('commit', '--quiet', '--all', '-m', 'ours')
  git('switch', '--quiet', 'config')
  appendFileSync(join(at.folder(), 'secrets-templates/groups/web/credentials.json'), '{{secret "NEW_ONE"}}\n')
  expect(drover('workflows', 'sync', '--check').code).toBe(1)
  expect(drover('workflows', 'sync').code).toBe(0)
  expect(git('diff', '--name-only').split('\n')).toEqual([
    '.github/workflows/pull-request.yml',
    '.github/workflows/push.yml',
    'secrets-templates/groups/web/credentials.json',
  ])
  expect(drover('workflows', 'sync', '--check').code).toBe(0)
  git('commit', '--quiet', '--all', '-m', 'a new secret')
  git('switch', '--quiet', 'main')
  expect(drover('workflows', 'sync', '--check').code).toBe(1)
  const synced = drover('workflows', 'sync')
  expect([synced.code, synced.err]).toEqual([0, ''])
  expect(synced.out).toMatch(
    /^changed +\.github\/workflows\/run\.yml +brought up to date, edits by hand kept$/m,
  )
  expect(workflow('drover.yml')).toContain('NEW_ONE: ${{ secrets.NEW_ONE }}')
  expect(workflow('run.yml')).toMatch(/# ours\n$/)
  const before = git('diff')
  expect(drover('workflows', 'sync').out).toContain('every workflow is up to date')
  expect(git('diff')).toBe(before)
})

test('workflows sync finds an edit by hand, shows it, and removes it only when told to', () => {
  drover('init', ...given)
  const path = '.github/workflows/run.yml'
  const original = workflow('run.yml')
  writeFileSync(join(at.folder(), path), original.replace('permissions: {}', 'permissions: write-all'))
  const [edited, ...others] = findings('workflows', 'sync', '--check').filter(({ state }) => state !== 'ok')
  expect(others).toEqual([])
  expect(edited).toMatchObject({
    state: 'problem',
    about: path,
    message: expect.stringMatching(/^was edited by hand/),
  })
  expect(edited?.detail).toMatch(/\n-permissions: \{\}\n\+permissions: write-all$/)
  expect(troubles('doctor')).toEqual([expect.stringContaining(`main:${path}: was edited by hand`)])
  expect(drover('workflows', 'sync').code).toBe(0)
  expect(workflow('run.yml')).toContain('write-all')
  expect(drover('workflows', 'sync', '--overwrite').code).toBe(0)
  expect(workflow('run.yml')).toBe(original)
})

test('workflows sync says that a secret cannot be passed on where a block lost its marks', () => {
  drover('init', ...given)
  const path = join(at.folder(), '.github/workflows/run.yml')
  writeFileSync(
    path,
    workflow('run.yml')
      .replace(/ *# drover: .*\n/g, '')
      .replace(/ *API_TOKEN: .*\n/, ''),
  )
  const { code, out } = drover('workflows', 'sync')
  expect(code).toBe(1)
  expect(out).toContain('cannot pass on API_TOKEN')
})

test('workflows sync moves to another version of the toolkit', () => {
  drover('init', ...given)
  expect(drover('workflows', 'sync', '--toolkit', 'writing/drover@feed123').code).toBe(0)
  expect(
    git('grep', '-h', 'uses: writing/drover')
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual(expect.arrayContaining(['uses: writing/drover@feed123']))
  expect(workflow('drover.yml')).not.toContain('0123abc')
  expect(drover('workflows', 'sync', '--check').code).toBe(0)
})

test('workflows sync has the templates of another version from the clone of the toolkit', async () => {
  git('init', '--quiet', '--initial-branch=main')
  mkdirSync(join(at.folder(), 'workflows-templates/main'), { recursive: true })
  const file = join(at.folder(), 'workflows-templates/main/run.yml')
  writeFileSync(file, 'name: old\n')
  git('add', '--all')
  git('commit', '--quiet', '-m', 'old')
  const old = git('rev-parse', 'HEAD')
  git('remote', 'add', 'origin', 'https://github.com/writing/drover.git')
  writeFileSync(file, 'name: new\n')
  const { templates, templatesAt, reference } = await readStarter(at.folder())
  const text = (tree: Tree) => tree.get('workflows-templates/main/run.yml')?.bytes.toString()
  expect(text(templates)).toBe('name: new\n')
  expect(text(await templatesAt(old.slice(0, 10)))).toBe('name: old\n')
  expect(await templatesAt('v9')).toEqual(new Map())
  expect(await templatesAt('--all')).toEqual(new Map())
  expect(reference).toBe(`writing/drover@${old}`)
})

test('workflows sync sees the config branch of origin in a clone that has only main', () => {
  drover('init', ...given)
  const original = at.folder()
  at.begin()
  git('clone', '--quiet', original, '.')
  expect(drover('workflows', 'sync', '--check', '--repository', 'writing/servers').code).toBe(0)
  git('update-ref', '-d', 'refs/remotes/origin/config')
  const refused = drover('workflows', 'sync', '--check')
  expect(refused.code).toBe(2)
  expect(refused.err).toContain('git fetch origin config')
})
