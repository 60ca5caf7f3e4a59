import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeGitLedger } from '../../src/ledger/git/git-ledger.js'
import { realClock } from '../../src/system/real-clock.js'
import { type ConfigRepository, makeConfigRepository } from '../support/config-repository.js'
import { makeRecord, renderNames } from '../support/ledger-records.js'
import { machinesInLog, useWriters } from '../support/ledger-writers.js'

const startWriter = useWriters()

describe('a ledger and its temporary folder', () => {
  let workDir: string
  let repository: ConfigRepository
  beforeEach(() => {
    workDir = mkdtempSync(join(tmpdir(), 'drover-test-work-'))
    repository = makeConfigRepository()
  })
  afterEach(() => {
    rmSync(workDir, { recursive: true, force: true })
    repository.remove()
  })

  it('a ledger keeps one temporary folder for this user only, and removes it on close', async () => {
    const ledger = makeGitLedger({
      url: repository.path,
      branch: 'config',
      clock: realClock,
      renderDashboard: renderNames,
      workDir,
    })
    expect(readdirSync(workDir)).toEqual([])
    await ledger.read()
    const [folder = ''] = readdirSync(workDir)
    expect(statSync(join(workDir, folder)).mode & 0o777).toBe(0o700)
    await ledger.close()
    expect(readdirSync(workDir)).toEqual([])
  })

  it('a ledger removes its temporary folder when the process ends without a close', async () => {
    const writer = startWriter(`${repository.root}/nowhere.git`, ['web-1'], { TMPDIR: workDir })
    expect((await once(writer, 'exit'))[0]).toBe(1)
    expect(readdirSync(workDir)).toEqual([])
  })

  it('a ledger reads and writes a repository that is itself shallow', async () => {
    repository.commit({ 'flock.yml': 'flock: second\n' })
    repository.commit({ 'flock.yml': 'flock: third\n' })
    const shallow = join(repository.root, 'shallow.git')
    repository.git('clone', '--quiet', '--bare', '--depth=2', `file://${repository.path}`, shallow)
    const ledger = makeGitLedger({
      url: `file://${shallow}`,
      branch: 'config',
      clock: realClock,
      renderDashboard: renderNames,
      workDir,
    })
    expect((await ledger.push([makeRecord('web-1')])).attempts).toBe(1)
    expect((await ledger.read()).tree.get('flock.yml')?.bytes.toString()).toBe('flock: third\n')
    await ledger.close()
  })

  it("a ledger does not follow the person's own git settings or variables", async () => {
    const home = join(workDir, 'home')
    mkdirSync(join(home, 'hooks'), { recursive: true })
    writeFileSync(join(home, 'hooks', 'pre-push'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    const settings = `[core]\n\thooksPath = ${home}/hooks\n[push]\n\tgpgSign = true\n[init]\n\ttemplateDir = ${home}\n`
    writeFileSync(join(home, '.gitconfig'), settings)
    const hostile = {
      HOME: home,
      GIT_DIR: '/nowhere',
      GIT_INDEX_FILE: '/nowhere',
      EDITOR: 'false',
      LANG: 'de_DE.UTF-8',
    }
    const writer = startWriter(repository.path, ['web-1'], hostile)
    expect((await once(writer, 'exit'))[0]).toBe(0)
    expect(machinesInLog(repository)).toEqual(['web-1'])
  })
})
