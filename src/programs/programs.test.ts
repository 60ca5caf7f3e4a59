import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { programCommand, programText } from './program.js'

const source = join(import.meta.dirname, '..')
const programs = readdirSync(import.meta.dirname, { encoding: 'utf8', recursive: true })
const shell = programs.filter((name) => name.endsWith('.sh'))
const python = programs.filter((name) => name.endsWith('.py'))

function complaintsOf(argv: readonly string[], input: string): string {
  const [program = '', ...args] = argv
  const ended = spawnSync(program, args, { input, encoding: 'utf8' })
  return ended.status === 0 ? ended.stderr : `${program}: ${ended.error?.message ?? ended.stderr}`
}

test.each(shell)('%s is understood by the shells that it is for', (name) => {
  const text = programText(name)
  const shells = programCommand(name).argv[0] === 'sh' ? ['dash', 'bash'] : ['bash']
  expect(shells.map((program) => complaintsOf([program, '-n'], text)).join('')).toBe('')
})

test.each(python)(
  '%s is understood by the Python of this computer, and has nothing in it that 3.9 does not',
  (name) => {
    const parse =
      'import ast, sys; text = sys.stdin.read(); compile(text, "program", "exec"); ast.parse(text, feature_version=(3, 9))'
    expect(complaintsOf(['python3', '-c', parse], programText(name))).toBe('')
  },
)

test('every program that is asked for is there, and every one that is there is asked for', () => {
  const files = readdirSync(source, { encoding: 'utf8', recursive: true }).filter((name) =>
    /(?<!test)\.(ts|sh)$/.test(name),
  )
  const texts = files
    .filter((name) => !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(source, name), 'utf8'))
  const asked = texts.flatMap((text) =>
    [...text.matchAll(/'([a-z0-9-]+\/[a-z0-9_-]+\.(?:sh|py))'|^\. \.\/(\S+)$/gm)].map(
      ([, own, part]) => own ?? part,
    ),
  )
  expect([...new Set(asked)].sort()).toEqual([...shell, ...python].sort())
})
