import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApplicationFlock, makeApplicationFlock } from '../support/application-flock.ts'
import { openWebSocket } from '../support/websocket.ts'

let flock: ApplicationFlock

beforeAll(async () => {
  flock = await makeApplicationFlock('t-app')
})

afterAll(async () => {
  await flock?.close()
})

describe('create of a group with two instances', () => {
  test('ends with machines that serve, with code by clone and by push', async () => {
    const { machines, ran } = await flock.report(['create', 'lo-1', 'lo-2'])
    expect(ran.code, ran.stdout + ran.stderr).toBe(0)
    expect(machines.map(({ outcome }) => outcome)).toEqual(['changed', 'changed'])
  })
})
