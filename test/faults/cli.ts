import { spawn } from 'node:child_process'

export interface CliEnd {
  readonly code: number | null
  readonly said: string
}

/** A drover that was started and goes on by itself. */
export interface Cli {
  readonly startedMs: number
  readonly pid: number
  readonly ended: Promise<CliEnd>
  /** The time at which it ended. */
  endedMs(): number | undefined
  /** What it has said so far. */
  said(): string
  signal(name: NodeJS.Signals): void
  kill(): void
}

export function expectZero({ code, said }: CliEnd, what: string): void {
  if (code !== 0) throw new Error(`drover ${what} exited with ${code}: ${said}`)
}

export interface Surroundings {
  readonly cwd: string
  readonly keyFile: string
  readonly tmp: string
  readonly env?: Readonly<Record<string, string>>
}

/** Starts it with nothing of our environment but what it needs. */
export function startCli(words: readonly string[], { cwd, keyFile, tmp, env }: Surroundings): Cli {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, words, {
    cwd,
    env: { PATH, HOME, TERM: 'dumb', DROVER_SSH_KEY_FILE: keyFile, TMPDIR: tmp, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let endedMs: number | undefined
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  const ended = new Promise<CliEnd>((resolve) => {
    child.once('error', (error) => resolve({ code: null, said: error.message }))
    child.once('close', (code) => {
      endedMs = performance.now()
      resolve({ code, said })
    })
  })
  return {
    startedMs: performance.now(),
    pid: child.pid ?? 0,
    ended,
    endedMs: () => endedMs,
    said: () => said,
    signal: (name) => void child.kill(name),
    kill: () => void child.kill('SIGKILL'),
  }
}
