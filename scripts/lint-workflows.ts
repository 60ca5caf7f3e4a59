// Holds all workflows, ours and those that people get, against actionlint and zizmor. Usage: node scripts/lint-workflows.ts
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installTool, ToolMissing, tools } from './install-tool.ts'

const root = join(import.meta.dirname, '..')

/** Where workflows are, and the repository that they are laid out as: callers are checked against what they call. */
const repositories = {
  toolkit: '.github/workflows',
  'ops-main': 'workflows-templates/main',
  'ops-config': 'workflows-templates/config',
}

/** GitHub has `queue` since 2026-05, and actionlint does not know it. test/workflows/ parses it. */
const unknownToActionlint = 'unexpected key "queue" for "concurrency" section'

/** Exit status: 0 when there is no finding. */
async function main(): Promise<number> {
  const actionlint = await installTool(tools.actionlint)
  const zizmor = await installTool(tools.zizmor)
  const folder = mkdtempSync(join(tmpdir(), 'drover-lint-'))
  try {
    const files = Object.entries(repositories).flatMap(([name, from]) => layOut(join(folder, name), from))
    const checks = [
      // Neither linter uses programs that happen to be installed, so every computer gives the same findings.
      check(folder, [actionlint, '-shellcheck=', '-pyflakes=', '-ignore', unknownToActionlint, ...files]),
      check(folder, [
        zizmor,
        '--persona=auditor',
        '--offline',
        '--no-progress',
        '--config',
        join(root, '.github/zizmor.yml'),
        ...Object.keys(repositories),
      ]),
    ]
    if (!checks.every(Boolean)) return 1
    console.log(`workflows: ${files.length} files, no finding of actionlint and zizmor`)
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function layOut(repository: string, from: string): readonly string[] {
  const to = join(repository, '.github/workflows')
  mkdirSync(join(repository, '.git'), { recursive: true })
  cpSync(join(root, from), to, { recursive: true })
  return readdirSync(to).map((name) => join(to, name))
}

function check(cwd: string, [program = '', ...args]: readonly string[]): boolean {
  const ended = spawnSync(program, args, { cwd, encoding: 'utf8' })
  if (ended.status === 0) return true
  console.error(`${ended.stdout}${ended.stderr}${ended.error?.message ?? ''}`.trim())
  return false
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof ToolMissing)) throw error
  console.error(`not ready: ${error.message}`)
  process.exitCode = 3
}
