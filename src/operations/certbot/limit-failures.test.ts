import { describe, expect, test } from 'vitest'
import { failuresPassMs } from './limit-failures.js'

const nowMs = Date.parse('2026-11-22T12:00:00Z')
const minute = 60_000
const ago = (...minutes: readonly number[]): readonly number[] =>
  minutes.map((count) => nowMs - count * minute)
const passAfter = (onMachineMs: readonly number[], onBranchMs: readonly number[]): number | undefined => {
  const ms = failuresPassMs({ nowMs, onMachineMs, onBranchMs })
  return ms === undefined ? undefined : (ms - nowMs) / minute
}

describe('failed authorizations', () => {
  test.each([
    ['two on the machine', ago(1, 2), [], undefined],
    ['three on the machine, in any order', ago(59, 10, 20), [], 1],
    ['three on the branch', [], ago(10, 20, 30), 30],
    ['four: the oldest of the newest three counts', ago(50, 40, 30, 5), [], 20],
    ['two that both know of and one that is over an hour old', ago(10, 20, 60), ago(10, 20), undefined],
    ['three on both: the later end holds', ago(10, 20, 30), ago(5, 15, 25), 35],
  ] as const)('%s', (_, onMachine, onBranch, minutes) => {
    expect(passAfter(onMachine, onBranch)).toBe(minutes)
  })

  test('are over at the very moment that was told', () => {
    const times = ago(30, 20, 10)
    const freeMs = failuresPassMs({ nowMs, onMachineMs: times, onBranchMs: [] }) ?? 0
    expect(failuresPassMs({ nowMs: freeMs, onMachineMs: times, onBranchMs: [] })).toBeUndefined()
    expect(failuresPassMs({ nowMs: freeMs - 1, onMachineMs: times, onBranchMs: [] })).toBe(freeMs)
  })
})
