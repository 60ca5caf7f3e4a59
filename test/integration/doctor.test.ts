import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { given, makeOpsFolder } from '../support/ops-folder.ts'

const at = makeOpsFolder()
const { drover, droverIn, troubles, git, place, key } = at

beforeEach(() => void at.begin())
afterAll(at.remove)

test('doctor finds nothing wrong in what init made', () => {
  drover('init', ...given)
  const { code, out, err } = drover('doctor', '--ssh-key-file', key)
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^ok +flock\.yml +"demo": 3 machines/m)
  expect(out).toMatch(/^ok +DROVER_SSH_KEY +is a private key of type ssh-ed25519$/m)
  expect(out).toMatch(/^ok +secret API_TOKEN +passed on by the workflows, and given here$/m)
  expect(out).not.toMatch(/tok-4f7d|correct horse/)
})

test('doctor reports everything that is wrong, and no problem hides another', () => {
  drover('init', ...given)
  git('switch', '--quiet', 'config')
  appendFileSync(join(at.folder(), 'secrets-templates/groups/web/credentials.json'), '{{secret "NEW_ONE"}}\n')
  appendFileSync(join(at.folder(), 'config/groups/web/greeting'), '{{vars.nothing}}\n')
  mkdirSync(join(at.folder(), 'machines/lo-1'), { recursive: true })
  const identity = {
    provider: 'local',
    id: 'local:1',
    // Nothing listens on port 1 of this computer.
    address: '127.0.0.1',
    port: 1,
    user: 'root',
    hostKeys: ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0000000000000000000000000000000000000000000'],
    createdAt: '2026-11-22T00:00:00Z',
    createdBy: '1',
  }
  writeFileSync(join(at.folder(), 'machines/lo-1/machine.json'), JSON.stringify(identity))
  writeFileSync(join(place, 'no-key'), 'nothing of a key\n')
  const { code } = drover('doctor', '--ssh-key-file', join(place, 'no-key'))
  expect(code).toBe(1)
  const told = troubles('doctor', '--ssh-key-file', join(place, 'no-key')).join('\n')
  expect(told).toMatch(/^config\/groups\/web\/greeting:2:3: .*unknown name "vars\.nothing"$/m)
  expect(told).toMatch(/^workflows of main: \d+ files not up to date .*drover\.yml/m)
  expect(told).toMatch(/^workflows of config: 2 files not up to date /m)
  expect(told).toMatch(
    /^secret NEW_ONE: wanted by secrets-templates\/groups\/web\/credentials\.json and not passed on/m,
  )
  expect(told).toMatch(/^DROVER_SSH_KEY: ssh key: the private key cannot be read$/m)
  expect(told).toMatch(/^lo-1: does not answer by SSH at 127\.0\.0\.1 port 1: ECONNREFUSED$/m)
  appendFileSync(join(at.folder(), 'flock.yml'), 'colour: red\n')
  expect(troubles('doctor')).toContainEqual('flock.yml:20:1: flock.yml: unknown key "colour"')
})

test('doctor says what a folder is that is no ops repository', () => {
  expect(troubles('doctor')).toEqual([`checkout: "${at.folder()}" is not in a git repository`])
  git('init', '--quiet', '--initial-branch=main')
  expect(troubles('doctor').join('\n')).toContain('has no branch "config"')
})

test('doctor shows for a flock at EC2 what its role must trust, by what gh knows, and that AWS cannot be reached', () => {
  drover('init', ...given)
  git('switch', '--quiet', 'config')
  const flock = readFileSync(join(at.folder(), 'flock.yml'), 'utf8')
  writeFileSync(join(at.folder(), 'flock.yml'), flock.replace('provider: local', 'provider: ec2'))
  const folder = mkdtempSync(join(place, 'gh-'))
  const answer = {
    full_name: 'writing/servers',
    id: 22,
    owner: { id: 7 },
    created_at: '2026-08-01T00:00:00Z',
  }
  const script = `#!/bin/sh\n[ "$*" = "api repos/writing/servers" ] && echo '${JSON.stringify(answer)}'\n`
  writeFileSync(join(folder, 'gh'), script, { mode: 0o755 })
  const { code, out } = droverIn(
    {
      PATH: `${folder}:${process.env.PATH ?? ''}`,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'x',
      AWS_SECRET_ACCESS_KEY: 'y',
      // Nothing listens there.
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
    },
    'doctor',
  )
  expect(code).toBe(1)
  expect(out).toMatch(
    /^note +OIDC subject +the tokens of its jobs begin with "repo:writing@7\/servers@22:"$/m,
  )
  expect(out).toMatch(/^problem +AWS eu-west-1: list machines .*ECONNREFUSED/m)
  expect(out).toMatch(/^problem +AWS eu-west-1: make a machine like lo-1 .*ECONNREFUSED/m)
})
