import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The built `dist` as processes, in a folder without node_modules: as a runner has it.
const root = join(import.meta.dirname, '../..')
let app = ''

beforeAll(() => {
  app = mkdtempSync(join(tmpdir(), 'drover-doors-'))
  for (const part of ['dist', 'bin', 'package.json'])
    cpSync(join(root, part), join(app, part), { recursive: true })
  spawnSync('git', ['init', '--quiet', '--bare', join(app, 'empty.git')])
})

afterAll(() => rmSync(app, { recursive: true, force: true }))

interface CommandExit {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const basics = { PATH: process.env.PATH ?? '', HOME: tmpdir(), USER: 'ann' }

function ended({ status, stdout, stderr }: SpawnSyncReturns<string>): CommandExit {
  return { code: status, out: stdout, err: stderr }
}

function drover(argv: readonly string[], node = process.execPath): CommandExit {
  const settings = { cwd: app, env: basics, encoding: 'utf8' } as const
  return ended(spawnSync(node, [join(app, 'bin/drover.js'), ...argv], settings))
}

function action(
  inputs: Readonly<Record<string, string>>,
): CommandExit & { outputs: string; summary: string } {
  const files = { GITHUB_OUTPUT: join(app, 'output'), GITHUB_STEP_SUMMARY: join(app, 'summary') }
  for (const file of Object.values(files)) writeFileSync(file, '')
  const env = {
    ...basics,
    ...files,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    GITHUB_RUN_ID: '77',
    GITHUB_ACTOR: 'ann',
  }
  const run = spawnSync(process.execPath, [join(app, 'bin/action.js')], { cwd: app, env, encoding: 'utf8' })
  return {
    ...ended(run),
    outputs: readFileSync(files.GITHUB_OUTPUT, 'utf8'),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
  }
}

/** A part that is missing is a failure in CI, not a skip. */
const isCi = Boolean(process.env.CI)
/** Another Node than the one of node_modules, as a person without it has. */
const otherNode = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .map((folder) => join(folder, 'node'))
  .find((file) => existsSync(file))

test('the command shows help and version', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(drover(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  const help = drover(['--help'])
  expect([help.code, help.err]).toEqual([0, ''])
  expect(help.out).toContain('configure')
  expect(help.out).not.toContain('\u001b')
  expect(drover(['configure', '--help']).out).toContain('--plan-digest DIGEST')
})

test('the command refuses a misspelt operation in one sentence', () => {
  expect(drover(['confgure', 'lo-a'])).toEqual({
    code: 2,
    out: '',
    err: 'error: drover: no operation is named "confgure"\n  hint: did you mean "configure"? drover --help lists them\n',
  })
})

test('the command says that the branch does not exist, also as JSON', () => {
  const argv = ['list', '--repository', join(app, 'empty.git')]
  const text = drover(argv)
  expect(text.code).toBe(2)
  expect(text.err).toMatch(/^error: .*"config".*\n {2}hint: /)
  const json = drover([...argv, '--json'])
  expect(json.code).toBe(2)
  expect(json.err).toBe('')
  expect(JSON.parse(json.out)).toMatchObject({ reason: 'branch-missing', exitCode: 2 })
})

test.skipIf(otherNode === undefined && !isCi)('the command works on the Node of the system', () => {
  expect(otherNode, 'a second Node in PATH').toBeDefined()
  const { code, err } = drover(['list', '--repository', join(app, 'empty.git')], otherNode)
  expect(code).toBe(2)
  expect(err).toContain('"config"')
})

// `script` gives the process a terminal (util-linux).
const hasScript = spawnSync('script', ['--version']).status === 0
test.skipIf(!hasScript && !isCi)(
  'the command terminates nothing when a wrong name is typed at a terminal',
  () => {
    const command = `"${process.execPath}" bin/drover.js terminate lo-a --repository empty.git`
    const { status, stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
      cwd: app,
      env: { ...basics, TERM: 'xterm' },
      input: 'lo-b\n',
      encoding: 'utf8',
    })
    expect(status).toBe(2)
    expect(stdout).toContain('type the names again')
    expect(stdout).toContain('"lo-b" is not "lo-a"')
  },
)

test('the action refuses an unknown operation with annotation, outputs and summary', () => {
  const { code, out, outputs, summary } = action({ operation: 'confgure' })
  expect(code).toBe(2)
  expect(out).toMatch(
    /^::error title=drover confgure::input "operation": no operation is named "confgure"%0A[^\n]+\n$/,
  )
  expect(outputs).toMatch(
    /^outcome=failed\nreason-code=unknown-operation\nchanged=\[\]\nfailed=\[\]\ncommit=\ncanary=\[\]\nshards=\[\]\nmachines=\[\]\nfiles=\nresult=\{.+\}\n$/,
  )
  expect(summary).toContain('no operation is named "confgure"')
})

test('the action masks its secrets before anything else, and says how it ended', () => {
  const secrets = JSON.stringify({ DB: 'hunter2-hunter2' })
  const { code, out, outputs } = action({
    operation: 'list',
    repository: join(app, 'empty.git'),
    secrets,
    token: 'tok-12345',
  })
  expect(code).toBe(2)
  const lines = out.trimEnd().split('\n')
  expect(lines.slice(0, 2).sort()).toEqual(['::add-mask::hunter2-hunter2', '::add-mask::tok-12345'])
  const rest = lines.filter((line) => !line.startsWith('::add-mask::')).join('\n')
  expect(rest).toMatch(/^::error title=drover list::.*"config"/m)
  expect(rest + outputs).not.toMatch(/hunter2|tok-12345/)
  expect(outputs).toMatch(/^reason-code<<(\S+)\nbranch-missing\n\1$/m)
})

test('the action fails on an unknown operation within four times the start of an empty Node', () => {
  const empty = join(app, 'empty.mjs')
  writeFileSync(empty, '')
  const env = { ...basics, INPUT_OPERATION: 'confgure' }
  const time = (file: string): number => {
    const startMs = performance.now()
    spawnSync(process.execPath, [file], { env })
    return performance.now() - startMs
  }
  // The starts take turns, so that other work of the computer slows both; the median of eleven counts.
  const pairs = Array.from({ length: 11 }, () => [time(empty), time(join(app, 'bin/action.js'))] as const)
  const ratios = pairs.map(([emptyMs, actionMs]) => actionMs / emptyMs).sort((a, b) => a - b)
  expect(ratios[5]).toBeLessThan(4)
})
