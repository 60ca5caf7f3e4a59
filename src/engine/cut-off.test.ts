import { expect, test } from 'vitest'
import type { LedgerRecord } from '../events/record.js'
import { trackCutOff } from './cut-off.js'

const frame = {
  id: 'r1',
  run: { id: '1', attempt: 1, actor: 'anna' },
  operation: 'configure',
  machine: 'a',
  time: '2026-11-22T00:00:00.000Z',
  config: 'c0ffee',
}

function track(signal?: AbortSignal): { kept: LedgerRecord[]; tracked: ReturnType<typeof trackCutOff> } {
  const kept: LedgerRecord[] = []
  const journal = { keep: (record: LedgerRecord) => void kept.push(record), drop: () => undefined }
  return { kept, tracked: trackCutOff({ journal, signal, frame, elapsed: () => 7 }) }
}

test('from the start there is a record for the case that nothing more is heard', () => {
  expect(track().kept).toMatchObject([
    { ...frame, outcome: 'failed', reason: 'job-died', durationMs: 7, changes: [] },
  ])
})

test('it names the step that was begun last, and tells the reporter all the same', () => {
  const { kept, tracked } = track()
  const heard: string[] = []
  const reporter = tracked.reporter({ report: ({ kind }) => void heard.push(kind) })
  reporter.report({ kind: 'step', machine: 'a', name: 'upload' })
  reporter.report({ kind: 'output', machine: 'a', stream: 'stdout', line: 'x' })
  expect(kept.at(-1)).toMatchObject({
    event: { step: 'upload' },
    message: expect.stringContaining('"upload"'),
  })
  expect(kept).toHaveLength(2)
  expect(heard).toEqual(['step', 'output'])
})

test('only of a change of files it promises that the machine undoes it', () => {
  const messageOf = (operation: string): string | undefined => {
    const kept: LedgerRecord[] = []
    const journal = { keep: (record: LedgerRecord) => void kept.push(record), drop: () => undefined }
    trackCutOff({ journal, frame: { ...frame, operation }, elapsed: () => 7 })
    return kept[0]?.message
  }
  expect(messageOf('configure')).toBe(
    'its job died before its first step: what was not confirmed, the machine undoes by itself',
  )
  expect(messageOf('run')).toBe('its job died before its first step')
})

test('of long work it says that the machine goes on with it', () => {
  const { kept, tracked } = track()
  const reporter = tracked.reporter({ report: () => undefined })
  const messageAt = (name: string): string | undefined => {
    reporter.report({ kind: 'step', machine: 'a', name })
    return kept.at(-1)?.message
  }
  expect(messageAt('baseline common: Install packages')).toContain('the machine goes on with that by itself')
  expect(messageAt('make ready app 1a2b3c4')).toContain('goes on')
  expect(messageAt('swap')).toContain('undoes by itself')
})

test('once the run is cancelled the record says so, until the work ended', () => {
  const cancel = new AbortController()
  const { kept, tracked } = track(cancel.signal)
  cancel.abort()
  expect(kept.at(-1)).toMatchObject({ reason: 'cancelled' })
  const end: LedgerRecord = {
    ...frame,
    outcome: 'ok',
    reason: 'already-so',
    message: 'm',
    durationMs: 1,
    changes: [],
  }
  tracked.end(end)
  expect(kept.at(-1)).toBe(end)
})

test('a cancel behind the end changes nothing', () => {
  const cancel = new AbortController()
  const { kept, tracked } = track(cancel.signal)
  tracked.end({ ...frame, outcome: 'ok', reason: 'already-so', message: 'm', durationMs: 1, changes: [] })
  cancel.abort()
  expect(kept.at(-1)).toMatchObject({ outcome: 'ok' })
})
