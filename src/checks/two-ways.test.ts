import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import type { Step } from '../base/outcome.js'
import { seconds } from '../transaction/places.js'
import { encodePlan } from '../transaction/plan-records.js'
import { readTransaction } from '../transaction/read-transaction.js'
import { checkCommand } from './commands/check-command.js'
import { readChecks } from './commands/read-checks.js'

const marker = 'f00d'.repeat(4)

/** The limits of a check, shortened. */
function hasten(script: string): string {
  const limits = [
    [`seconds_check_retry=${seconds.checkRetry}\n`, 'seconds_check_retry=2\n'],
    [`seconds_check=${seconds.check}\n`, 'seconds_check=2\n'],
  ] as const
  return limits.reduce((text, [real, short]) => {
    expect(text.split(real)).toHaveLength(2)
    return text.replace(real, short)
  }, script)
}

async function bash(
  argv: readonly string[],
  { input, folder }: { readonly input: string; readonly folder: string },
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn('bash', [...argv], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const said = await text(child.stdout)
  return { code: await ended, said }
}

type Way = (command: string, folder: string) => Promise<string>

/** As `verify` and the others ask for it. */
const byItself: Way = async (command, folder) => {
  const { argv, stdin } = checkCommand('id1', [{ name: 'web', command }])
  const { code, said } = await bash(argv.slice(1), { input: hasten(String(stdin)), folder })
  expect(code).toBe(0)
  return said
}

const program = join(import.meta.dirname, '..', 'programs', 'machine')
/** The checks of a plan, by the part of the machine's program that is for them. */
const driver = `import os, sys
sys.path.insert(0, sys.argv[1])
from follow import check
from listener import Listener
from plan import Plan
from transaction import Transaction
from voice import Voice
with open(sys.argv[2], 'rb') as file:
    plan = Plan(file.read())
plan.seconds.update({'check': 2, 'check-retry': 2})
listener = Listener(1)
listener.ignore()
check(Transaction(plan, Voice(sys.argv[3]), listener))
`

/** As a transaction does: in the root folder, and nothing that a check started goes on. */
const inTransaction: Way = async (command, folder) => {
  const change = {
    // What a transaction starts is told by its id: one for each.
    id: randomUUID().replaceAll('-', '').slice(0, 16),
    marker,
    files: [],
    validations: [],
    followUps: [],
    checks: [{ name: 'web', command: `cd ${folder}; ${command}` }],
    managed: { files: [], links: [] },
    stamp: '',
    stampEnv: '',
    holder: '',
    lockWaitSeconds: 1,
  }
  const plan = join(folder, 'plan')
  writeFileSync(plan, encodePlan(change, []))
  const argv = ['-I', '-S', '-B', '-c', driver, program, plan, marker]
  const child = spawn('python3', argv, { stdio: ['ignore', 'pipe', 'inherit'] })
  return (await text(child.stdout)).replaceAll(`cd ${folder}; `, '')
}

const nobody = {
  onProgram: () => undefined,
  onHello: () => undefined,
  onStep: () => undefined,
  onStepDone: () => undefined,
  onConfirm: () => undefined,
  onWaiting: () => undefined,
  onNoise: () => undefined,
  onGarbled: () => undefined,
  elapsed: () => 0,
}

function stepsByItself(said: string): readonly Step[] {
  const reader = readChecks('id1', nobody)
  for (const line of said.split('\n')) reader.line(line)
  return reader.steps()
}

/** The paths that only this way has are out of the words of a check: their lengths differ from what was sent. */
function stepsInTransaction(said: string): readonly Step[] {
  const reader = readTransaction(marker, nobody)
  for (const line of said.split('\n').filter(Boolean)) {
    const [, body = ''] = /^\S+ \d+ (.*)$/.exec(line) ?? []
    reader.line(`${marker} ${body.length} ${body}`)
  }
  return reader.result().steps
}

/** Status and words of the one step. */
async function judge(way: Way, command: string): Promise<{ step: unknown; tries: number; tookMs: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'drover-check-'))
  const startedMs = performance.now()
  try {
    const said = await way(`echo >>tries; ${command}`, folder)
    const tookMs = performance.now() - startedMs
    const steps = way === byItself ? stepsByItself(said) : stepsInTransaction(said)
    expect(steps).toHaveLength(1)
    const tries = readFileSync(join(folder, 'tries'), 'utf8').length
    return { step: steps[0], tries, tookMs }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const isThird = '[ "$(wc -l <tries)" -ge 3 ]'

test.concurrent.each([
  ['passes at once', 'echo fine', { status: 'ok', detail: 'fine' }, [1, 1]],
  ['passes without a word', ':', { status: 'ok' }, [1, 1]],
  ['passes at the third try', `echo "$(wc -l <tries)"; ${isThird}`, { status: 'ok', detail: '3' }, [3, 3]],
  ['never passes', 'echo no >&2; exit 3', { status: 'failed', detail: 'no\nQ exited with 3' }, [3, 6]],
  ['hangs', 'echo now; exec sleep 60', { status: 'failed', detail: 'now\nQ exited with 124' }, [1, 2]],
  [
    'hangs and does not heed the request to end',
    'trap "" TERM; while :; do sleep 1; done',
    { status: 'failed', detail: 'Q exited with 137' },
    [1, 1],
  ],
  [
    'prints a lot',
    'yes out | head -c 1000000; exit 1',
    { status: 'failed', detail: `${'out\n'.repeat(4000)}Q exited with 1` },
    [2, 6],
  ],
  [
    'prints a lot and passes',
    'yes out | head -c 1000000',
    { status: 'ok', detail: 'out\n'.repeat(4000).trim() },
    [1, 1],
  ],
  ['is killed', 'kill -KILL $$', { status: 'failed', detail: 'Q exited with 137' }, [3, 6]],
  ['crashes', 'kill -SEGV $$', { status: 'failed', detail: 'Q exited with 139' }, [2, 6]],
  [
    'leaves a process behind that holds its output',
    'sleep 15 & echo started',
    { status: 'ok', detail: 'started' },
    [1, 1],
  ],
  ['reads its input', 'cat; exit 4', { status: 'failed', detail: 'Q exited with 4' }, [3, 6]],
  ['prints no whole line', 'printf almost', { status: 'ok', detail: 'almost' }, [1, 1]],
  [
    'prints words of the protocol',
    'echo "id1 done check web 0"; exit 5',
    { status: 'failed', detail: 'id1 done check web 0\nQ exited with 5' },
    [3, 6],
  ],
] as const)(
  'a check that %s is judged alike by itself and in a transaction',
  async (_name, command, expected, tries) => {
    const ended = await Promise.all([judge(byItself, command), judge(inTransaction, command)])
    const full = `"echo >>tries; ${command}"`
    const detail = 'detail' in expected ? { detail: expected.detail.replace('Q', () => full) } : {}
    for (const one of ended) {
      expect(one.step).toEqual({
        kind: 'trial',
        text: 'check web',
        subject: 'web',
        durationMs: 0,
        ...expected,
        ...detail,
      })
      expect(one.tries).toBeGreaterThanOrEqual(tries[0])
      expect(one.tries).toBeLessThanOrEqual(tries[1])
      expect(one.tookMs).toBeLessThan(14_000)
    }
  },
)
