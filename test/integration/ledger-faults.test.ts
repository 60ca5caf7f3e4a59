import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DroverError } from '../../src/base/errors.js'
import { makeGitLedger } from '../../src/ledger/git-ledger.js'
import { realClock } from '../../src/system/real-clock.js'
import { type ConfigRepository, makeConfigRepository } from '../support/config-repository.js'
import { type HttpPlace, makeHttpPlace, makePathPlace } from '../support/ledger-place.js'
import { makeRecord, renderNames } from '../support/ledger-records.js'

// A killed writer cannot take its temporary folder away.
const writersFolder = mkdtempSync(join(tmpdir(), 'drover-test-writers-'))
afterAll(() => rmSync(writersFolder, { recursive: true, force: true, maxRetries: 3 }))

const canary = 'ghs_canary/7c1e+5d'

describe('a ledger whose server misbehaves', () => {
  let place: HttpPlace
  beforeEach(async () => {
    place = await makeHttpPlace()
  })
  afterEach(async () => {
    await place.close()
  })

  it.each([
    { what: 'which git must repeat', keepAlive: false, lost: 1 },
    { what: 'which curl repeats by itself', keepAlive: true, lost: 1 },
    { what: 'twice', keepAlive: true, lost: 2 },
  ])('commits exactly once when the answer to a push is lost, $what', async ({ keepAlive, lost }) => {
    place.server.keepAlive = keepAlive
    place.server.faults = Array.from({ length: lost }, () => 'lose-answer' as const)
    const pushed = await place.open().push([makeRecord('web-1'), makeRecord('web-2')])
    expect(machinesInLog(place.repository)).toEqual(['web-1', 'web-2'])
    expect(pushed).toEqual({ commit: place.repository.head(), attempts: 1 })
  })

  it('sees at the deadline that the push without an answer had landed', async () => {
    place.server.faults.push('lose-answer')
    const ledger = place.open({ pushDeadlineMs: 400 })
    await ledger.read()
    place.server.onPush = async () => await realClock.sleep(600)
    expect((await ledger.push([makeRecord('web-1')])).commit).toBe(place.repository.head())
    expect(machinesInLog(place.repository)).toEqual(['web-1'])
  })

  it('tries again after a cut connection and an answer of 503', async () => {
    place.server.keepAlive = false
    place.server.faults.push('cut', 'unavailable', 'cut')
    const pushed = await place.open().push([makeRecord('web-1')])
    expect(pushed.attempts).toBe(4)
    expect(machinesInLog(place.repository)).toEqual(['web-1'])
  })

  it('says what kept the records off the branch when the deadline passes, and leaves none of them there', async () => {
    const head = place.repository.head()
    place.server.faults = Array.from({ length: 100 }, () => 'unavailable' as const)
    await expect(place.open({ pushDeadlineMs: 1_000 }).push([makeRecord('web-1')])).rejects.toMatchObject({
      reason: 'push-failed',
      message: expect.stringMatching(/^branch "config": 1 record could not be pushed in \d+ tries: .*503/),
    })
    expect(place.repository.head()).toBe(head)
  })

  it('ends at the deadline when the server never answers', async () => {
    const ledger = place.open({ pushDeadlineMs: 500 })
    await ledger.read()
    place.server.onPush = () => new Promise(() => undefined)
    const start = performance.now()
    await expect(ledger.push([makeRecord('web-1')])).rejects.toMatchObject({
      reason: 'push-failed',
      message: expect.stringContaining('in 1 try: the deadline passed'),
    })
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  it('names a server that is gone', async () => {
    const ledger = place.open({ pushDeadlineMs: 300 })
    await place.server.close()
    await expect(ledger.read()).rejects.toMatchObject({ reason: 'repository-unreachable' })
    await expect(ledger.push([makeRecord('web-1')])).rejects.toMatchObject({ reason: 'push-failed' })
  })

  it('does not push again what a hook of the repository refuses, and says what the hook said', async () => {
    writeHook(place.repository, { name: 'pre-receive', script: 'echo "config is protected"; exit 1' })
    await expect(place.open().push([makeRecord('web-1')])).rejects.toMatchObject({
      reason: 'push-failed',
      message: expect.stringMatching(/in 1 try: pre-receive hook declined: config is protected$/),
      hint: expect.stringContaining('Allow the token to push'),
    })
  })

  it('loses and doubles nothing when 30 writers push at once', async () => {
    place.server.latencyMs = 20
    const names = Array.from({ length: 30 }, (_, index) => `web-${String(index).padStart(2, '0')}`)
    await Promise.all(names.map(async (machine) => await place.open().push([makeRecord(machine)])))
    expect(machinesInLog(place.repository).sort()).toEqual(names)
    expect(place.repository.git('rev-list', '--count', 'config').trim()).toBe('31')
    expect(place.repository.show('README.md').trim().split('\n')).toHaveLength(31)
    expect(place.repository.git('fsck', '--strict', '--no-dangling')).toBe('')
  })

  it.each([
    { what: 'and its push is lost with it', faults: ['cut' as const] },
    { what: 'and its push lands all the same', faults: [] },
  ])(
    'leaves the branch sound when a writer is killed $what, and the next one finishes its work',
    async ({ faults }) => {
      const arrived = new Promise<void>((resolve) => {
        place.server.onPush = () => {
          place.server.onPush = () => undefined
          place.server.faults.push(...faults)
          resolve()
        }
      })
      place.server.keepAlive = false
      place.server.latencyMs = 100
      const writer = startWriter(place.url, ['web-1', 'web-2'])
      const ended = once(writer, 'exit')
      await arrived
      writer.kill('SIGKILL')
      expect((await ended)[1]).toBe('SIGKILL')
      await place.open().push([makeRecord('web-1'), makeRecord('web-2'), makeRecord('web-3')])
      expect(machinesInLog(place.repository).sort()).toEqual(['web-1', 'web-2', 'web-3'])
      expect(place.repository.git('fsck', '--strict', '--no-dangling')).toBe('')
    },
  )

  it('takes writers that are processes of their own', async () => {
    const writers = ['a', 'b', 'c'].map((name) => startWriter(place.url, [`${name}-1`, `${name}-2`]))
    const ends = await Promise.all(writers.map(async (writer) => (await once(writer, 'exit'))[0] as number))
    expect(ends).toEqual([0, 0, 0])
    expect(machinesInLog(place.repository).sort()).toEqual(['a-1', 'a-2', 'b-1', 'b-2', 'c-1', 'c-2'])
  })
})

describe('a ledger and its token', () => {
  let place: HttpPlace
  beforeEach(async () => {
    place = await makeHttpPlace({ token: canary })
  })
  afterEach(async () => {
    await place.close()
  })

  it('reads and pushes with the right one, which the server asks for', async () => {
    await expect(place.openWith({ token: 'other' }).read()).rejects.toThrow()
    expect((await place.openWith({ token: canary }).push([makeRecord('web-1')])).attempts).toBe(1)
    expect(place.server.requests.every(({ target }) => !target.includes('canary'))).toBe(true)
  })

  it('is told that a wrong one is wrong, at once, in words that do not hold it', async () => {
    const wrong = 'ghs_canary/wrong+0b'
    const ledger = place.openWith({ token: wrong })
    for (const attempt of [ledger.read(), ledger.push([makeRecord('web-1')]), ledger.history({ limit: 1 })]) {
      const error = await attempt.then(
        () => undefined,
        (cause: unknown) => cause,
      )
      expect(error).toMatchObject({ reason: 'repository-unreachable' })
      expectClean(error, wrong)
    }
  })

  it('is not in an error when it stands in the URL', async () => {
    const url = place.url.replace('//', `//someone:${encodeURIComponent('canary-in-url')}@`)
    const ledger = makeGitLedger({ url, branch: 'config', clock: realClock, renderDashboard: renderNames })
    const error = await ledger.read().catch((cause: unknown) => cause)
    await ledger.close()
    expect(error).toMatchObject({ reason: 'repository-unreachable' })
    expectClean(error, 'canary-in-url')
  })

  it('is not on the command line of any process, nor in a file of the temporary repository', async () => {
    const seen: string[] = []
    place.server.onPush = async () => {
      for (const file of filesBelow(place.workDir)) seen.push(readFileSync(file, 'latin1'))
      for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) seen.push(commandLine(pid))
    }
    await place.openWith({ token: canary }).push([makeRecord('web-1')])
    expect(seen.filter((line) => line.includes('git-remote-http') || line.includes('push'))).not.toEqual([])
    expectClean(seen, canary)
  })
})

describe('a ledger and DEBUG', () => {
  it('does not show the token when simple-git is asked to print all it does', async () => {
    const place = await makeHttpPlace({ token: canary })
    const writer = startWriter(place.url, ['web-1'], { DEBUG: '*', TEST_TOKEN: canary })
    const printed: Buffer[] = []
    writer.stderr?.on('data', (chunk: Buffer) => printed.push(chunk))
    const [code] = (await once(writer, 'close')) as [number]
    const text = Buffer.concat(printed).toString()
    expect({ code, machines: machinesInLog(place.repository) }).toEqual({ code: 0, machines: ['web-1'] })
    await place.close()
    expect(text).toContain('simple-git')
    expectClean(text, canary)
  })
})

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

  it('keeps one for this user only, and removes it on close', async () => {
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

  it('removes it when the process ends without a close', async () => {
    const writer = startWriter(`${repository.root}/nowhere.git`, ['web-1'], { TMPDIR: workDir })
    expect((await once(writer, 'exit'))[0]).toBe(1)
    expect(readdirSync(workDir)).toEqual([])
  })

  it('reads and writes a repository that is itself shallow', async () => {
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

  it("does not follow the person's own git settings or variables", async () => {
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

describe('a ledger on a path', () => {
  it('does not push again what a hook refuses', async () => {
    const place = await makePathPlace()
    writeHook(place.repository, { name: 'update', script: 'exit 1' })
    const error = await place
      .open()
      .push([makeRecord('web-1')])
      .catch((cause: unknown) => cause)
    await place.close()
    expect(error).toBeInstanceOf(DroverError)
    expect(error).toMatchObject({ message: expect.stringContaining('in 1 try: hook declined') })
  })
})

function machinesInLog(repository: ConfigRepository): string[] {
  const lines = repository.show('log/2026/11/21.jsonl').trim().split('\n')
  return lines.map((line) => (JSON.parse(line) as { machine: string }).machine)
}

function writeHook(
  repository: ConfigRepository,
  { name, script }: { readonly name: string; readonly script: string },
): void {
  mkdirSync(join(repository.path, 'hooks'), { recursive: true })
  const path = join(repository.path, 'hooks', name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
}

function startWriter(
  url: string,
  machines: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  const support = join(import.meta.dirname, '../support')
  const loader = join(support, 'typescript-loader.mjs')
  return spawn(process.execPath, ['--import', loader, join(support, 'ledger-writer.ts'), url, ...machines], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TMPDIR: writersFolder, ...env },
  })
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** The secret is in no form in anything that printing could reach. */
function expectClean(value: unknown, secret: string): void {
  const text = inspect(value, { depth: 20, showHidden: true }) + JSON.stringify(value)
  const forms = [
    secret,
    encodeURIComponent(secret),
    Buffer.from(`x-access-token:${secret}`).toString('base64'),
  ]
  for (const form of [...forms, Buffer.from(secret).toString('base64')]) expect(text).not.toContain(form)
}
