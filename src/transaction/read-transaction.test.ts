import { expect, test } from 'vitest'
import { parseLast, readTransaction, type TransactionReport } from './read-transaction.js'

const marker = 'f00d'.repeat(8)

function frame(fields: object): string {
  const body = JSON.stringify(fields)
  return `${marker} ${body.length} ${body}`
}

const done = (name: string, more: object): string =>
  frame({ f: 'done', kind: name, name, status: 'ok', output: '', truncated: false, ...more })
const changed = frame({ f: 'end', kind: 'changed', why: '' })

function read(lines: readonly string[]): TransactionReport & { readonly heard: readonly string[] } {
  const heard: string[] = []
  const reader = readTransaction(marker, {
    onProgram: () => heard.push('program?'),
    onHello: () => heard.push('hello'),
    onStep: ({ text }) => heard.push(text),
    onStepDone: () => {},
    onConfirm: () => heard.push('confirm?'),
    onWaiting: (holder) => heard.push(`waiting: ${holder}`),
    onNoise: (text) => heard.push(`noise: ${text}`),
    onGarbled: () => heard.push('garbled'),
    elapsed: () => 0,
  })
  for (const line of lines) reader.line(line)
  return { ...reader.result(), heard }
}

test('frames are read as steps with their output', () => {
  const { steps, end, heard } = read([
    frame({ f: 'program' }),
    frame({ f: 'hello' }),
    frame({ f: 'step', kind: 'validate', name: 'validate' }),
    done('validate', { output: 'nginx: syntax is ok\nnginx: test is successful\n' }),
    frame({ f: 'step', kind: 'follow-up', name: 'reload nginx', subject: 'reload nginx' }),
    done('reload nginx', { kind: 'follow-up', subject: 'reload nginx', output: 'x', truncated: true }),
    changed,
  ])
  expect(heard).toEqual(['program?', 'hello', 'validate', 'reload nginx'])
  expect(steps).toEqual([
    {
      kind: 'validate',
      text: 'validate',
      status: 'ok',
      durationMs: 0,
      detail: 'nginx: syntax is ok\nnginx: test is successful',
    },
    {
      kind: 'follow-up',
      text: 'reload nginx',
      subject: 'reload nginx',
      status: 'ok',
      durationMs: 0,
      detail: 'x\n(more was printed)',
    },
  ])
  expect(end).toEqual({ kind: 'changed' })
})

test.each([
  ['failed', frame({ f: 'end', kind: 'failed', why: 'before' }), { kind: 'failed', why: 'before' }],
  [
    'rolled back',
    frame({ f: 'end', kind: 'rolled-back', why: 'after' }),
    { kind: 'rolled-back', why: 'after' },
  ],
  [
    'locked by another',
    frame({ f: 'busy', holder: 'run 7 of anna' }),
    { kind: 'busy', holder: 'run 7 of anna' },
  ],
  ['cut off', frame({ f: 'step', kind: 'swap', name: 'swap' }), undefined],
])('tells an end that is %s', (_name, line, end) => {
  expect(read([line]).end).toEqual(end)
})

test('what a shell prints before the first frame is skipped and told once, a line without an end too', () => {
  const { heard, end } = read([
    'Welcome!',
    'deadbeef 2 {}',
    `prompt> ${frame({ f: 'hello' })}`,
    changed,
    'bye',
  ])
  expect(heard).toEqual(['noise: Welcome!\ndeadbeef 2 {}', 'hello'])
  expect(end).toEqual({ kind: 'changed' })
})

test.each([
  ['another line', 'something else'],
  ['a frame within a line', `x${changed}`],
  ['a frame of another length', changed.replace(/ \d+ /, ' 3 ')],
  ['a frame that is no JSON', `${marker} 3 {x}`],
  ['a frame of a kind that there is not', frame({ f: 'reboot' })],
  ['the frame of another', changed.replace(marker, 'dead'.repeat(8))],
])('%s behind the first frame is refused, and all that follows', (_name, line) => {
  const { end, isGarbled, heard } = read([frame({ f: 'hello' }), line, changed])
  expect({ end, isGarbled, heard }).toEqual({ end: undefined, isGarbled: true, heard: ['hello', 'garbled'] })
})

test('passes on that the machine waits, for a lock or for us', () => {
  expect(read([frame({ f: 'waiting', holder: 'run 7 of anna' }), frame({ f: 'confirm' })]).heard).toEqual([
    'waiting: run 7 of anna',
    'confirm?',
  ])
})

test('tells what the machine decided in our absence, of this transaction only', () => {
  expect(parseLast('Welcome!\nid1 rolled-back watch\n', 'id1')).toEqual({
    kind: 'rolled-back',
    why: 'watch',
  })
  expect(parseLast('id1 changed\n', 'id1')).toEqual({ kind: 'changed' })
  expect(parseLast('id2 changed\n', 'id1')).toBeUndefined()
  expect(parseLast('', 'id1')).toBeUndefined()
})
