import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'
import type { ActionRan } from '../support/run-drover.ts'

// One machine is held in the middle of a change while its job is ended from outside.
let flock: LocalFlock

beforeAll(async () => {
  flock = await makeLocalFlock('t-kill')
  const made = await flock.report(['create', 'lo-1', 'lo-2'])
  expect(made.ran.code, made.ran.stderr + made.ran.stdout).toBe(0)
})

afterEach(async () => {
  await flock.on('lo-1', 'rm -f /run/drover/hold/swapped')
})

afterAll(async () => {
  await flock?.remove()
})

interface Event {
  readonly machine: string
  readonly outcome: string
  readonly reason: string
  readonly message: string
  readonly step?: string
  readonly note?: boolean
}

/** What the log has of a run, newest first. */
async function eventsOf(runId: string): Promise<readonly Event[]> {
  const { data } = await flock.report(['history', '--limit', '100'])
  return (data as (Event & { readonly run_id: string })[]).filter((event) => event.run_id === runId)
}

interface Task {
  readonly runId: string
  readonly temp: string
  readonly child: ChildProcess
  readonly ended: Promise<ActionRan>
}

/** A job that configures both machines, and is held when the new files of one are in place. */
async function startTask(runId: string): Promise<Task> {
  flock.ops.push(
    {
      'config/machines/lo-1/greeting': `Hello of ${runId}\n`,
      'config/machines/lo-2/greeting': `Hello of ${runId}\n`,
    },
    runId,
  )
  await flock.on('lo-1', 'mkdir -p /run/drover/hold && touch /run/drover/hold/swapped')
  const temp = join(flock.folder, 'temp', runId)
  let child: ChildProcess | undefined
  const ended = flock.action(
    { operation: 'configure', machines: 'lo-1 lo-2' },
    { runId, temp, onChild: (started) => (child = started) },
  )
  const at =
    'for i in $(seq 100); do grep -qsx swapped /var/lib/drover/tx/*/point && exit 0; sleep 0.1; done; exit 1'
  const { machines } = await flock.report(['run', 'lo-1', '--', at])
  expect(machines[0]?.outcome).toBe('ok')
  if (child === undefined) throw new Error('no process was started')
  return { runId, temp, child, ended }
}

const post = ({ runId, temp }: Pick<Task, 'runId' | 'temp'>): Promise<ActionRan> =>
  flock.action({ operation: 'configure', machines: 'lo-1 lo-2' }, { runId, temp, entry: 'post' })

const record = (runId: string, result: string): Promise<ActionRan> =>
  flock.action(
    { operation: 'record', for: 'configure', machines: 'lo-1 lo-2', 'job-result': result },
    { runId },
  )

test('a job that is killed leaves one record of how far it got, and no other', async () => {
  const task = await startTask('7001')
  task.child.kill('SIGKILL')
  expect((await task.ended).signal).toBe('SIGKILL')
  expect(await eventsOf('7001')).not.toContainEqual(expect.objectContaining({ machine: 'lo-1' }))
  const posted = await post(task)
  expect(posted.code, posted.stdout).toBe(0)
  expect((await eventsOf('7001')).filter(({ machine }) => machine === 'lo-1')).toMatchObject([
    {
      outcome: 'failed',
      reason: 'job-died',
      step: 'swap',
      message: 'its job died at step "swap": what was not confirmed, the machine undoes by itself',
    },
  ])
  const again = await post(task)
  expect([again.code, again.stdout]).toEqual([0, ''])
  const account = await record('7001', 'failure')
  expect(account.code).toBe(1)
  expect(account.summary).toContain('its job died at step')
  expect((await eventsOf('7001')).map(({ machine }) => machine).sort()).toEqual(['lo-1', 'lo-2'])
})

test('a job that is cancelled as GitHub cancels says so, and unlocks the machine', async () => {
  const task = await startTask('7002')
  const startedMs = performance.now()
  task.child.kill('SIGINT')
  const timers = [
    setTimeout(() => task.child.kill('SIGTERM'), 7500),
    setTimeout(() => task.child.kill('SIGKILL'), 10_000),
  ]
  await task.ended
  for (const timer of timers) clearTimeout(timer)
  expect(performance.now() - startedMs).toBeLessThan(12_000)
  await flock.on('lo-1', 'rm -f /run/drover/hold/swapped')
  expect((await post(task)).code).toBe(0)
  const events = await eventsOf('7002')
  expect(events.filter(({ machine }) => machine === 'lo-1')).toMatchObject([{ reason: 'cancelled' }])
  expect((await record('7002', 'cancelled')).code).not.toBe(0)
  expect(await eventsOf('7002')).toHaveLength(events.length)
  // The lock is free, and the machine has one of the two states as a whole.
  const { machines } = await flock.report(['configure', 'lo-1'])
  expect(machines[0]).toMatchObject({ outcome: 'changed' })
  expect(await flock.on('lo-1', 'cat /etc/hello/greeting')).toBe('Hello of 7002\n')
})

test('a computer that vanished leaves nothing, and the record of the run says so', async () => {
  const task = await startTask('7003')
  task.child.kill('SIGKILL')
  await task.ended
  const account = await record('7003', 'failure')
  expect(account.code).toBe(1)
  expect((await eventsOf('7003')).filter(({ machine }) => machine === 'lo-1')).toMatchObject([
    { outcome: 'failed', reason: 'job-died', message: 'its job ended without a record' },
  ])
})
