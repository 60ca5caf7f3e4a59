import { expect, it } from 'vitest'
import { type BaselineReport, readBaselineEvents } from './read-events.js'

function read(lines: readonly (string | object)[]): BaselineReport {
  const reader = readBaselineEvents()
  for (const line of lines) reader.line(typeof line === 'string' ? line : JSON.stringify(line))
  return reader.result()
}

const zone = { role: 'common', task: 'Set the time zone' }
const end = { event: 'end', ok: 1, changed: 0, failed: 0, skipped: 0, unreachable: 0 }

// As ansible-core 2.14 on Debian 12 printed it.
const recorded = `{"event": "begin", "protocol": 1, "ansible": "2.14.18", "check": false}
{"event": "start", "task": "Gathering Facts"}
{"event": "task", "task": "Gathering Facts", "status": "ok", "seconds": 1.306}
{"event": "start", "role": "common", "task": "Say what is upgraded, and when"}
{"event": "task", "role": "common", "task": "Say what is upgraded, and when", "status": "changed", "seconds": 0.407, "item": "/etc/apt/apt.conf.d/20auto-upgrades"}
{"event": "task", "role": "common", "task": "Say what is upgraded, and when", "status": "changed", "seconds": 0.747}
{"event": "start", "role": "redis", "task": "Write the password"}
{"event": "task", "role": "redis", "task": "Write the password", "status": "changed", "seconds": 0.904, "censored": true}
{"event": "start", "role": "common", "task": "Reload sshd", "handler": true}
{"event": "task", "role": "common", "task": "Reload sshd", "handler": true, "status": "changed", "seconds": 0.342}
{"event": "end", "ok": 34, "changed": 14, "failed": 0, "skipped": 22, "unreachable": 0, "ignored": 0, "rescued": 0, "seconds": 40.154}`

it('the report has an outcome for each task, handlers too', () => {
  const report = read(recorded.split('\n'))
  expect(report.tasks.map(({ role, task, status, isHandler }) => [role, task, status, isHandler])).toEqual([
    [undefined, 'Gathering Facts', 'ok', false],
    ['common', 'Say what is upgraded, and when', 'changed', false],
    ['redis', 'Write the password', 'changed', false],
    ['common', 'Reload sshd', 'changed', true],
  ])
  expect(report.tasks[1]?.items).toEqual([{ item: '/etc/apt/apt.conf.d/20auto-upgrades', status: 'changed' }])
  expect(report.tasks[3]?.items).toEqual([])
  expect(report).toMatchObject({ isWhole: true, said: [] })
  expect(report.failure).toBeUndefined()
  expect(report.unfinished).toBeUndefined()
})

it('the report keeps what is no event, and the reader goes on', () => {
  const odd = [
    '[WARNING]: provided hosts list is empty',
    '{not JSON',
    '{"event":"other"}',
    '{"event":"toString"}',
  ]
  const report = read([...odd, '', { event: 'task', ...zone, status: 'ok', seconds: 0.4 }, end])
  expect(report.said).toEqual(odd)
  expect(report.tasks).toHaveLength(1)
})

it('the reader tells of each task as it begins and ends', () => {
  const told: string[] = []
  const reader = readBaselineEvents({
    onStart: ({ task }) => told.push(`start ${task}`),
    onTask: ({ task, status }) => told.push(`${status} ${task}`),
  })
  for (const line of recorded.split('\n').slice(3, 6)) reader.line(line)
  expect(told).toEqual(['start Say what is upgraded, and when', 'changed Say what is upgraded, and when'])
})

it('the report says in which task an output was cut off', () => {
  const report = read([{ event: 'start', ...zone }, '{"event": "task", "role": "com'])
  expect(report).toMatchObject({ isWhole: false, unfinished: zone, tasks: [] })
})

const failed = { event: 'task', ...zone, status: 'failed', seconds: 0.1 }
const failedEnd = { ...end, failed: 1 }
it.each<{ readonly name: string; readonly lines: readonly object[]; readonly failure: object | undefined }>([
  {
    name: 'with its message',
    lines: [{ ...failed, msg: 'no such zone' }, { ...failed, task: 'Next', msg: 'other' }, failedEnd],
    failure: { ...zone, message: 'no such zone' },
  },
  {
    name: 'with the end of what its program printed',
    lines: [
      { ...failed, msg: 'non-zero return code', rc: 1, stderr: '1\n2\n3\n4\n5\nnft: bad\n' },
      failedEnd,
    ],
    failure: { ...zone, message: 'non-zero return code: 2\n3\n4\n5\nnft: bad' },
  },
  {
    name: 'with its standard output when it said nothing else',
    lines: [{ ...failed, msg: 'non-zero return code', rc: 1, stdout: 'E: broken' }, failedEnd],
    failure: { ...zone, message: 'non-zero return code: E: broken' },
  },
  {
    name: 'with the item of its loop',
    lines: [
      { ...failed, item: 'ana', msg: 'no key' },
      { ...failed, msg: 'One or more items failed' },
      failedEnd,
    ],
    failure: { ...zone, message: '"ana": no key' },
  },
  {
    name: 'without what it may not tell',
    lines: [{ ...failed, censored: true }, failedEnd],
    failure: { ...zone, message: 'what it did is not told, because secrets are in it' },
  },
  {
    name: 'when the machine cannot be reached',
    lines: [
      { ...failed, status: 'unreachable', msg: 'gone' },
      { ...end, unreachable: 1 },
    ],
    failure: { ...zone, message: 'gone' },
  },
  {
    name: 'with a status that nobody knows',
    lines: [{ ...failed, status: 'odd' }, failedEnd],
    failure: { ...zone, message: 'failed without a message' },
  },
  {
    name: 'also when the output was cut off after it',
    lines: [{ ...failed, msg: 'x' }],
    failure: { ...zone, message: 'x' },
  },
  {
    name: 'only when it was not ignored',
    lines: [{ ...failed, ignored: true, msg: 'x' }, end],
    failure: undefined,
  },
  { name: 'only when it was not rescued', lines: [{ ...failed, msg: 'x' }, end], failure: undefined },
])('the report names the first failure $name', ({ lines, failure }) => {
  expect(read(lines).failure).toEqual(failure)
})

it('the report keeps differences', () => {
  const report = read([
    { event: 'task', ...zone, status: 'changed', seconds: 1, diff: '--- before\n+++ after' },
    end,
  ])
  expect(report.tasks[0]?.diff).toBe('--- before\n+++ after')
})
