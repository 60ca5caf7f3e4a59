import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeGitLedger } from '../../src/ledger/git/git-ledger.js'
import { realClock } from '../../src/system/real-clock.js'
import { type HttpPlace, makeHttpPlace } from '../support/ledger-place.js'
import { makeRecord, renderNames } from '../support/ledger-records.js'
import { machinesInLog, useWriters, writeHook } from '../support/ledger-writers.js'

const startWriter = useWriters()

const canary = 'ghs_canary/7c1e+5d'

describe('a ledger and its token', () => {
  let place: HttpPlace
  beforeEach(async () => {
    place = await makeHttpPlace({ token: canary })
  })
  afterEach(async () => {
    await place.close()
  })

  it('a ledger reads and pushes with the right token, which the server asks for', async () => {
    await expect(place.openWith({ token: 'other' }).read()).rejects.toThrow()
    expect((await place.openWith({ token: canary }).push([makeRecord('web-1')])).attempts).toBe(1)
    expect(place.server.requests.every(({ target }) => !target.includes('canary'))).toBe(true)
  })

  it('a ledger says at once that a wrong token is wrong, in words that do not hold it', async () => {
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

  it('a token is not in an error when it stands in the URL', async () => {
    const url = place.url.replace('//', `//someone:${encodeURIComponent('canary-in-url')}@`)
    const ledger = makeGitLedger({ url, branch: 'config', clock: realClock, renderDashboard: renderNames })
    const error = await ledger.read().catch((cause: unknown) => cause)
    await ledger.close()
    expect(error).toMatchObject({ reason: 'repository-unreachable' })
    expectClean(error, 'canary-in-url')
  })

  it('a token is removed from what the server says about a push', async () => {
    writeHook(place.repository, { name: 'pre-receive', script: `echo "refused for ${canary}"; exit 1` })
    const error = await place
      .openWith({ token: canary })
      .push([makeRecord('web-1')])
      .catch((cause: unknown) => cause)
    expect(error).toMatchObject({ message: expect.stringContaining('refused for ***') })
    expectClean(error, canary)
  })

  it('a token is not on the command line of any process, nor in a file of the temporary repository', async () => {
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

it('a token is not shown when DEBUG asks simple-git to print all it does', async () => {
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
