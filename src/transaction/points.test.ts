import { expect, test } from 'vitest'
import { programText } from '../programs/program.js'
import { points } from './points.js'
import { transactionArchive, transactionCommand } from './transaction.js'

/** What changes without a point before it, and why that is right. */
const exceptions: Readonly<Record<string, string>> = {
  transactionCommand: 'the script that knows points comes with the archive; "receive" is right behind',
}

const scripts = programText('configure/transaction.sh')

test('the points of the list are those that the scripts name', () => {
  expect(namedPoints(scripts)).toEqual(points.map(({ name }) => name).sort())
})

test('a point stands before every step that changes something', () => {
  expect(stepsWithoutPoint(allFunctions()).filter((step) => !(nameOf(step) in exceptions))).toEqual([])
})

test('each exception is needed by a step', () => {
  const names = new Set(stepsWithoutPoint(allFunctions()).map(nameOf))
  expect(Object.keys(exceptions).filter((name) => !names.has(name))).toEqual([])
})

test.each([
  ['a function of its own', 'tidy() {\n  rm -rf /srv/old\n}\nwork() {\n  tidy\n}', ['tidy: rm']],
  [
    'a caller that names its point too late',
    'work() {\n  move\n  point swap\n}\nmove() { mv a b; }',
    ['move: mv'],
  ],
  ['one of two callers', 'one() { point a; move; }\ntwo() { move; }\nmove() { mv a b; }', ['move: mv']],
  [
    'no function whose caller passes a point first',
    'work() {\n  point swap\n  each_file move\n}\nmove() { mv a b; }',
    [],
  ],
  ['no word that only looks like a step', 'say_it() { echo "rm and mv"; }', []],
])('a step without a point is found in %s', (_what, script, expected) => {
  expect(stepsWithoutPoint(readFunctions(script))).toEqual(expected)
})

type Functions = ReadonlyMap<string, string>

/** Functions of a script with their bodies; one of several lines ends with a brace of its own. */
function readFunctions(script: string): Functions {
  const found = script.matchAll(/^([a-z_]+)\(\) \{(?:(.*)\}|((?:\n(?!\}).*)*)\n\})$/gm)
  return new Map([...found].map(([, name = '', line, block]) => [name, line ?? block ?? '']))
}

/** What is not in a function of the scripts but runs on the machine too. */
function allFunctions(): Functions {
  const command = transactionCommand({ id: 'id1', lockWaitSeconds: 1, holder: 'nobody' }, 1)
  const archive = transactionArchive({
    id: 'id1',
    files: [],
    validations: [],
    followUps: [],
    checks: [],
    stamp: '',
    stampEnv: '',
    managed: { files: [], links: [] },
    holder: '',
    lockWaitSeconds: 1,
  })
  const unit = archive.find(({ path }) => path === 'recover.service')?.bytes.toString() ?? ''
  return new Map([
    ...readFunctions(scripts),
    ['transactionCommand', command.argv[2] ?? ''],
    ['recover.service', unit.replaceAll("'", ' ; ')],
  ])
}

function namedPoints(script: string): readonly string[] {
  const names = [...script.matchAll(/\bpoint ([a-z-]+)|\b(?:swap|revert)_point=([a-z-]+)/g)]
  return [...new Set(names.map(([, one, other]) => one ?? other ?? ''))].sort()
}

const atStart = String.raw`(?:^|[;&|{(!]|\b(?:then|else|do|limited|command|exec)\b)\s*(?:[a-z]+=\S*\s+)*`
const changing = new RegExp(
  `${atStart}(mv|rm|ln|cp|tar|chown|chmod|mkdir|mkfifo|rmdir|install|truncate|dd|tee|touch|systemd-run|systemctl|mount)\\b`,
  'gm',
)

/** `FUNCTION: COMMAND` for each command that changes something and can be reached without passing a point. */
function stepsWithoutPoint(functions: Functions): readonly string[] {
  return [...functions].flatMap(([name, body]) =>
    [...body.matchAll(changing)]
      .filter(({ index }) => !isBehindPoint({ name, index }, functions, new Set()))
      .map(([, command]) => `${name}: ${command}`),
  )
}

interface Place {
  readonly name: string
  readonly index: number
}

/** Behind a point in its own function, or each of its callers is. */
function isBehindPoint({ name, index }: Place, functions: Functions, seen: ReadonlySet<string>): boolean {
  const before = (functions.get(name) ?? '').slice(0, index)
  if (/\bpoint\s+\S/.test(before) || callsPointing(before, functions)) return true
  if (seen.has(name)) return true
  const callers = callersOf(name, functions)
  const next = new Set([...seen, name])
  return callers.length > 0 && callers.every((caller) => isBehindPoint(caller, functions, next))
}

/** Whether a function that passes a point was called before. */
function callsPointing(text: string, functions: Functions): boolean {
  return [...functions].some(
    ([name, body]) => /\bpoint\s/.test(body) && new RegExp(`\\b${name}\\b`).test(text),
  )
}

function callersOf(name: string, functions: Functions): readonly Place[] {
  return [...functions].flatMap(([caller, body]) =>
    caller === name
      ? []
      : [...body.matchAll(new RegExp(`(?<![-\\w/.$"])${name}(?![-\\w=.])`, 'g'))].map(({ index }) => ({
          name: caller,
          index,
        })),
  )
}

function nameOf(step: string): string {
  return step.slice(0, step.indexOf(':'))
}
