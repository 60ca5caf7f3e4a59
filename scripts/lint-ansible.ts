// Holds the roles of ansible/ against ansible-lint, their argument specs and a syntax check. Usage: node scripts/lint-ansible.ts
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { parse } from 'yaml'
import { installTool, ToolMissing, tools } from './install-tool.ts'

/** Another folder as the first argument: for a check of this check. */
const ansible = process.argv[2] ?? join(import.meta.dirname, '..', 'ansible')

interface Argument {
  readonly default?: unknown
  readonly type?: string
  readonly required?: boolean
  readonly description?: string
}

/** Exit status: 0 when there is no finding. */
async function main(): Promise<number> {
  const lint = await installTool(tools.ansibleLint)
  const bin = join(lint, '..')
  const roles = readdirSync(join(ansible, 'roles')).sort()
  const findings = roles.flatMap(mismatches)
  for (const finding of findings) console.error(finding)
  const checks = [
    findings.length === 0,
    check(bin, [lint, '--offline', '--nocolor', '-q', '--profile', 'production', '--strict', '.']),
    ...roles.map((role) => checkSyntax(bin, role)),
  ]
  if (!checks.every(Boolean)) return 1
  console.log(`ansible: ${roles.length} roles, no finding of ansible-lint, specs and defaults agree`)
  return 0
}

/** What is missing beside the tasks of a role, and where its defaults and its argument specs differ. */
function mismatches(role: string): readonly string[] {
  const folder = join(ansible, 'roles', role)
  const files = ['README.md', 'meta/argument_specs.yml', 'meta/main.yml', 'defaults/main.yml']
  const missing = files.filter((file) => !existsSync(join(folder, file)))
  if (missing.length > 0) return missing.map((file) => `roles/${role}/${file}: is missing`)
  const read = (file: string): unknown => parse(readFileSync(join(folder, file), 'utf8'))
  const defaults = (read('defaults/main.yml') ?? {}) as Readonly<Record<string, unknown>>
  const specs = read('meta/argument_specs.yml') as {
    readonly argument_specs?: { readonly main?: { readonly options?: Readonly<Record<string, Argument>> } }
  }
  const options = specs.argument_specs?.main?.options ?? {}
  const names = [...new Set([...Object.keys(defaults), ...Object.keys(options)])].sort()
  return names.flatMap((name) =>
    differences(name, { defaults, options }).map((what) => `roles/${role}: ${name}: ${what}`),
  )
}

interface Both {
  readonly defaults: Readonly<Record<string, unknown>>
  readonly options: Readonly<Record<string, Argument>>
}

function differences(name: string, { defaults, options }: Both): readonly string[] {
  const option = options[name]
  const hasDefault = Object.hasOwn(defaults, name)
  if (option === undefined) return ['has a default and is not in meta/argument_specs.yml']
  const found: string[] = []
  if (option.type === undefined) found.push('has no type in meta/argument_specs.yml')
  if (option.description === undefined) found.push('has no description in meta/argument_specs.yml')
  if (option.required === true) {
    if (hasDefault) found.push('is required, and has a default in defaults/main.yml')
    return found
  }
  if (!hasDefault) found.push('is not required, and has no default in defaults/main.yml')
  else if (!isDeepStrictEqual(option.default, defaults[name])) {
    const [spec, own] = [option.default, defaults[name]].map((value) => JSON.stringify(value))
    found.push(`is ${own} in defaults/main.yml and ${spec} in meta/argument_specs.yml`)
  }
  return found
}

function checkSyntax(bin: string, role: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'drover-syntax-'))
  try {
    const playbook = join(folder, 'playbook.yml')
    writeFileSync(playbook, `- name: Baseline\n  hosts: all\n  roles:\n    - ${role}\n`)
    return check(bin, [
      join(bin, 'ansible-playbook'),
      '-i',
      'localhost,',
      '-c',
      'local',
      '--syntax-check',
      playbook,
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function check(bin: string, [program = '', ...args]: readonly string[]): boolean {
  const env = {
    ...process.env,
    // ansible-lint looks for ansible-playbook there.
    PATH: `${bin}:${process.env.PATH}`,
    ANSIBLE_ROLES_PATH: join(ansible, 'roles'),
    ANSIBLE_NOCOLOR: '1',
  }
  const ended = spawnSync(program, args, { cwd: ansible, encoding: 'utf8', env })
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
