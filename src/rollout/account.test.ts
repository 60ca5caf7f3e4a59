import { expect, test } from 'vitest'
import { type Accounting, account, type Entry } from './account.js'

function entry(machine: string, part: Partial<Entry> = {}): Entry {
  return { machine, attempt: 1, outcome: 'changed', isNote: false, ...part }
}

function accounted(part: Partial<Accounting<Entry>>): readonly string[] {
  const all = account({ machines: ['a', 'b'], entries: [], attempt: 1, resultOf: () => 'failure', ...part })
  return all.map((one) => {
    const what = one.kind === 'told' ? one.entry.outcome : one.kind === 'silent' ? one.reason : ''
    return `${one.machine} ${one.kind} ${what}`.trim()
  })
}

test('each machine of the plan is listed once, in its order, whatever else the log has', () => {
  expect(accounted({ entries: [entry('b'), entry('x'), entry('a', { outcome: 'failed' })] })).toEqual([
    'a told failed',
    'b told changed',
  ])
})

test('the newest outcome of a machine counts', () => {
  const entries = [entry('a', { outcome: 'failed' }), entry('a'), entry('b')]
  expect(accounted({ entries })).toEqual(['a told failed', 'b told changed'])
})

test('a record that was only written on the way is no outcome', () => {
  expect(accounted({ entries: [entry('a', { isNote: true }), entry('b')] })).toEqual([
    'a silent job-died',
    'b told changed',
  ])
})

test.each([
  ['cancelled', ['a silent cancelled', 'b told changed']],
  ['failure', ['a silent job-died', 'b told changed']],
  ['success', ['a silent job-died', 'b told changed']],
  ['skipped', ['a untouched', 'b told changed']],
] as const)('a machine without a record is judged by its job, which ended with %s', (result, expected) => {
  expect(accounted({ entries: [entry('b')], resultOf: () => result })).toEqual(expected)
})

test('a canary without a record counts as lost with its job, and the machines whose jobs did not begin count as untouched', () => {
  const resultOf = (machine: string) => (machine === 'a' ? 'failure' : 'skipped')
  expect(accounted({ resultOf })).toEqual(['a silent job-died', 'b untouched'])
})

test('a machine with any record counts as touched, whatever is said of its job', () => {
  const entries = [entry('a', { isNote: true })]
  expect(accounted({ entries, resultOf: () => 'skipped' })).toEqual(['a silent job-died', 'b untouched'])
})

test('only success counts of an earlier attempt, because the rest was tried again', () => {
  const entries = [entry('a', { outcome: 'failed' }), entry('b')]
  expect(accounted({ entries, attempt: 2 })).toEqual(['a silent job-died', 'b told changed'])
})
