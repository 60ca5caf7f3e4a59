import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

export interface Ran {
  readonly code: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
  readonly durationMs: number
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly input?: string
  /** Shown as it comes. */
  readonly show?: boolean
  /** Shown as a runner shows it. */
  readonly asRunner?: boolean
  /** Called with the process, for a test that ends it. */
  readonly onChild?: (child: ChildProcess) => void
}

/** The built `drover` at a shell. */
export function runCli(words: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return run([join(root, 'bin', 'drover.js'), ...words], {
    ...options,
    env: { ...plainEnvironment(), ...options.env },
  })
}

export interface ActionRun extends RunOptions {
  readonly inputs: Readonly<Record<string, string>>
  /** Where the runner's files go. */
  readonly folder: string
  readonly runId?: string
  readonly event?: { readonly name: string; readonly payload: unknown }
  /** `RUNNER_TEMP`: the same for all steps of a job. A new one by default. */
  readonly temp?: string
  /** Which file of action.yml is started. */
  readonly entry?: 'main' | 'post'
}

export interface ActionRan extends Ran {
  readonly outputs: ReadonlyMap<string, string>
  readonly summary: string
}

/** The built action as a runner starts it: inputs, the run and the runner's files through the environment only. */
export async function runAction({
  inputs,
  folder,
  runId = '4711',
  event,
  temp: given,
  entry = 'main',
  ...options
}: ActionRun): Promise<ActionRan> {
  mkdirSync(given ?? folder, { recursive: true })
  const temp = given ?? mkdtempSync(join(folder, 'runner-'))
  const files = {
    output: join(temp, 'output'),
    summary: join(temp, 'summary'),
    event: join(temp, 'event.json'),
  }
  writeFileSync(files.output, '')
  writeFileSync(files.summary, '')
  writeFileSync(files.event, JSON.stringify(event?.payload ?? {}))
  const env = {
    ...plainEnvironment(),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_RUN_ID: runId,
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_ACTOR: 'anna',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'example/ops',
    GITHUB_EVENT_NAME: event?.name ?? 'workflow_dispatch',
    GITHUB_EVENT_PATH: files.event,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_TEMP: temp,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...options.env,
  }
  const ran = await run([join(root, readEntry(entry))], { ...options, env, asRunner: true })
  return {
    ...ran,
    outputs: parseOutputs(readFileSync(files.output, 'utf8')),
    summary: readFileSync(files.summary, 'utf8'),
  }
}

/** What action.yml names: the runner starts that file and no other. */
function readEntry(entry: 'main' | 'post'): string {
  const text = readFileSync(join(root, 'action.yml'), 'utf8')
  const [, file] = new RegExp(`^\\s*${entry}:\\s*['"]?([^'"\\s]+)`, 'm').exec(text) ?? []
  if (file === undefined) throw new Error(`action.yml names no ${entry}`)
  return file
}

/** `NAME=VALUE`, or `NAME<<MARK` and lines up to MARK: the runner's format of GITHUB_OUTPUT. */
function parseOutputs(text: string): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>()
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const [, name = '', mark = ''] = /^([^=<]+)<<(.+)$/.exec(line) ?? []
    if (name !== '') {
      const end = lines.indexOf(mark, at + 1)
      outputs.set(name, lines.slice(at + 1, end).join('\n'))
      at = end
    } else if (line.includes('='))
      outputs.set(line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1))
  }
  return outputs
}

function plainEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '', TERM = 'dumb', DROVER_LOCAL_DIR } = process.env
  return { PATH, HOME, TERM, ...(DROVER_LOCAL_DIR ? { DROVER_LOCAL_DIR } : {}) }
}

/** What a runner shows of an action's log: it takes the masks out, and hides their values in all that follows. */
function showAsRunner(child: ChildProcess): void {
  const masks: string[] = []
  let rest = ''
  child.stdout?.on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [, mask] = /^::add-mask::(.*)$/.exec(line) ?? []
      if (mask !== undefined) masks.push(...mask.split(/%0[AD]/).filter((part) => part !== ''))
      else process.stdout.write(`${masks.reduce((shown, part) => shown.replaceAll(part, '***'), line)}\n`)
    }
  })
}

function run(words: readonly string[], options: RunOptions): Promise<Ran> {
  const startedMs = performance.now()
  const isShown = options.show === true
  const stdio: SpawnOptions['stdio'] = isShown && !options.asRunner ? 'inherit' : ['pipe', 'pipe', 'pipe']
  const child = spawn(process.execPath, words, {
    env: options.env ?? {},
    stdio,
    ...(options.cwd ? { cwd: options.cwd } : {}),
  })
  options.onChild?.(child)
  const kept = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    kept.stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    kept.stderr += text
  })
  child.stdin?.end(options.input ?? '')
  if (isShown && options.asRunner) showAsRunner(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) =>
      resolve({ code, signal, ...kept, durationMs: performance.now() - startedMs }),
    )
  })
}
