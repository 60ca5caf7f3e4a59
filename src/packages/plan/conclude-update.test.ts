import { expect, test } from 'vitest'
import { DroverError } from '../../base/errors.js'
import type { UpdateReport } from '../commands/read-update.js'
import { concludeUpdate, planOfUpdate } from './conclude-update.js'

const nothing: UpdateReport = {
  would: [],
  changed: [],
  left: [],
  repaired: [],
  hasManager: true,
  isWhole: true,
}
const plain = { name: 'plain', before: '1.0', after: '2.0' }
const after = { failedChecks: [], isRebooted: false }
const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => ({ ...plain, name }))

test.each([
  ['nothing', nothing, after, 'ok', 'already-so', 'nothing to upgrade'],
  ['one package', { ...nothing, changed: [plain] }, after, 'changed', 'done', 'upgraded 1 package: plain'],
  [
    'many',
    { ...nothing, changed: many },
    after,
    'changed',
    'done',
    'upgraded 7 packages: a, b, c, d, e and 2 more',
  ],
  ['a repair alone', { ...nothing, repaired: ['slow'] }, after, 'changed', 'done', 'repaired slow'],
  [
    'a reboot alone',
    { ...nothing, needsReboot: '' },
    { ...after, isRebooted: true },
    'changed',
    'done',
    'rebooted',
  ],
  [
    'a held package and a reboot that is wanted',
    { ...nothing, left: [{ ...plain, why: 'held' }], needsReboot: 'kernel 7' },
    after,
    'ok',
    'already-so',
    'nothing to upgrade; left as they are: plain (held); needs a reboot: kernel 7',
  ],
  [
    'a check that does not hold',
    { ...nothing, changed: [plain] },
    { ...after, failedChecks: [{ check: 'web', detail: 'no answer' }] },
    'failed',
    'check-failed',
    'upgraded 1 package: plain; check web failed: no answer',
  ],
  [
    'a failure in the middle',
    { ...nothing, changed: [plain], failed: 'E: no room' },
    after,
    'failed',
    'command-failed',
    'the update failed, after 1 package: plain: E: no room',
  ],
  [
    'a machine that did not come back',
    { ...nothing, changed: [plain] },
    { ...after, trouble: new DroverError('web-1: no answer', { reason: 'unreachable' }) },
    'failed',
    'unreachable',
    'upgraded 1 package: plain; then web-1: no answer',
  ],
] as const)('%s', (_what, report, then, kind, reason, message) => {
  const done = concludeUpdate(report, then)
  expect(done).toMatchObject({ kind, reason, message })
  // What was done is in the record, however it ended.
  expect(done.event).toMatchObject({ packages: report.changed })
})

test('a plan says what would be upgraded, and leaves no event', () => {
  expect(planOfUpdate({ ...nothing, would: [plain] })).toEqual({
    kind: 'ok',
    reason: 'planned',
    message: 'would upgrade 1 package: plain',
    data: { kind: 'update', would: [plain], packages: [], left: [], repaired: [], needsReboot: false },
  })
  expect(planOfUpdate(nothing)).toMatchObject({ kind: 'ok', reason: 'already-so' })
  expect(planOfUpdate({ ...nothing, failed: 'E: no' })).toMatchObject({ kind: 'failed' })
})
