import { expect, test } from 'vitest'
import type { LedgerRecord } from '../events/record.js'
import { trackCutOff } from './cut-off.js'

const about = { machine: 'a', operation: 'configure' }
const frame = {
  id: 'r1',
  run: { id: '1', attempt: 1, actor: 'anna' },
  time: '2026-11-22T00:00:00.000Z',
  config: 'c0ffee',
}

function track(signal?: AbortSignal): { kept: LedgerRecord[]; tracked: ReturnType<typeof trackCutOff> } {
  const kept: LedgerRecord[] = []
  const journal = { keep: (record: LedgerRecord) => void kept.push(record), drop: () => undefined }
  return { kept, tracked: trackCutOff({ ...about, journal, signal, frame, elapsed: () => 7 }) }
}

test('from the start there is a record for the case that nothing more is heard', () => {
  expect(track().kept).toMatchObject([
    { ...frame, ...about, outcome: 'failed', reason: 'job-died', durationMs: 7, changes: [] },
  ])
})

test('it names the step that was begun last, and tells the reporter all the same', () => {
  const { kept, tracked } = track()
  const heard: string[] = []
  const reporter = tracked.reporter({ report: ({ kind }) => void heard.push(kind) })
  reporter.report({ kind: 'step', machine: 'a', step: { kind: 'transfer', text: 'upload' } })
  reporter.report({ kind: 'output', machine: 'a', stream: 'stdout', line: 'x' })
  expect(kept.at(-1)).toMatchObject({
    event: { kind: 'ended', step: { kind: 'transfer', text: 'upload' } },
    message: expect.stringContaining('"upload"'),
  })
  expect(kept).toHaveLength(2)
  expect(heard).toEqual(['step', 'output'])
})

test.each([
  ['before its first step', undefined, 'its job died before its first step'],
  [
    'in a transaction that the machine undoes',
    { kind: 'swap', text: 'swap' },
    'its job died at step "swap": what was not confirmed, the machine undoes by itself',
  ],
  [
    'in long work that goes on',
    { kind: 'baseline', text: 'baseline common: Install packages' },
    'its job died at step "baseline common: Install packages": the machine goes on with that by itself',
  ],
  [
    'in making code ready',
    { kind: 'make-ready', text: 'app' },
    'its job died at step "app": the machine goes on with that by itself',
  ],
  ['at a step that leaves nothing behind', { kind: 'check', text: 'swap' }, 'its job died at step "swap"'],
] as const)('it says what the machine does when it is cut off %s', (_, step, message) => {
  const { kept, tracked } = track()
  const reporter = tracked.reporter({ report: () => undefined })
  if (step !== undefined) reporter.report({ kind: 'step', machine: 'a', step })
  expect(kept.at(-1)?.message).toBe(message)
})

test('once the run is cancelled the record says so, until the work ended', () => {
  const cancel = new AbortController()
  const { kept, tracked } = track(cancel.signal)
  cancel.abort()
  expect(kept.at(-1)).toMatchObject({ reason: 'cancelled' })
  const end: LedgerRecord = {
    ...frame,
    ...about,
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
  tracked.end({
    ...frame,
    ...about,
    outcome: 'ok',
    reason: 'already-so',
    message: 'm',
    durationMs: 1,
    changes: [],
  })
  cancel.abort()
  expect(kept.at(-1)).toMatchObject({ outcome: 'ok' })
})
