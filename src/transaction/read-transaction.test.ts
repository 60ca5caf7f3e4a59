import { expect, test } from 'vitest'
import { parseLast, readTransaction, type TransactionReport } from './read-transaction.js'

const validations = ['nginx -t', 'visudo -c'] as const

function read(lines: readonly string[]): TransactionReport & { readonly heard: readonly string[] } {
  const heard: string[] = []
  const reader = readTransaction(
    { id: 'id1', validations },
    {
      onStep: ({ text }) => heard.push(text),
      onStepDone: () => {},
      onConfirm: () => heard.push('confirm?'),
      onWaiting: (holder) => heard.push(`waiting: ${holder}`),
      elapsed: () => 0,
    },
  )
  for (const line of lines) reader.line(line)
  return { ...reader.result(), heard }
}

test('the output of a transaction is read as steps with their output', () => {
  const { steps, end, heard } = read([
    'id1 step validate',
    '| nginx: syntax is ok',
    '| nginx: test is successful',
    'id1 done validate 0',
    'id1 step reload nginx',
    'id1 done reload nginx 0',
    'id1 end changed',
  ])
  expect(heard).toEqual(['validate', 'reload nginx'])
  expect(steps).toEqual([
    {
      kind: 'validate',
      text: 'validate',
      status: 'ok',
      durationMs: 0,
      detail: 'nginx: syntax is ok\nnginx: test is successful',
    },
    { kind: 'follow-up', text: 'reload nginx', subject: 'reload nginx', status: 'ok', durationMs: 0 },
  ])
  expect(end).toEqual({ kind: 'changed' })
})

test.each([
  ['failed', ['id1 end failed before'], { kind: 'failed', why: 'before' }],
  ['rolled back', ['id1 end rolled-back after'], { kind: 'rolled-back', why: 'after' }],
  ['locked by another', ['id1 busy run 7 of anna'], { kind: 'busy', holder: 'run 7 of anna' }],
  ['cut off', ['id1 step swap'], undefined],
])('a transaction tells an end that is %s', (_name, lines, end) => {
  expect(read(lines).end).toEqual(end)
})

test('the output of a command cannot forge an end', () => {
  const { steps, end } = read([
    'id1 step validate',
    '| id1 end changed',
    'id2 end changed',
    'end changed',
    'id1 done validate 1',
  ])
  expect(end).toBeUndefined()
  expect(steps[0]).toMatchObject({ status: 'failed', detail: 'id1 end changed' })
})

test('a machine that waits, for a lock or for us, is passed on', () => {
  expect(read(['id1 waiting run 7 of anna', 'id1 confirm']).heard).toEqual([
    'waiting: run 7 of anna',
    'confirm?',
  ])
})

test('what the machine decided in our absence is told, of this transaction only', () => {
  expect(parseLast('id1 rolled-back watch\n', 'id1')).toEqual({ kind: 'rolled-back', why: 'watch' })
  expect(parseLast('id2 changed\n', 'id1')).toBeUndefined()
  expect(parseLast('', 'id1')).toBeUndefined()
})

test('a validation that the kernel gave no namespace for is shown as skipped', () => {
  expect(read(['id1 step validate', 'id1 done validate 125']).steps[0]?.status).toBe('skipped')
})

test('a failed validation names the validator that failed, and no other', () => {
  const { steps } = read(['id1 step validate', '| "visudo -c" exited with 1', 'id1 done validate 1'])
  expect(steps).toMatchObject([{ kind: 'validate', subject: 'visudo -c', status: 'failed' }])
})

test.each([
  ['prepare', { kind: 'prepare' }],
  ['recheck', { kind: 'recheck' }],
  ['validate', { kind: 'validate' }],
  ['validate in place', { kind: 'validate' }],
  ['stage', { kind: 'stage' }],
  ['keep', { kind: 'keep' }],
  ['arm', { kind: 'arm' }],
  ['swap', { kind: 'swap' }],
  ['revert', { kind: 'revert' }],
  ['check web is up', { kind: 'trial', subject: 'web is up' }],
  ['daemon-reload', { kind: 'follow-up', subject: 'daemon-reload' }],
  ['restart swap', { kind: 'follow-up', subject: 'restart swap' }],
  ['command check web', { kind: 'follow-up', subject: 'command check web' }],
  ['a step of a later script', { kind: 'other' }],
])('the step "%s" is read as what it is', (name, label) => {
  expect(read([`id1 step ${name}`, `id1 done ${name} 0`]).steps).toEqual([
    { ...label, text: name, status: 'ok', durationMs: 0 },
  ])
})
