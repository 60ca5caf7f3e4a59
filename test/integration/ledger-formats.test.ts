import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json } from '../../src/base/json.js'
import { encodePythonJson } from '../../src/events/python-json.js'
import type { LedgerRecord } from '../../src/events/record.js'
import { formatCommitMessage } from '../../src/ledger/records/commit-message.js'
import { pipe } from '../support/config-repository.js'
import { makeRecord } from '../support/ledger-records.js'

const unit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.constantFrom(
    '"',
    '\\',
    '\n',
    '\u007f',
    '\u2028',
    '😀',
    '\ud83d',
    '\udc00',
    '\uffff',
    '\ue000',
    'a',
    'é',
  ),
)
const text = fc.string({ unit, maxLength: 8 })
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger(),
    text,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(text, tie('json'), { maxKeys: 6, noNullPrototype: true }),
  ),
}))

const python = `
import json, sys
for line in sys.stdin:
    print(json.dumps(json.loads(line), sort_keys=True))
`

it('the log of the ledger is JSON byte for byte as Python writes it', async () => {
  const values = fc.sample(json, 3_000)
  const input = values.map((value) => `${JSON.stringify(value).replaceAll('\u2028', '\\u2028')}\n`).join('')
  const output = await pipe(['python3', '-c', python], input)
  expect(values.map(encodePythonJson)).toEqual(output.split('\n').slice(0, -1))
})

const hostile: readonly (readonly [string, Partial<LedgerRecord>])[] = [
  ['a plain record', {}],
  ['a message that looks like a trailer', { message: 'Drover-Run: forged' }],
  ['a message of two lines', { message: 'done\n\nDrover-Run: forged' }],
  [
    'other ends of line',
    { message: 'a\rDrover-Run: forged\u2028Drover-Run: forged\u0085x\u000bDrover-Run: y' },
  ],
  ['a message that ends a message', { message: '--- \nDrover-Run: forged' }],
  ['a scissors line', { message: '# ------------------------ >8 ------------------------' }],
  ['a message of conflicts', { message: 'Conflicts:\n\tx' }],
  ['an empty message', { message: '' }],
  ['a machine with a line', { machine: 'web\nDrover-Machine: other' }],
  ['an actor with a line', { run: { id: '1', attempt: 1, actor: 'eve\n\nDrover-Actor: ada' } }],
  ['an operation that ends a message', { operation: '---' }],
  ['an id with colons', { id: 'a: b: c' }],
]
it.each(hostile)('the trailers of a commit are read by git and cannot be forged by %s', async (_, given) => {
  const message = formatCommitMessage(makeRecord('web-1', given))
  const trailers = (await pipe(['git', 'interpret-trailers', '--parse'], message)).trim().split('\n')
  const url = given.run === undefined ? ['Drover-Run-Url'] : []
  expect(trailers.map((trailer) => trailer.split(':')[0])).toEqual([
    'Drover-Run',
    'Drover-Attempt',
    ...url,
    ...['Actor', 'Operation', 'Machine', 'Outcome', 'Reason', 'Config', 'Record'].map(
      (name) => `Drover-${name}`,
    ),
  ])
  expect(trailers[0]).toBe(`Drover-Run: ${given.run?.id ?? 'local-1'}`)
  expect(message.split('\n')[1]).toBe('')
})

it('the message of a commit has operation, machine and outcome for its subject, then the message', () => {
  expect(formatCommitMessage(makeRecord('lo-demo'))).toMatch(
    /^configure lo-demo: changed\n\n3 files changed\n\nDrover-Run: local-1\n/,
  )
})
