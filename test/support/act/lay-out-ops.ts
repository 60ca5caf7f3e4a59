import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillBlocks } from '../../../src/workflows/secret-blocks.js'

const root = join(import.meta.dirname, '..', '..', '..')

/** GitHub has them since 2026, and act refuses a workflow with a word that it does not know. */
const unknownToAct = ['queue: max', 'deployment: false']

/** The templates for a branch as its ops repository has them, by path, with these secrets in their blocks. */
export function templatesFor(
  branch: 'main' | 'config',
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const folder = join(root, 'workflows-templates', branch)
  const names = readdirSync(folder)
  return Object.fromEntries(
    names.map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return [`.github/workflows/${name}`, forAct(fillBlocks(text, secrets))]
    }),
  )
}

/** What the runner unpacks of the toolkit: the built action of this checkout and its lowest layer. */
export function layOutToolkit(folder: string): string {
  mkdirSync(folder, { recursive: true })
  const parts = ['action.yml', 'package.json', 'bin', 'dist', 'config', 'secrets-templates', 'ansible']
  for (const part of parts.filter((one) => existsSync(join(root, one))))
    cpSync(join(root, part), join(folder, part), { recursive: true })
  return folder
}

/** An action that says what it was given, and fails: for what must not be started unasked. */
export function layOutTrap(folder: string): string {
  mkdirSync(folder, { recursive: true })
  const inputs = [
    'inputs:',
    '  role-to-assume: { description: role }',
    '  aws-region: { description: region }',
  ]
  const runs = ['runs:', '  using: node24', '  main: trap.js']
  const lines = ['name: trap', 'description: for tests', ...inputs, ...runs, '']
  writeFileSync(join(folder, 'action.yml'), lines.join('\n'))
  const given = "process.env['INPUT_ROLE-TO-ASSUME'], process.env['INPUT_AWS-REGION']"
  writeFileSync(join(folder, 'trap.js'), `console.log('asked for', ${given})\nprocess.exitCode = 1\n`)
  return folder
}

/** An action that keeps what it is given in a folder of this computer, by the artifact's name. */
export function layOutUpload(folder: string, uploads: string): string {
  mkdirSync(folder, { recursive: true })
  const names = ['name', 'path', 'if-no-files-found', 'compression-level']
  const inputs = ['inputs:', ...names.map((name) => `  ${name}: { description: ${name} }`)]
  const runs = ['runs:', '  using: node24', '  main: upload.js']
  writeFileSync(
    join(folder, 'action.yml'),
    ['name: upload', 'description: for tests', ...inputs, ...runs, ''].join('\n'),
  )
  const program = `const { cpSync } = require('node:fs')
const { basename, join } = require('node:path')
for (const path of process.env.INPUT_PATH.split('\\n').filter(Boolean))
  cpSync(path, join(${JSON.stringify(uploads)}, process.env.INPUT_NAME, basename(path)), { recursive: true, errorOnExist: true })
`
  writeFileSync(join(folder, 'upload.js'), program)
  return folder
}

function forAct(text: string): string {
  return text
    .split('\n')
    .filter((line) => !unknownToAct.includes(line.trim()))
    .join('\n')
}
