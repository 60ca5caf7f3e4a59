import { expect, test } from 'vitest'
import { followCommand, parseFollowed, type UnitExit } from './follow.js'
import { parseState, startCommand, stateCommand, type Transient, transientArchive } from './transient.js'

const transient: Transient = {
  kind: 'code',
  key: '0a1b',
  run: 'f00d',
  script: 'make',
  files: [{ path: 'token', mode: 0o600, bytes: Buffer.from('sesame') }],
  timeoutSeconds: 60,
  lockWaitSeconds: 10.4,
  holder: 'run 1 of anna',
}

test.each([
  ['free\n', { kind: 'free' }],
  ['no-systemd\n', { kind: 'no-systemd' }],
  ['ours f00d\n', { kind: 'ours', run: 'f00d' }],
  ['other run 1 of anna, on lo-1\n', { kind: 'other', holder: 'run 1 of anna, on lo-1' }],
  ['other \n', { kind: 'other', holder: '' }],
  ['ours\n', undefined],
  ['Welcome!\nfree\n', undefined],
  ['', undefined],
])('the state of a unit is read from the answer %j', (answer, state) => {
  expect(parseState(answer)).toEqual(state)
})

test('a line of data gives its bytes and where they stand', () => {
  expect(parseFollowed('data 7 3 AP8K')).toEqual({
    kind: 'data',
    offset: 7,
    bytes: Buffer.from([0, 255, 10]),
  })
})

test.each(['data 7 3 AP8', 'data 7 3 ', 'data 7', 'alive', 'end exit-code exited 1', 'end', '', 'end . .'])(
  'a line that is cut off or says nothing gives nothing: %j',
  (line) => {
    expect(parseFollowed(line)).toBeUndefined()
  },
)

test.each<[string, UnitExit]>([
  ['success exited 0', { kind: 'exited', code: 0 }],
  ['exit-code exited 12', { kind: 'exited', code: 12 }],
  ['exit-code exited 124', { kind: 'exited', code: 124 }],
  ['exit-code exited 137', { kind: 'killed', why: 'it was ended by SIGKILL' }],
  ['signal killed KILL', { kind: 'killed', why: 'it was ended by SIGKILL' }],
  ['success killed TERM', { kind: 'killed', why: 'it was ended by SIGTERM' }],
  ['core-dump dumped SEGV', { kind: 'killed', why: 'it was ended by SIGSEGV' }],
  ['oom-kill killed TERM', { kind: 'killed', why: 'the machine had no memory left for it' }],
  ['gone', { kind: 'killed', why: 'the machine went down' }],
  ['timeout killed TERM', { kind: 'timed-out' }],
  ['timed-out', { kind: 'timed-out' }],
  ['busy run 1 of anna', { kind: 'busy', holder: 'run 1 of anna' }],
  ['busy ', { kind: 'busy', holder: '' }],
  ['replaced', { kind: 'replaced' }],
])('an end of a unit is no success unless it is one: %s', (said, end) => {
  expect(parseFollowed(`end ${said} .`)).toEqual({ kind: 'end', end })
})

test('nothing of the work is in an argument of a process', () => {
  const commands = [startCommand(transient, 1), stateCommand(transient), followCommand(transient, 0)]
  expect(JSON.stringify(commands)).not.toMatch(/sesame|make\b(?! )/)
})

test('the archive ends with the file that says it is whole, and the files have a folder of their own', () => {
  const paths = transientArchive(transient).map(({ path }) => path)
  expect(paths).toEqual(['unit.sh', 'ended.sh', 'script.sh', 'files/token', 'complete'])
})

test('seconds that a unit waits are whole', () => {
  expect(startCommand(transient, 7).argv.slice(-5)).toEqual(['0a1b', '7', 'run 1 of anna', '11', '60'])
})
