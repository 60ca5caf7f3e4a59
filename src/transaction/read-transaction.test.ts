import { describe, expect, test } from 'vitest'
import { parseLast, readTransaction, type TransactionReport } from './read-transaction.js'

function read(lines: readonly string[]): TransactionReport & { readonly heard: readonly string[] } {
  const heard: string[] = []
  const reader = readTransaction('id1', {
    onStep: (name) => heard.push(name),
    onStepDone: () => {},
    onConfirm: () => heard.push('confirm?'),
    onWaiting: (holder) => heard.push(`waiting: ${holder}`),
    elapsed: () => 0,
  })
  for (const line of lines) reader.line(line)
  return { ...reader.result(), heard }
}

describe('what a transaction prints', () => {
  test('is read as steps with their output', () => {
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
        name: 'validate',
        status: 'ok',
        durationMs: 0,
        detail: 'nginx: syntax is ok\nnginx: test is successful',
      },
      { name: 'reload nginx', status: 'ok', durationMs: 0 },
    ])
    expect(end).toEqual({ kind: 'changed' })
  })

  test.each([
    ['failed', ['id1 end failed before'], { kind: 'failed', why: 'before' }],
    ['rolled back', ['id1 end rolled-back after'], { kind: 'rolled-back', why: 'after' }],
    ['locked by another', ['id1 busy run 7 of anna'], { kind: 'busy', holder: 'run 7 of anna' }],
    ['cut off', ['id1 step swap'], undefined],
  ])('tells an end that is %s', (_name, lines, end) => {
    expect(read(lines).end).toEqual(end)
  })

  test('cannot be forged by the output of a command', () => {
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

  test('passes on that the machine waits, for a lock or for us', () => {
    expect(read(['id1 waiting run 7 of anna', 'id1 confirm']).heard).toEqual([
      'waiting: run 7 of anna',
      'confirm?',
    ])
  })

  test('tells what the machine decided in our absence, of this transaction only', () => {
    expect(parseLast('id1 rolled-back watch\n', 'id1')).toEqual({ kind: 'rolled-back', why: 'watch' })
    expect(parseLast('id2 changed\n', 'id1')).toBeUndefined()
    expect(parseLast('', 'id1')).toBeUndefined()
  })

  test('shows a validation that the kernel gave no namespace for as skipped', () => {
    expect(read(['id1 step validate', 'id1 done validate 125']).steps[0]?.status).toBe('skipped')
  })
})
