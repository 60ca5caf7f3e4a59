import { expect, test } from 'vitest'
import type { Step, StepLabel } from '../../base/outcome.js'
import { isStepKind } from '../../base/step-kinds.js'
import type { ExecutedTransaction } from '../execute-transaction.js'
import { concludeTransaction } from './conclude.js'
import type { SymlinkChange } from './plan-links.js'

const change = (observedLink?: string): SymlinkChange => ({
  link: {
    path: '/srv/app',
    place: '/srv/app',
    to: `/srv/app.releases/${'2'.repeat(12)}-00000000`,
    kind: 'code',
    name: 'app',
    label: 'v2 (222222222222)',
    after: [{ kind: 'restart', unit: 'app' }],
    from: { file: 'flock.yml', line: 9 },
  },
  action: observedLink === undefined ? 'create' : 'switch',
  ...(observedLink === undefined ? {} : { observedLink }),
})
const labelOf = (text: string): StepLabel => {
  const [word = '', subject] = text.split(' ')
  if (word === 'check') return { kind: 'trial', text, ...(subject === undefined ? {} : { subject }) }
  return isStepKind(word) ? { kind: word, text } : { kind: 'follow-up', text, subject: text }
}
const failed = (name: string): Step => ({
  ...labelOf(name),
  status: 'failed',
  durationMs: 1,
  detail: 'no answer',
})
const rolledBack = (name: string): ExecutedTransaction => ({
  steps: [failed(name)],
  end: { kind: 'rolled-back', why: 'after' },
})
const old = `/srv/app.releases/${'1'.repeat(12)}-00000000`

test.each([
  [
    'says at which revision the code is again',
    [change(old)],
    'check web failed; the old files are back and code app is at 111111111111 again: no answer',
  ],
  [
    'says that code is gone again that was not there',
    [change()],
    'check web failed; the old files are back and code app is gone again: no answer',
  ],
  [
    'tells of several in one sentence',
    [change(old), change()],
    'check web failed; the old files are back, code app is at 111111111111 again and code app is gone again: no answer',
  ],
  ['says no more than before without symlinks', [], 'check web failed; the old files are back: no answer'],
])('a change of symlinks that was taken back %s', (_name, links, message) => {
  const done = concludeTransaction(rolledBack('check web'), { changed: '', changes: [], links })
  expect(done).toMatchObject({ kind: 'rolled-back', reason: 'check-failed', message })
})

test('a change of symlinks that was taken back points to the symlink whose follow-up failed', () => {
  const done = concludeTransaction(rolledBack('restart app'), {
    changed: '',
    changes: [],
    links: [change(old)],
  })
  expect(done).toMatchObject({ reason: 'follow-up-failed', at: { file: 'flock.yml', line: 9 } })
})

test('a change of symlinks that the machine refused before says that nothing changed', () => {
  const done = concludeTransaction(
    { steps: [failed('recheck')], end: { kind: 'failed', why: 'before' } },
    { changed: '', changes: [], links: [change(old)] },
  )
  expect(done).toMatchObject({
    reason: 'machine-changed',
    message: 'recheck failed; no file was changed: no answer',
  })
})
