import { expect, test } from 'vitest'
import type { FollowUp } from '../base/follow-up.js'
import { encodeFollowUp, parseFollowUp } from './follow-up.js'

const followUps: readonly FollowUp[] = [
  { kind: 'daemon-reload' },
  { kind: 'reload', unit: 'nginx' },
  { kind: 'restart', unit: 'app@1.service' },
  { kind: 'command', command: 'ldconfig  && echo "two  spaces"' },
]

test.each(followUps)('a follow-up is the same after it was kept on the machine: $kind', (followUp) => {
  expect(parseFollowUp(encodeFollowUp(followUp))).toEqual(followUp)
})

test.each(['', 'reload', 'halt now', 'daemon-reload x'])(
  'ignores a line that is no follow-up: "%s"',
  (line) => {
    expect(parseFollowUp(line)).toBeUndefined()
  },
)
