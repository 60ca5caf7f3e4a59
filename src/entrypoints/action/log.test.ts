import { expect, test } from 'vitest'
import type { Outcome } from '../../base/outcome.js'
import { type GroupedLog, openGroupedLog } from './log.js'

function openTestLog(): { log: GroupedLog; lines: string[]; tick: (ms: number) => void } {
  const lines: string[] = []
  let nowMs = 0
  const log = openGroupedLog({
    line: (text) => lines.push(text),
    openGroup: (title) => lines.push(`[ ${title}`),
    closeGroup: () => lines.push(']'),
    warn: (message) => lines.push(`warning ${message}`),
    nowMs: () => nowMs,
  })
  return {
    log,
    lines,
    tick: (ms) => {
      nowMs += ms
    },
  }
}

const outcome: Outcome = {
  machine: 'a',
  operation: 'configure',
  kind: 'failed',
  reason: 'command-failed',
  message: 'it broke',
  hint: 'mend it',
  steps: [],
  durationMs: 1500,
}

test('a machine has one group, and machines do not mix', () => {
  const { log, lines } = openTestLog()
  for (const machine of ['a', 'b']) log.report({ kind: 'started', machine, operation: 'configure' })
  log.report({ kind: 'step', machine: 'a', step: { kind: 'stage', text: 'stage' } })
  log.report({ kind: 'output', machine: 'b', stream: 'stdout', line: 'from b' })
  log.report({ kind: 'output', machine: 'a', stream: 'stderr', line: 'from a' })
  log.report({
    kind: 'step-done',
    machine: 'a',
    step: { kind: 'stage', text: 'stage', status: 'failed', durationMs: 100, detail: 'why' },
  })
  expect(lines).toEqual([])
  log.report({ kind: 'finished', machine: 'a', outcome })
  expect(lines).toEqual([
    '[ a: configure: failed',
    '> stage',
    '  | from a',
    '> stage: failed in 0.1 s',
    '  ! why',
    'failed in 1.5 s: it broke (command-failed)',
    'hint: mend it',
    ']',
  ])
  lines.length = 0
  log.close()
  expect(lines).toEqual(['[ b: not finished', '  | from b', ']'])
})

test('no line of a machine begins as a command to the runner', () => {
  const { log, lines } = openTestLog()
  log.report({ kind: 'started', machine: 'a', operation: 'run' })
  for (const line of [
    '::error::x',
    ' ::set-env name=A::b',
    'y\r::add-mask::a',
    '##[error]z',
    '\u001b[0m::debug::q',
  ]) {
    log.report({ kind: 'output', machine: 'a', stream: 'stdout', line })
  }
  log.report({ kind: 'step', machine: 'a', step: { kind: 'stage', text: '::group::x' } })
  log.report({ kind: 'notice', level: 'info', message: '::error::x\n::error::y' })
  log.report({
    kind: 'finished',
    machine: 'a',
    outcome: { ...outcome, message: '::error::m', hint: '\n::error::h' },
  })
  expect(lines.length).toBeGreaterThan(8)
  for (const line of lines) {
    expect(line).not.toMatch(/^\s*::/)
    expect(line).not.toContain('##[')
    expect(line).not.toMatch(/[\r\n\u001b]/)
  }
})

test('the heartbeat says who is at which step, and nothing when nobody is', () => {
  const { log, lines, tick } = openTestLog()
  log.heartbeat()
  for (const machine of ['a', 'b', 'c', 'd', 'e', 'f']) {
    log.report({ kind: 'started', machine, operation: 'configure' })
  }
  log.report({ kind: 'step', machine: 'b', step: { kind: 'stage', text: 'stage' } })
  log.report({ kind: 'finished', machine: 'a', outcome })
  lines.length = 0
  tick(15_000)
  log.heartbeat()
  expect(lines).toEqual([
    '5 at work, 1 done: b configure: stage (15 s); c configure (15 s); d configure (15 s); e configure (15 s); f configure (15 s)',
  ])
})

test('a machine that never stops talking fills no memory', () => {
  const { log, lines } = openTestLog()
  for (let index = 0; index < 10_005; index += 1) {
    log.report({ kind: 'output', machine: 'a', stream: 'stdout', line: 'x' })
  }
  log.close()
  expect(lines).toHaveLength(10_003)
  expect(lines.at(-2)).toBe('… 5 more lines were not kept')
})
