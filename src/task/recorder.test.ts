import { expect, test } from 'vitest'
import { DroverError } from '../base/errors.js'
import type { LedgerRecord } from '../events/record.js'
import { noJournal } from '../ledger/journal.js'
import { realClock } from '../system/real-clock.js'
import type { Ports } from './ports.js'
import { makeRecorder } from './recorder.js'

const record: LedgerRecord = {
  id: '1.1.run.lo-a.0',
  run: { id: '1', attempt: 1, actor: 'anna' },
  operation: 'run',
  machine: 'lo-a',
  outcome: 'ok',
  reason: 'done',
  message: 'the command exited with 0',
  time: '2026-01-02T03:04:05.000Z',
  durationMs: 1,
  config: 'c0ffee',
  changes: [],
}

const closed = (): Promise<never> =>
  Promise.reject(
    new DroverError('push: refused', { reason: 'push-failed', hint: 'Ask for the right to push.' }),
  )

function recorderWith(
  keepRecords: Ports['keepRecords'],
  push: Ports['ledger']['push'],
): ReturnType<typeof makeRecorder> {
  const ledger = { push } as Ports['ledger']
  return makeRecorder({ ledger, keepRecords, clock: realClock, journal: noJournal })
}

test('pushes at the end what was added, in one batch', async () => {
  const batches: number[] = []
  const recorder = recorderWith(
    async () => [],
    async (records) => {
      batches.push(records.length)
      return { commit: 'abc', attempts: 1 }
    },
  )
  recorder.add(record)
  recorder.add({ ...record, id: '2' })
  expect(await recorder.close()).toEqual({ commit: 'abc' })
  expect(batches).toEqual([2])
})

test('names the file of a record that could not be pushed', async () => {
  const recorder = recorderWith(async () => ['/state/one.json'], closed)
  recorder.add(record)
  const { failure } = await recorder.close()
  expect(failure).toMatchObject({ reason: 'push-failed' })
  expect(failure?.hint).toContain('run "drover replay /state/one.json"')
})

test('still ends with the reason when the record cannot be kept either', async () => {
  const recorder = recorderWith(() => Promise.reject(new Error('ENOSPC: no space left')), closed)
  recorder.add(record)
  const { failure } = await recorder.close()
  expect(failure).toMatchObject({ reason: 'push-failed', message: 'push: refused' })
  expect(failure?.hint).toMatch(/could not be kept as files either .*ENOSPC.*run the operation again/)
})
