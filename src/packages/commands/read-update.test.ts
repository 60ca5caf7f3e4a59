import { expect, test } from 'vitest'
import { readUpdate, type UpdateReport } from './read-update.js'
import { updateProgram } from './update.js'

function read(text: string): { readonly report: UpdateReport; readonly told: readonly string[] } {
  const told: string[] = []
  const reader = readUpdate({
    onStep: (name) => told.push(`begins ${name}`),
    onStepDone: ({ name, status }) => told.push(`ended ${name} with ${status}`),
    onWaiting: (who) => told.push(`waits for ${who}`),
    onOutput: (line) => told.push(`> ${line}`),
  })
  for (const line of text.split('\n')) reader.line(line)
  return { report: reader.result(), told }
}

const nothing: UpdateReport = {
  would: [],
  changed: [],
  left: [],
  repaired: [],
  hasManager: true,
  isWhole: true,
}

test('an update that did something', () => {
  const { report, told } = read(`drover-update waiting 812 apt-get
drover-update step upgrade
Setting up plain (2.0) ...
drover-update done 0 upgrade
drover-update changed plain 1.0 2.0
drover-update changed linux-image-7 - 7.0
drover-update changed old-one 3:1 -
drover-update repaired slow
drover-update left kept 1.0 2.0 held
drover-update needs-reboot kernel 7.0
drover-update end`)
  expect(report).toEqual({
    ...nothing,
    changed: [
      { name: 'plain', before: '1.0', after: '2.0' },
      { name: 'linux-image-7', before: null, after: '7.0' },
      { name: 'old-one', before: '3:1', after: null },
    ],
    repaired: ['slow'],
    left: [{ name: 'kept', before: '1.0', after: '2.0', why: 'held' }],
    needsReboot: 'kernel 7.0',
  })
  expect(told).toEqual([
    'waits for 812 apt-get',
    'begins upgrade',
    '> Setting up plain (2.0) ...',
    'ended upgrade with 0',
  ])
})

test.each<[string, string, Partial<UpdateReport>]>([
  ['nothing to do', 'drover-update end', {}],
  [
    'a reboot for a reason that is not told',
    'drover-update needs-reboot\ndrover-update end',
    { needsReboot: '' },
  ],
  [
    'a failure, the last word of which counts',
    'drover-update failed a\ndrover-update failed E: b\ndrover-update end',
    { failed: 'E: b' },
  ],
  ['no package manager', 'drover-update unknown-manager\ndrover-update end', { hasManager: false }],
  ['one that was cut off', 'drover-update step upgrade', { isWhole: false }],
  [
    'what only looks like a word of ours',
    'drover-update constructor\n drover-update end\ndrover-update',
    { isWhole: false },
  ],
])('%s', (_what, text, report) => {
  expect(read(text).report).toEqual({ ...nothing, ...report })
})

test('a dry run has nothing in it that changes packages', () => {
  for (const securityOnly of [true, false]) {
    const [, end = ''] = updateProgram({ securityOnly, isDryRun: true }).split('can_update ||')
    expect(end).not.toMatch(/(^|\|\| |&& )(repair|upgrade|refresh)( |$)/m)
  }
})
