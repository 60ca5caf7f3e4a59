import { readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import type { AppSettings } from '../../app/create-app.js'
import type { Result } from '../../engine/result.js'
import type { AnyRequest } from '../../request/request.js'
import { runCli } from './main.js'
import type { Terminal } from './terminal.js'
import { version } from './version.js'

type Perform = (request: AnyRequest, settings: AppSettings, interrupt: () => void) => Promise<Result>

interface Tried {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly requests: readonly AnyRequest[]
}

/** Runs the command line on streams of our own, with a world that answers as told. */
async function tryCli(
  argv: readonly string[],
  {
    tty = false,
    typed,
    perform = answer,
    env = {},
    exits = [],
  }: { tty?: boolean; typed?: string; perform?: Perform; env?: object; exits?: number[] } = {},
): Promise<Tried> {
  const requests: AnyRequest[] = []
  let interrupt = (): void => undefined
  const stream = (): PassThrough & { isTTY: boolean } => Object.assign(new PassThrough(), { isTTY: tty })
  const terminal: Terminal = {
    stdin: stream(),
    stdout: stream(),
    stderr: stream(),
    env: { TERM: 'dumb', USER: 'ann', ...env },
    cwd: '/',
    toolkit: '/',
    onInterrupt: (listener) => {
      interrupt = listener
      return () => undefined
    },
    exit: (code) => exits.push(code),
    load: async () => ({
      createApp: (settings) => ({
        clean: (text) => text.replaceAll('hunter2', '***'),
        perform: async (request) => {
          requests.push(request)
          return await perform(request, settings, () => interrupt())
        },
      }),
    }),
  }
  if (typed !== undefined) (terminal.stdin as PassThrough).write(typed)
  const code = await runCli(argv, terminal)
  const read = (from: Terminal['stdout']): string => String((from as PassThrough).read() ?? '')
  return { code, out: read(terminal.stdout), err: read(terminal.stderr), requests }
}

const answer: Perform = async (request, { run }) => ({
  operation: request.operation,
  run,
  kind: 'ok',
  reason: 'already-so',
  message: 'all well',
  exitCode: 0,
  outcomes: ['lo-a', 'lo-b'].map((machine) => ({
    machine,
    operation: request.operation,
    kind: 'ok',
    reason: 'already-so',
    message: 'well',
    steps: [],
    durationMs: 1,
  })),
  problems: [],
  durationMs: 1,
})

test('prints the result to standard output and gives its exit status', async () => {
  const { code, out, err } = await tryCli(['configure', 'all'], {
    perform: async (request, settings, interrupt) => ({
      ...(await answer(request, settings, interrupt)),
      exitCode: 1,
    }),
  })
  expect(code).toBe(1)
  expect(out).toContain('configure: 2 ok · exit 1')
  expect(err).toBe('')
})

test('what is for a file or a pipe is printed as it is, and nothing beside it', async () => {
  const perform: Perform = async (request, settings, interrupt) => ({
    ...(await answer(request, settings, interrupt)),
    output: '# a file\nKEY\n',
  })
  expect(await tryCli(['seal-key'], { perform })).toMatchObject({ code: 0, out: '# a file\nKEY\n', err: '' })
  expect(JSON.parse((await tryCli(['seal-key', '--json'], { perform })).out)).not.toHaveProperty('output')
})

test('progress goes to standard error as plain lines where there is no terminal', async () => {
  const { err, out } = await tryCli(['run', 'all', '--', 'x'], {
    perform: async (request, settings, interrupt) => {
      const result = await answer(request, settings, interrupt)
      const [outcome] = result.outcomes
      const { report } = settings.reporter
      report({ kind: 'started', machine: 'lo-a', operation: 'run' })
      report({ kind: 'step', machine: 'lo-a', step: { kind: 'stage', text: 'exec' } })
      report({ kind: 'output', machine: 'lo-a', stream: 'stdout', line: 'hello\rworld' })
      if (outcome !== undefined) report({ kind: 'finished', machine: 'lo-a', outcome })
      report({ kind: 'notice', level: 'warning', message: 'slow' })
      return result
    },
  })
  expect(err.split('\n')).toEqual([
    'lo-a: exec …',
    'lo-a | hello',
    'lo-a | world',
    'lo-a: run: ok in 0.0 s',
    'warning: slow',
    '',
  ])
  expect(out).not.toContain('hello')
})

test('--json prints one document and nothing else, also for bad arguments', async () => {
  const good = await tryCli(['list', '--json'])
  expect(JSON.parse(good.out)).toMatchObject({ operation: 'list', exitCode: 0, run: { actor: 'ann' } })
  const bad = await tryCli(['lst', '--json'])
  expect(bad.code).toBe(2)
  expect(JSON.parse(bad.out)).toMatchObject({ outcome: 'failed', reason: 'unknown-operation', exitCode: 2 })
  expect(good.err + bad.err).toBe('')
})

test('bad arguments load nothing, and are told on standard error', async () => {
  const { code, out, err, requests } = await tryCli(['configur', 'a'])
  expect([code, out, requests.length]).toEqual([2, '', 0])
  expect(err).toBe(
    'error: drover: no operation is named "configur"\n  hint: did you mean "configure"? drover --help lists them\n',
  )
})

test('terminate without a terminal and without --yes is refused', async () => {
  const { code, err, requests } = await tryCli(['terminate', 'lo-*'])
  expect([code, requests.length]).toEqual([2, 0])
  expect(err).toContain('there is no terminal to ask at')
  expect(err).toContain('--yes')
})

test('terminate asks for the names again and hands them on', async () => {
  const { code, requests } = await tryCli(['terminate', 'lo-a', 'lo-b'], { tty: true, typed: 'lo-b, lo-a\n' })
  expect(code).toBe(0)
  expect(requests).toMatchObject([{ operation: 'terminate', confirm: ['lo-b', 'lo-a'] }])
})

test('terminate of a pattern shows the names that it stands for', async () => {
  const { code, requests, err } = await tryCli(['terminate', 'lo-*'], { tty: true, typed: 'lo-a lo-b\n' })
  expect(code).toBe(0)
  expect(requests.map(({ operation }) => operation)).toEqual(['list', 'terminate'])
  expect(err).toContain('terminate ends these 2 machines and all they hold: lo-a lo-b')
})

test.each([
  ['a wrong name', 'lo-b\n'],
  ['nothing', '\n'],
  ['too many names', 'lo-a lo-b\n'],
  ['Ctrl-C', '\u0003'],
])('terminate ends nothing when %s is typed', async (_name, typed) => {
  const { code, requests, err } = await tryCli(['terminate', 'lo-a'], { tty: true, typed })
  expect([code, requests.length]).toEqual([2, 0])
  expect(err).toContain('terminate: not confirmed')
})

test('a dry run of terminate asks nothing', async () => {
  const { requests } = await tryCli(['terminate', 'lo-a', '--dry-run'])
  expect(requests).toMatchObject([{ dryRun: true }])
})

test('the key of the environment is handed on as a secret, unless a file is named', async () => {
  const seen: AppSettings[] = []
  const perform: Perform = async (request, settings, interrupt) => {
    seen.push(settings)
    return await answer(request, settings, interrupt)
  }
  const env = { DROVER_SSH_KEY: 'KEY' }
  await tryCli(['list'], { perform, env })
  await tryCli(['list', '--ssh-key-file', 'k'], { perform, env })
  expect(seen[0]?.sshKey?.reveal()).toBe('KEY')
  expect([seen[1]?.sshKey, seen[1]?.sshKeyFile]).toEqual([undefined, 'k'])
})

test('the first interruption cancels the work, the second ends the process', async () => {
  const exits: number[] = []
  const { err, code } = await tryCli(['configure', 'all'], {
    exits,
    perform: async (request, settings, interrupt) => {
      interrupt()
      expect([settings.signal?.aborted, exits]).toEqual([true, []])
      interrupt()
      return { ...(await answer(request, settings, interrupt)), exitCode: 3 }
    },
  })
  expect(err).toBe('drover: stopping in good order; press Ctrl-C again to stop at once\n')
  expect([code, exits]).toEqual([3, [130]])
})

test('connect leaves Ctrl-C to the shell that it opened', async () => {
  await tryCli(['connect', 'lo-a'], {
    perform: async (request, settings, interrupt) => {
      interrupt()
      expect(settings.signal?.aborted).toBe(false)
      return await answer(request, settings, interrupt)
    },
  })
  expect.assertions(1)
})

test('what nobody foresaw is exit 70, without secrets, with a request to report it', async () => {
  const { code, err } = await tryCli(['list'], {
    perform: async () => {
      throw new TypeError('cannot read hunter2')
    },
  })
  expect(code).toBe(70)
  expect(err).not.toContain('hunter2')
  expect(err).toContain('error: drover: a defect of Drover: cannot read ***')
  expect(err).toContain('report this')
})

test('help names every operation and flag of the shell, and no input of the action', async () => {
  const { code, out } = await tryCli(['--help'])
  expect(code).toBe(0)
  for (const word of ['list', 'configure', 'history', '--ssh-key-file FILE', '--dry-run', '130']) {
    expect(out).toContain(word)
  }
  expect(out).not.toMatch(/--(token|ssh-key |secrets |confirm)/)
  const { out: own } = await tryCli(['run', '--help'])
  expect(own).toMatch(/^drover run MACHINE… \[options\] -- COMMAND/)
  expect(own).not.toContain('--yes')
})

test('the version is that of the package', async () => {
  expect((await tryCli(['--version'])).out).toBe(`${version}\n`)
  const { version: packaged } = JSON.parse(
    readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
  )
  expect(version).toBe(packaged)
})

test('colours are for terminals, and not for NO_COLOR', async () => {
  const tty = { tty: true, env: { TERM: 'xterm' } }
  expect((await tryCli(['list'], tty)).out).toContain('\u001b[')
  expect((await tryCli(['list'])).out).not.toContain('\u001b[')
  expect((await tryCli(['list'], { tty: true, env: { TERM: 'xterm', NO_COLOR: '1' } })).out).not.toContain(
    '\u001b[',
  )
})
