import { expect, test } from 'vitest'
import { findOperation } from '../../operations/registry.js'
import { type Arguments, parseArguments } from './parse-arguments.js'

function problemsOf(argv: readonly string[]): readonly string[] {
  const parsed = parseArguments(argv)
  return parsed.kind === 'refused' ? parsed.problems.map(({ message }) => message) : []
}

function hintsOf(argv: readonly string[]): readonly (string | undefined)[] {
  const parsed = parseArguments(argv)
  return parsed.kind === 'refused' ? parsed.problems.map(({ hint }) => hint) : []
}

function requestOf(argv: readonly string[]): Extract<Arguments, { kind: 'request' }> {
  const parsed = parseArguments(argv)
  if (parsed.kind !== 'request') throw new Error(JSON.stringify(parsed))
  return parsed
}

test('arguments name an operation and machines', () => {
  expect(requestOf(['configure', 'lo-a', 'group:web', '!lo-b']).request).toEqual({
    operation: 'configure',
    selectors: ['lo-a', 'group:web', '!lo-b'],
    dryRun: false,
    parallel: 20,
    rollback: false,
    baseline: false,
    planDigest: undefined,
    since: undefined,
    to: undefined,
  })
})

test('flags stand anywhere, with a space or an equals sign', () => {
  const { request, values, json } = requestOf([
    '--branch=other',
    'configure',
    '--dry-run',
    'lo-a',
    '--parallel',
    '3',
    '--since=HEAD~1',
    '--json',
  ])
  expect(request).toMatchObject({ selectors: ['lo-a'], dryRun: true, parallel: 3, since: 'HEAD~1' })
  expect(values.get('branch')).toBe('other')
  expect(json).toBe(true)
})

const commands: readonly (readonly [readonly string[], string])[] = [
  [['uptime'], 'uptime'],
  [['df -h | tail -1'], 'df -h | tail -1'],
  [['echo', 'a b', '$HOME'], "echo 'a b' '$HOME'"],
  [['ls', '--all'], 'ls --all'],
  [['ls', '--', '--json'], 'ls -- --json'],
]
test.each(commands)('the words %j behind "--" are the command %s', (words, command) => {
  const { request, json } = requestOf(['run', 'all', '--', ...words])
  expect(request.command).toBe(command)
  expect(request.selectors).toEqual(['all'])
  expect(json).toBe(false)
})

test('--yes confirms', () => {
  expect(requestOf(['terminate', 'a', '--yes']).request.yes).toBe(true)
  expect(requestOf(['terminate', 'a']).request.yes).toBe(false)
})

test('help and version go before everything else', () => {
  expect(parseArguments(['--help'])).toEqual({ kind: 'help' })
  expect(parseArguments(['configure', '-h', '--nonsense'])).toEqual({
    kind: 'help',
    operation: findOperation('configure'),
  })
  expect(parseArguments(['confgure', '--help'])).toEqual({ kind: 'help' })
  expect(parseArguments(['--version'])).toEqual({ kind: 'version' })
})

const cases: readonly (readonly [string, readonly string[], string, string | RegExp])[] = [
  ['no operation', [], 'drover: no operation is named', /--help/],
  ['a misspelt operation', ['confgure', 'a'], 'drover: no operation is named "confgure"', /"configure"/],
  ['an operation near to nothing', ['xyzzy'], 'drover: no operation is named "xyzzy"', /^drover --help/],
  ['a misspelt flag', ['list', '--brnch', 'x'], '--brnch: is no flag of drover', /"--branch"/],
  ['a short flag', ['list', '-x'], '-x: is no flag of drover', /--help/],
  ['an input of the action', ['list', '--token', 'x'], '--token: is no flag of drover', /credentials/],
  ['a key as argument', ['list', '--ssh-key=K'], '--ssh-key: is no flag of drover', /--ssh-key-file/],
  ['a flag without its value', ['list', '--branch'], '--branch: needs a value', /--branch=VALUE/],
  ['a flag for a value', ['list', '--branch', '--json'], '--branch: needs a value', /VALUE/],
  ['an empty value', ['list', '--branch='], '--branch: needs a value', /VALUE/],
  ['a value for a flag', ['list', '--json=yes'], '--json: takes no value, got "yes"', ''],
  ['a flag twice', ['list', '--branch=a', '--branch=b'], '--branch: is given twice', ''],
  ['a bad count', ['list', '--parallel', 'many'], '--parallel: "many" is not a count', /whole number/],
  ['a count of nothing', ['list', '--parallel', '0'], '--parallel: "0" is not a count', /from 1/],
  [
    'a flag of another operation',
    ['run', 'a', '--dry-run', '--', 'x'],
    '--dry-run: "run" does not take it',
    /configure/,
  ],
  ['no machine', ['configure'], 'configure: no machine is named', /`all`/],
  ['no file', ['replay'], 'replay: no file is named', ''],
  ['no command', ['run', 'a'], 'run: no command is given', /-- COMMAND/],
  ['an empty command', ['run', 'a', '--', ' '], 'run: no command is given', /-- COMMAND/],
  ['a command for another operation', ['list', '--', 'x'], '--: "list" takes no command', /only "run"/],
]
test.each(cases)('a command line with %s is refused', (_name, argv, message, hint) => {
  expect(problemsOf(argv)).toEqual([message])
  expect(hintsOf(argv)[0] ?? '').toMatch(hint)
})

test('a refusal names all that is wrong at once', () => {
  expect(problemsOf(['configure', '--paralel=3', '--limit=4', '--parallel=x'])).toEqual([
    '--paralel: is no flag of drover',
    '--limit: "configure" does not take it',
    '--parallel: "x" is not a count',
    'configure: no machine is named',
  ])
})

test('a refusal keeps to --json', () => {
  expect(parseArguments(['nope', '--json'])).toMatchObject({ kind: 'refused', json: true })
})

test('operations about a folder take one folder, and what they take besides', () => {
  const { request } = requestOf(['init', 'ops', '--toolkit', 'a/b@c', '--repository', 'd/e', '--name', 'f'])
  expect(request).toMatchObject({
    selectors: ['ops'],
    toolkit: 'a/b@c',
    repository: 'd/e',
    name: 'f',
  })
  expect(requestOf(['workflows', 'sync', '--check', 'ops']).request).toMatchObject({
    selectors: ['sync', 'ops'],
    check: true,
  })
  expect(requestOf(['doctor']).request.selectors).toEqual([])
})

test.each([
  [['workflows'], 'workflows: takes the word "sync", got nothing'],
  [['workflows', 'ops'], 'workflows: takes the word "sync", got "ops"'],
  [['workflows', 'sync', 'a', 'b'], 'workflows: takes one folder, got 2'],
  [['init', 'a', 'b'], 'init: takes one folder, got 2'],
  [['init', '--parallel', '3'], '--parallel: "init" does not take it'],
  [['init', '--check'], '--check: "init" does not take it'],
  [['list', '--toolkit', 'a/b@c'], '--toolkit: "list" does not take it'],
])('the command line %j is refused', (argv, message) => {
  expect(problemsOf(argv)).toEqual([message])
})
