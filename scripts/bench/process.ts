import { spawn } from 'node:child_process'

export interface Program {
  readonly argv: readonly string[]
  /** Sent SIGTERM when it aborts; the promise rejects when the program has ended. */
  readonly signal: AbortSignal
  readonly timeoutMs: number
  readonly input?: Buffer
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
}

/** Runs a program and gives its standard output. Rejects, with the end of what it said, when it does not exit with 0. */
export function output(program: Program): Promise<string> {
  const { argv, signal, timeoutMs, input, cwd, env } = program
  const [name = '', ...words] = argv
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const child = spawn(name, words, { cwd, env: env ?? process.env, timeout: timeoutMs })
    const said = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.stderr += text
    })
    // A program that does not read all of its input closes the pipe; its exit status shows whether that mattered.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    const stop = (): void => void child.kill()
    signal.addEventListener('abort', stop, { once: true })
    child.once('error', reject)
    child.once('close', (code, killedBy) => {
      signal.removeEventListener('abort', stop)
      if (signal.aborted) reject(signal.reason)
      else if (code === 0) resolve(said.stdout)
      else {
        const end = code === null ? `was ended by ${killedBy}` : `exited with ${code}`
        reject(new Error(`${name} ${end}: ${`${said.stdout}${said.stderr}`.trim().slice(-1500)}`))
      }
    })
  })
}

/** Works on all items, at most `atOnce` at the same time. The first failure rejects, when the others have ended. */
export async function eachOf<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items]
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
  }
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, worker))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}
