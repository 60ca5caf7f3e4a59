import { userInfo } from 'node:os'
import { expect, test } from 'vitest'
import { formatLocalId, makeLocalRun } from './local-run.js'

test('a run at a shell has an id that sorts by time', () => {
  expect(formatLocalId({ time: new Date('2026-11-21T21:43:05.678Z'), tail: '9f3c' })).toBe(
    'local-20261121T214305-9f3c',
  )
})

test('no two runs at a shell have the same id', () => {
  const ids = new Set(Array.from({ length: 5 }, () => makeLocalRun({}).id))
  expect(ids.size).toBeGreaterThan(3)
  expect(makeLocalRun({ USER: 'anna' })).toMatchObject({ attempt: 1, actor: 'anna' })
  expect(makeLocalRun({}).actor).toBe(userInfo().username)
})
