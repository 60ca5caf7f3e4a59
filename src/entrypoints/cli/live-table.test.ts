import { expect, test } from 'vitest'
import { type ActivityBoard, makeActivityBoard } from '../../report/activity.js'
import { plainPaint } from '../../report/text/paint.js'
import { renderLiveTable } from './live-table.js'

const frame = { columns: 40, rows: 24, nowMs: 3000, paint: plainPaint }

function boardOf(count: number): ActivityBoard {
  const board = makeActivityBoard()
  for (let index = 0; index < count; index += 1) {
    board.note({ kind: 'started', machine: `lo-${index}`, operation: 'configure' }, 1000)
    board.note({ kind: 'step', machine: `lo-${index}`, step: { kind: 'stage', text: 'stage' } }, 2000)
  }
  return board
}

test('shows machine, elapsed time, step and what it last printed', () => {
  const board = boardOf(1)
  expect(renderLiveTable(board, frame)).toBe('lo-0  2.0 s  stage')
  board.note({ kind: 'output', machine: 'lo-0', stream: 'stdout', line: 'unpacking' }, 2500)
  expect(renderLiveTable(board, frame)).toBe('lo-0  2.0 s  stage | unpacking')
  board.note({ kind: 'step', machine: 'lo-0', step: { kind: 'stage', text: 'swap' } }, 2600)
  expect(renderLiveTable(board, frame)).toBe('lo-0  2.0 s  swap')
})

test('counts the machines that are done', () => {
  const board = boardOf(2)
  const outcome = { operation: 'configure', reason: 'done', message: '', steps: [], durationMs: 1 } as const
  board.note(
    { kind: 'finished', machine: 'lo-0', outcome: { ...outcome, machine: 'lo-0', kind: 'changed' } },
    1,
  )
  expect(renderLiveTable(board, frame)).toBe('lo-1  2.0 s  stage\ndone: 1 changed')
})

test('fits the window', () => {
  const board = boardOf(100)
  board.note({ kind: 'output', machine: 'lo-0', stream: 'stdout', line: 'x'.repeat(500) }, 1)
  const lines = renderLiveTable(board, { ...frame, rows: 10 }).split('\n')
  expect(lines.length).toBeLessThan(10)
  expect(lines.at(-1)).toBe('… and 94 more')
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(40)
})
