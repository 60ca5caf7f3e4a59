import { describe, expect, test } from 'vitest'
import { readTransaction, type TransactionReport } from './read-transaction.js'

function read(lines: readonly string[]): TransactionReport & { readonly heard: readonly string[] } {
  const heard: string[] = []
  const reader = readTransaction('id1', {
    onStep: (name) => heard.push(name),
    onStepDone: () => {},
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
    ['failed', ['id1 end failed validate'], { kind: 'failed', at: 'validate' }],
    ['rolled back', ['id1 end rolled-back follow'], { kind: 'rolled-back', at: 'follow' }],
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

  test('shows a validation that the kernel gave no namespace for as skipped', () => {
    expect(read(['id1 step validate', 'id1 done validate 125']).steps[0]?.status).toBe('skipped')
  })
})
