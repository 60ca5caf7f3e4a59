import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sweepLocalFlock } from '../../src/app/sweep-local-flock.js'
import { type CommandExit, given, makeOpsFolder } from '../support/ops-folder.ts'

const at = makeOpsFolder()
const { drover, droverIn, git, key } = at

beforeEach(() => void at.begin())
afterAll(at.remove)

describe('the way of a new user', () => {
  const flock = 't-init'
  beforeAll(async () => void (await sweepLocalFlock(flock, process.env)))
  afterAll(async () => void (await sweepLocalFlock(flock, process.env)))

  test('a new user goes from init to a machine that was changed and terminated', () => {
    const withKey = (...words: readonly string[]): CommandExit =>
      droverIn({ DROVER_SSH_KEY_FILE: key }, ...words)
    const made = drover('init', ...given.slice(0, 4), '--name', flock)
    expect(made).toMatchObject({ code: 0, err: '' })
    git('init', '--quiet', '--bare', join(at.folder(), '.git/server.git'))
    git('remote', 'add', 'origin', join(at.folder(), '.git/server.git'))
    git('push', '--quiet', '-u', 'origin', 'main', 'config')
    expect(drover('init').out).not.toMatch(/push -u origin|gh repo create/)
    expect(withKey('create', 'lo-demo').code).toBe(0)
    git('switch', '--quiet', 'config')
    git('pull', '--quiet', '--rebase')
    const looked = withKey('doctor')
    expect([looked.code, looked.err]).toEqual([0, ''])
    expect(looked.out).toMatch(/^ok +machines +1 machine answers by SSH, 2 machines not made yet$/m)
    mkdirSync(join(at.folder(), 'config/machines/lo-demo'), { recursive: true })
    writeFileSync(join(at.folder(), 'config/machines/lo-demo/greeting'), 'Good morning\n')
    git('add', '--all')
    git('commit', '--quiet', '-m', 'a morning')
    git('push', '--quiet')
    expect(withKey('configure', 'lo-demo').out).toContain('changed 1 file: /etc/hello/greeting')
    expect(withKey('terminate', 'lo-demo', '--yes').code).toBe(0)
  })
})
