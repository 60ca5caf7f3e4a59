import { execFile } from 'node:child_process'
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Step } from '../workflows/read-templates.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'drover-exercise-'))
const edited = new Set<string>()
const meaning = 'Say on every terminal of a machine that it reboots'

/** What the sources of the copy answer, and what was written there. */
let answers: Answers
let written: readonly string[]
let typeErrors: Promise<string>

interface Answers {
  readonly help: string
  readonly accepted: { readonly kind: string; readonly request?: Readonly<Record<string, unknown>> }
  readonly refused: { readonly kind: string; readonly problems?: readonly { readonly message: string }[] }
  readonly completion: string
}

beforeAll(async () => {
  await copyTree()
  edit('src/operations/reboot/definition.ts', [
    [
      'import type { RequestOf }',
      "import { flag } from '../../request/option.js'\nimport type { RequestOf }",
    ],
    ['const options = {}', `const options = { loud: flag({ summary: '${meaning}' }) }`],
    [
      "inputs: ['machines', 'environment', 'canary']",
      "inputs: ['machines', 'environment', 'canary', 'loud']",
    ],
  ])
  edit('src/operations/reboot/reboot.ts', [
    ['{ view, machines }) => {', '{ view, machines, request }) => {'],
    ['return (task) =>', 'if (request.loud) machines.map(({ name }) => name)\n    return (task) =>'],
  ])
  // The longest of all, beside the others.
  typeErrors = checkTypes()
  const said = await node('scripts/generate.mjs')
  written = said.split('\n').flatMap((line) => /^(\S+): written$/.exec(line)?.[1] ?? [])
  answers = JSON.parse(
    await node('--import', './test/support/typescript-loader.mjs', '--eval', asking),
  ) as Answers
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a flag of one operation is written by hand into its definition and into the code that uses it', () => {
  expect([...edited].sort()).toEqual(
    ['definition.ts', 'reboot.ts'].map((name) => `src/operations/reboot/${name}`),
  )
})

test('what else knows a new flag is written by npm run generate', async () => {
  expect([...written].sort()).toEqual([
    'README.md',
    'action.yml',
    'docs/reference.md',
    'docs/workflows.md',
    'workflows-templates/main/drover.yml',
    'workflows-templates/main/reboot.yml',
  ])
  expect(read('action.yml')).toContain(`  loud:\n    description: "For \`reboot\`: say on every terminal`)
  expect(read('docs/reference.md')).toContain(`| \`--loud\` | - | ${meaning} |`)
  const button = parse(read('workflows-templates/main/reboot.yml'))
  expect(button.on.workflow_dispatch.inputs.loud).toEqual({ type: 'boolean', description: meaning })
  expect(button.jobs.drover.with.loud).toBe('${{ inputs.loud }}')
  const { on, jobs } = parse(read('workflows-templates/main/drover.yml'))
  expect(on.workflow_call.inputs.loud).toMatchObject({ type: 'boolean', default: false })
  expect(jobs.work.steps.map(({ with: given }: Step) => given?.loud)).toContain('${{ inputs.loud }}')
  expect(jobs.shard.steps[0].with).not.toHaveProperty('loud')
  await expect(node('scripts/generate.mjs', '--check')).resolves.toBe('')
})

test('a new flag is in the help, is taken by its operation, and is refused by name elsewhere', () => {
  expect(answers.help).toMatch(new RegExp(`--loud +${meaning}`))
  expect(answers.accepted).toMatchObject({ kind: 'request', request: { operation: 'reboot', loud: true } })
  expect(answers.refused).toMatchObject({
    kind: 'refused',
    problems: [{ message: '--loud: "start" does not take it', hint: 'it belongs to reboot' }],
  })
})

test('a new flag is completed in a shell', () => {
  expect(answers.completion).toMatch(/reboot\)\n(?:(?! {6};;).*\n)*.*words='[^']*--loud/)
})

test('no other file has to change for the types of a new flag', async () => {
  expect(await typeErrors).toBe('')
}, 60_000)

const asking = `
  const { parseArguments } = await import('./src/entrypoints/cli/parse-arguments.ts')
  const { renderOperationHelp } = await import('./src/entrypoints/cli/help.ts')
  const { findOperation, operations } = await import('./src/operations/registry.ts')
  const { completedOperations } = await import('./src/operations/completion/completed-operation.ts')
  const { renderBash } = await import('./src/operations/completion/bash.ts')
  console.log(JSON.stringify({
    help: renderOperationHelp(findOperation('reboot'), { strong: (text) => text }),
    accepted: parseArguments(['reboot', 'lo-1', '--loud']),
    refused: parseArguments(['start', 'lo-1', '--loud']),
    completion: renderBash(completedOperations(operations)),
  }))
`

/** What tsc says of all that reads a definition; the rest of the tree knows none. */
async function checkTypes(): Promise<string> {
  const files = [
    'scripts/generate/generated-files.ts',
    'src/engine/run-operation.ts',
    'src/entrypoints/action/read-request.ts',
    'src/entrypoints/cli/help.ts',
    'src/entrypoints/cli/parse-arguments.ts',
    'src/operations/reboot/reboot.ts',
  ]
  const project = {
    extends: './tsconfig.json',
    compilerOptions: { noEmit: true },
    include: ['src/**/*.d.ts'],
    files,
  }
  writeFileSync(join(folder, 'exercise.json'), JSON.stringify(project))
  return await node('node_modules/typescript/bin/tsc', '--project', 'exercise.json').catch(
    (error: { readonly stdout?: string }) => error.stdout ?? String(error),
  )
}

/** What git has and would take, without what is built. */
async function copyTree(): Promise<void> {
  const listed = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], root)
  const paths = listed.split('\0').filter((path) => !path.startsWith('dist/') && isFile(path))
  for (const path of paths) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    cpSync(join(root, path), join(folder, path), { verbatimSymlinks: true })
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
}

/** False for what was deleted and is not committed yet. */
function isFile(path: string): boolean {
  return path !== '' && lstatSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() === false
}

function edit(path: string, changes: readonly (readonly [string, string])[]): void {
  edited.add(path)
  const text = changes.reduce((before, [from, to]) => {
    expect(before, path).toContain(from)
    return before.replace(from, () => to)
  }, read(path))
  writeFileSync(join(folder, path), text)
}

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

function node(...words: readonly string[]): Promise<string> {
  return run(process.execPath, words, folder)
}

async function run(program: string, words: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await promisify(execFile)(program, [...words], { cwd, maxBuffer: 2 ** 24 })
  return stdout
}
