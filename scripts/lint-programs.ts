// Holds programs in other languages against the tools that read these. Usage: node scripts/lint-programs.ts shell|python
import { execFile, execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { installTool, type Tool, ToolMissing, tools } from './install-tool.ts'

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)

/** A tool with its arguments, which finds nothing in these files. */
type Check = readonly [Tool, ...(readonly string[])]

interface Language {
  readonly files: readonly string[]
  readonly checks: (files: readonly string[]) => readonly Check[]
}

const languages: Readonly<Record<string, Language>> = {
  shell: {
    files: ['.ci/run', '*.sh', ':!dist', ':!test/fixtures'],
    checks: (files) => [
      ...halves(withoutParts(files)).map((half): Check => [tools.shellcheck, '--check-sourced', ...half]),
      [tools.shfmt, '--indent', '2', '--case-indent', '--diff', ...files],
    ],
  },
  python: {
    files: ['*.py', ':!dist'],
    checks: (files) => [
      [tools.ruff, 'check', '--quiet', ...files],
      [tools.ruff, 'format', '--check', '--quiet', '--diff', ...files],
      // ruff knows which syntax is too new for Python 3.9, and this which modules and functions.
      [tools.vermin, '--quiet', '--no-tips', '--target=3.9-', '--violations', ...files.filter(isForMachines)],
    ],
  },
}

/** Exit status: 0 when there is no finding. */
async function main(name: string): Promise<number> {
  const language = languages[name]
  if (language === undefined) throw new ToolMissing('usage: node scripts/lint-programs.ts shell|python')
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...language.files]
  const files = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean)
  const results = await Promise.all(language.checks(files).map(check))
  if (!results.every(Boolean)) return 1
  console.log(`${name}: ${files.length} files, no finding`)
  return 0
}

async function check([tool, ...args]: Check): Promise<boolean> {
  const program = await installOnce(tool)
  try {
    await run(program, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 })
    return true
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string }
    console.error(`${stdout}${stderr}`.trim() || message)
    return false
  }
}

const installed = new Map<Tool, Promise<string>>()

function installOnce(tool: Tool): Promise<string> {
  const found = installed.get(tool) ?? installTool(tool)
  installed.set(tool, found)
  return found
}

/** Parts of programs say nothing of what they are given: they are read with each program that names them. */
function withoutParts(files: readonly string[]): readonly string[] {
  const parts = new Set(
    files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/^\. \.\/(\S+)$/gm)].map(
        ([, part]) => `src/programs/${part}`,
      ),
    ),
  )
  return files.filter((file) => !parts.has(file))
}

/** One for each of two processors. */
function halves(files: readonly string[]): readonly (readonly string[])[] {
  return [0, 1].map((half) => files.filter((_file, at) => at % 2 === half))
}

function isForMachines(file: string): boolean {
  return !file.startsWith('test/')
}

try {
  process.exitCode = await main(process.argv[2] ?? '')
} catch (error) {
  if (!(error instanceof ToolMissing)) throw error
  console.error(`not ready: ${error.message}`)
  process.exitCode = 3
}
