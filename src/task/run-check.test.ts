import { expect, test } from 'vitest'
import { DroverError } from '../base/errors.js'
import type { Step } from '../base/outcome.js'
import type { Session } from '../remote/session.js'
import { runCheck } from './run-check.js'
import type { Task } from './task.js'

const check = { name: 'web', command: 'curl -fsS http://127.0.0.1/' }

/** What a check of a machine whose connection ends like this gives, and the step that is told. */
async function checkWith(exec: Session['exec']): Promise<{ held: boolean | string; steps: readonly Step[] }> {
  const steps: Step[] = []
  const ports = { clock: { elapsed: () => 0 } } as Task['ports']
  const task = {
    ports,
    stepStarted: () => undefined,
    stepDone: (step: Step) => void steps.push(step),
  } as unknown
  const held = await runCheck(task as Task, { exec }, check).catch((error: DroverError) => error.reason)
  return { held, steps }
}

const ended = {
  code: 0,
  signal: null,
  stdout: Buffer.from('out'),
  stderr: Buffer.from('err'),
  truncated: false,
}

test('a command that succeeds holds', async () => {
  const { held, steps } = await checkWith(async () => ({ ...ended, durationMs: 1 }) as never)
  expect([held, steps]).toEqual([
    true,
    [{ kind: 'check', text: 'check web', subject: 'web', status: 'ok', durationMs: 0 }],
  ])
})

test('one that fails does not, and the step has what it said', async () => {
  const { held, steps } = await checkWith(async () => ({ ...ended, code: 7 }) as never)
  expect(held).toBe(false)
  expect(steps).toMatchObject([{ status: 'failed', detail: expect.stringMatching(/7.*\nouterr$/s) }])
})

test('one that hangs does not, and the checks behind it are still made', async () => {
  const hang = new DroverError('a: no answer within 60000 ms', { reason: 'timed-out' })
  const { held, steps } = await checkWith(() => Promise.reject(hang))
  expect(held).toBe(false)
  expect(steps).toMatchObject([{ status: 'failed', detail: 'a: no answer within 60000 ms' }])
})

test('a connection that is lost is no check that fails, and the step is told to have', async () => {
  const lost = new DroverError('a: lost', { reason: 'connection-lost' })
  const { held, steps } = await checkWith(() => Promise.reject(lost))
  expect(held).toBe('connection-lost')
  expect(steps).toMatchObject([{ status: 'failed', detail: 'a: lost' }])
})
