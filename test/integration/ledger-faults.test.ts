import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/ledger/ledger.js'
import { realClock } from '../../src/system/real-clock.js'
import { type HttpPlace, makeHttpPlace, makePathPlace } from '../support/ledger-place.js'
import { makeRecord } from '../support/ledger-records.js'
import { machinesInLog, useWriters, writeHook } from '../support/ledger-writers.js'

const startWriter = useWriters()

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
  ])(
    'a ledger commits exactly once when the answer to a push is lost, $what',
    async ({ keepAlive, lost }) => {
      place.server.keepAlive = keepAlive
      place.server.faults = Array.from({ length: lost }, () => 'lose-answer' as const)
      const pushed = await place.open().push([makeRecord('web-1'), makeRecord('web-2')])
      expect(machinesInLog(place.repository)).toEqual(['web-1', 'web-2'])
      expect(pushed).toEqual({ commit: place.repository.head(), attempts: 1 })
    },
  )

  it('a ledger sees at the deadline that the push without an answer had landed', async () => {
    place.server.faults.push('lose-answer')
    const ledger = place.open({ pushDeadlineMs: 400 })
    await ledger.read()
    place.server.onPush = async () => await realClock.sleep(600)
    expect((await ledger.push([makeRecord('web-1')])).commit).toBe(place.repository.head())
    expect(machinesInLog(place.repository)).toEqual(['web-1'])
  })

  it('a ledger tries again after a cut connection and an answer of 503', async () => {
    place.server.keepAlive = false
    place.server.faults.push('cut', 'unavailable', 'cut')
    const pushed = await place.open().push([makeRecord('web-1')])
    expect(pushed.attempts).toBe(4)
    expect(machinesInLog(place.repository)).toEqual(['web-1'])
  })

  it('a ledger says what kept the records off the branch when the deadline passes, and leaves none of them there', async () => {
    const head = place.repository.head()
    place.server.faults = Array.from({ length: 100 }, () => 'unavailable' as const)
    await expect(place.open({ pushDeadlineMs: 1_000 }).push([makeRecord('web-1')])).rejects.toMatchObject({
      reason: 'push-failed',
      message: expect.stringMatching(/^branch "config": 1 record could not be pushed in \d+ tries: .*503/),
    })
    expect(place.repository.head()).toBe(head)
  })

  it('a ledger ends at the deadline when the server never answers', async () => {
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

  it('a ledger names a server that is gone', async () => {
    const ledger = place.open({ pushDeadlineMs: 300 })
    await place.server.close()
    await expect(ledger.read()).rejects.toMatchObject({ reason: 'repository-unreachable' })
    await expect(ledger.push([makeRecord('web-1')])).rejects.toMatchObject({ reason: 'push-failed' })
  })

  it('a ledger does not push again what a hook of the repository refuses, and says what the hook said', async () => {
    writeHook(place.repository, { name: 'pre-receive', script: 'echo "config is protected"; exit 1' })
    await expect(place.open().push([makeRecord('web-1')])).rejects.toMatchObject({
      reason: 'push-failed',
      message: expect.stringMatching(/in 1 try: pre-receive hook declined: config is protected$/),
      hint: expect.stringContaining('Allow the token to push'),
    })
  })

  it('a ledger loses and doubles nothing when 30 writers push at once', async () => {
    place.server.latencyMs = 20
    const names = Array.from({ length: 30 }, (_, index) => `web-${String(index).padStart(2, '0')}`)
    // As long as a ledger has outside of tests: on a busy computer all take turns for more than a minute.
    const open = (): Ledger => place.open({ pushDeadlineMs: 300_000 })
    await Promise.all(names.map(async (machine) => await open().push([makeRecord(machine)])))
    expect(machinesInLog(place.repository).sort()).toEqual(names)
    expect(place.repository.git('rev-list', '--count', 'config').trim()).toBe('31')
    expect(place.repository.show('README.md').trim().split('\n')).toHaveLength(31)
    expect(place.repository.git('fsck', '--strict', '--no-dangling')).toBe('')
  }, 320_000)

  it.each([
    { what: 'and its push is lost with it', faults: ['cut' as const] },
    { what: 'and its push lands all the same', faults: [] },
  ])(
    'a ledger leaves the branch sound when a writer is killed $what, and the next one finishes its work',
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

  it('a ledger takes writers that are processes of their own', async () => {
    const writers = ['a', 'b', 'c'].map((name) => startWriter(place.url, [`${name}-1`, `${name}-2`]))
    const ends = await Promise.all(writers.map(async (writer) => (await once(writer, 'exit'))[0] as number))
    expect(ends).toEqual([0, 0, 0])
    expect(machinesInLog(place.repository).sort()).toEqual(['a-1', 'a-2', 'b-1', 'b-2', 'c-1', 'c-2'])
  })
})

it('a ledger on a path does not push again what a hook refuses', async () => {
  const place = await makePathPlace()
  writeHook(place.repository, { name: 'update', script: 'exit 1' })
  const error = await place
    .open()
    .push([makeRecord('web-1')])
    .catch((cause: unknown) => cause)
  await place.close()
  expect(error).toMatchObject({ message: expect.stringContaining('in 1 try: hook declined') })
})
