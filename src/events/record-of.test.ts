import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Outcome, outcomeKinds, type Step, stepStatuses } from '../base/outcome.js'
import { type ReasonCode, reasons } from '../base/reasons.js'
import { type StepKind, stepKinds } from '../base/step-kinds.js'
import { encodeLogLine, parseLogLine } from './log-event.js'
import type { LedgerRecord } from './record.js'
import { eventOfKeys, keysOfEvent, outcomeOfEvent, type RecordFrame, recordOf } from './record-of.js'

const text = fc.string({ unit: 'grapheme' })
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...(Object.keys(stepKinds) as StepKind[])),
  text,
  status: fc.constantFrom(...stepStatuses),
})
const outcome: fc.Arbitrary<Outcome> = fc.record({
  machine: text,
  operation: text,
  kind: fc.constantFrom(...outcomeKinds),
  reason: fc.constantFrom(...(Object.keys(reasons) as ReasonCode[])),
  message: text,
  steps: fc.array(step),
  durationMs: fc.nat(),
})
const frame: fc.Arbitrary<RecordFrame> = fc.record({
  id: text,
  run: fc.record(
    { id: text, attempt: fc.nat(), actor: text, url: text },
    { requiredKeys: ['id', 'attempt', 'actor'] },
  ),
  time: text,
  config: text,
})
/** Keys of an operation's own; those that say what happened are the record's. */
const facts = fc.dictionary(
  text.filter((key) => !['note', 'step', 'step_kind', '__proto__'].includes(key)),
  fc.oneof(text, fc.boolean(), fc.integer(), fc.array(text)),
)

function lineOf(record: LedgerRecord): ReturnType<typeof parseLogLine> {
  return parseLogLine(encodeLogLine(record))
}

test('an outcome that went into the log comes back with its last failed step, and without the others', () => {
  fc.assert(
    fc.property(outcome, frame, fc.option(facts, { nil: undefined }), (one, framing, more) => {
      const event = lineOf(recordOf(one, { ...framing, facts: more }))
      if ('broken' in event) throw new Error(event.broken)
      const failed = one.steps.findLast(({ status }) => status === 'failed')
      expect(outcomeOfEvent(event)).toEqual({ ...one, steps: failed === undefined ? [] : [failed] })
      expect(event).toMatchObject({ record: framing.id, run_id: framing.run.id, config: framing.config })
    }),
  )
})

test('what happened comes back from the keys of its line', () => {
  fc.assert(
    fc.property(
      outcome,
      frame,
      fc.option(facts, { nil: undefined }),
      fc.boolean(),
      (one, framing, more, isNote) => {
        const { event } = recordOf(one, { ...framing, facts: more, isNote })
        if (event === undefined) return
        const { facts: told = {}, ...rest } = event
        const { facts: back = {}, ...restBack } = eventOfKeys(keysOfEvent(event))
        expect([restBack, back]).toEqual([rest, told])
      },
    ),
  )
})

test('an earlier line, which names a step without its kind, is read', () => {
  const run = { run_id: '1', run_attempt: 1, actor: 'ann' }
  const end = { outcome: 'failed', reason: 'check-failed', message: 'm', duration_ms: 5 }
  const line = { time: 't', machine: 'a', operation: 'configure', config: 'c', record: 'r', ...run, ...end }
  const event = parseLogLine(JSON.stringify({ ...line, step: 'check web' }))
  if ('broken' in event) throw new Error(event.broken)
  expect(outcomeOfEvent(event).steps).toEqual([{ kind: 'other', text: 'check web', status: 'failed' }])
})

test('a line has the kind of its step beside the text', () => {
  const failed: Step = { kind: 'follow-up', text: 'reload nginx', status: 'failed' }
  const record = recordOf(
    {
      machine: 'web-1',
      operation: 'create',
      kind: 'rolled-back',
      reason: 'follow-up-failed',
      message: 'm',
      steps: [failed],
      durationMs: 5,
    },
    { id: 'r', run: { id: '7', attempt: 1, actor: 'ada' }, time: 't', config: 'c', facts: { files: 3 } },
  )
  expect(encodeLogLine(record)).toBe(
    '{"actor": "ada", "config": "c", "duration_ms": 5, "files": 3, "machine": "web-1", "message": "m", ' +
      '"operation": "create", "outcome": "rolled-back", "reason": "follow-up-failed", "record": "r", ' +
      '"run_attempt": 1, "run_id": "7", "step": "reload nginx", "step_kind": "follow-up", "time": "t"}\n',
  )
})
