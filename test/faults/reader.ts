import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { State } from './content.ts'

/**
 * On the machine: reads every managed file again and again and prints a line
 * whenever one holds something else than before. In a hurry while a change is
 * under way. The stamp has no content that could be known in advance: it must
 * only be whole.
 */
const program = `
import os, sys, time
try:
    from hashlib import sha256
except ImportError:
    from _sha256 import sha256
paths = sys.argv[1:]
stamp = '/etc/drover/stamp.json'
last = {}
rounds = 0
while True:
    for path in paths + [stamp]:
        try:
            with open(path, 'rb', 0) as file:
                content = file.read()
        except OSError:
            content = None
        if path in last and last[path] == content:
            continue
        last[path] = content
        if content is None:
            told = '-'
        elif path == stamp:
            told = 'whole' if content[:2] == b'{\\n' and content[-3:] == b'\\n}\\n' else 'torn'
        else:
            told = sha256(content).hexdigest()
        print(path, told, 0 if content is None else len(content), flush=True)
    rounds += 1
    if rounds % 1000 == 0:
        print('rounds', rounds, 0, flush=True)
    time.sleep(0.0002 if os.path.islink('/var/lib/drover/current') else 0.003)
`

export interface Reader {
  /** From now on, only these states of a file count as whole. Forgets the states that were read before. */
  allow(states: readonly State[]): void
  /** What was neither wholly the one nor wholly the other. */
  torn(): readonly string[]
  /** Whether a file held what it holds in this state and did not hold before. */
  hasSeen(state: State, before: State): boolean
  /** Reads of all files so far, in thousands. */
  thousands(): number
  stop(): void
}

/** Starts the reader in the machine whose first process this is. */
export function startReader(init: number, paths: readonly string[], before?: Reader): Reader {
  const child = spawn(
    'nsenter',
    ['-t', String(init), '-m', '-p', '--', 'nice', '-n', '10', 'python3', '-u', '-c', program, ...paths],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const seen: { readonly path: string; readonly told: string }[] = []
  let allowed: readonly State[] = []
  let thousands = before?.thousands() ?? 0
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [path = '', told = ''] = line.split(' ')
    if (path === 'rounds') thousands += 1
    else seen.push({ path, told })
  })
  return {
    allow: (states) => {
      allowed = states
      seen.length = 0
    },
    torn: () =>
      allowed.length === 0
        ? []
        : seen
            .filter(({ path, told }) => !isWhole(path, told, allowed))
            .map(({ path, told }) => `${path} ${told}`),
    hasSeen: (state, before) =>
      seen.some(({ path, told }) => state.get(path) === told && before.get(path) !== told),
    thousands: () => thousands,
    stop: () => end(child),
  }
}

function isWhole(path: string, told: string, allowed: readonly State[]): boolean {
  return allowed.some((state) => (state.has(path) ? state.get(path) === told : told !== 'torn'))
}

function end(child: ChildProcess): void {
  child.stdout?.destroy()
  child.kill('SIGKILL')
}
