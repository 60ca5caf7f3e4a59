import { expect, test } from 'vitest'
import { DroverError } from '../base/errors.js'
import type { Step } from '../base/outcome.js'
import type { ExecOptions, Session } from '../remote/session.js'
import type { Task } from '../task/task.js'
import { runChecks } from './run-checks.js'

const checks = [
  { name: 'web', command: 'curl -fsS http://127.0.0.1/' },
  { name: 'db', command: 'pg_isready' },
]

interface Ended {
  readonly failed: unknown
  readonly steps: readonly Step[]
}

/** What a machine that prints this and then ends like this gives, and the steps that are told. */
async function checksWith(lines: readonly string[], end: () => Partial<{ code: number }>): Promise<Ended> {
  const steps: Step[] = []
  const task = {
    machine: { name: 'a', checks },
    ports: { clock: { elapsed: () => 0, random: () => 0 } },
    stepStarted: () => undefined,
    stepDone: (step: Step) => void steps.push(step),
  } as unknown as Task
  const exec = async (_command: unknown, { onLine }: ExecOptions): Promise<unknown> => {
    for (const line of lines)
      onLine?.(`${line.startsWith('| ') ? '' : `${'0'.repeat(16)} `}${line}`, 'stdout')
    return { code: 0, signal: null, stdout: Buffer.alloc(0), stderr: Buffer.from('no bash\n'), ...end() }
  }
  const failed = await runChecks(task, { exec: exec as Session['exec'] }).catch((error: DroverError) => error)
  return { failed, steps }
}

const passed = ['step check web', 'done check web 0']
const both = [...passed, 'step check db', '| refused', 'done check db 1']

test('checks that fail are told with what they printed, each as a step', async () => {
  const { failed, steps } = await checksWith(both, () => ({}))
  expect(failed).toEqual([{ check: 'db', detail: 'refused' }])
  expect(steps).toMatchObject([
    { kind: 'check', text: 'check web', subject: 'web', status: 'ok' },
    { kind: 'check', text: 'check db', status: 'failed', detail: 'refused' },
  ])
})

test('a lost connection is no check that fails, and the step that was under way is told to have', async () => {
  const { failed, steps } = await checksWith([...passed, 'step check db'], () => {
    throw new DroverError('a: lost', { reason: 'connection-lost' })
  })
  expect(failed).toMatchObject({ reason: 'connection-lost' })
  expect(steps.at(-1)).toMatchObject({ kind: 'check', text: 'check db', status: 'failed', detail: 'a: lost' })
})

test.each([
  ['a machine that cannot run them is no check that fails', [], { code: 127 }],
  ['checks that were not all run do not pass', passed, {}],
])('%s', async (_name, lines, end) => {
  const { failed } = await checksWith(lines, () => end)
  expect(failed).toMatchObject({ reason: 'command-failed', message: expect.stringContaining('no bash') })
})
