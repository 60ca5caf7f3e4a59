import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** `drover` from its sources, as a process: what is tested here needs no build. */
export const sourceCli: readonly string[] = [
  '--import',
  join(root, 'test/support/typescript-loader.mjs'),
  join(root, 'test/support/source-cli.ts'),
]

/** What `init` cannot know in an empty folder. */
export const given: readonly string[] = [
  ...['--toolkit', 'writing/drover@0123abc'],
  ...['--repository', 'writing/servers', '--name', 'demo'],
]

export interface CommandExit {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface FindingLine {
  readonly state: string
  readonly about: string
  readonly message: string
  readonly detail?: string
}

interface Death {
  /** Of git. */
  readonly command: string
  /** The how manieth of these. */
  readonly call: number
  readonly when: 'before' | 'after'
}

/** A person with a home of their own, no settings of git, and one folder after another to make an ops repository in. */
export interface OpsFolder {
  /** Where all folders are. */
  readonly place: string
  /** File with a private SSH key. */
  readonly key: string
  readonly environment: Readonly<Record<string, string>>
  /** Makes another folder, and goes there. */
  begin(): string
  /** The folder of now. */
  folder(): string
  drover(...words: readonly string[]): CommandExit
  droverIn(more: Readonly<Record<string, string>>, ...words: readonly string[]): CommandExit
  /** What an operation about a folder found. */
  findings(...words: readonly string[]): readonly FindingLine[]
  /** The problems among the findings. */
  troubles(...words: readonly string[]): readonly string[]
  git(...words: readonly string[]): string
  /** A workflow file of the branch that is checked out. */
  workflow(name: string): string
  /** Runs init with a git that kills it, as if the computer went down right there; answers with the signal. */
  initKilledAt(death: Death): string | null
  remove(): void
}

export function makeOpsFolder(): OpsFolder {
  const place = mkdtempSync(join(tmpdir(), 'drover-init-'))
  const key = join(place, 'key')
  mkdirSync(join(place, 'home'))
  spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key])
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: join(place, 'home'),
    GIT_CONFIG_NOSYSTEM: '1',
    USER: 'ann',
    API_TOKEN: 'tok-4f7d-4f7d',
    DATABASE_PASSWORD: 'correct horse',
    ...(process.env.DROVER_LOCAL_DIR ? { DROVER_LOCAL_DIR: process.env.DROVER_LOCAL_DIR } : {}),
  }
  let ops = place
  const droverIn: OpsFolder['droverIn'] = (more, ...words) => {
    const settings = { cwd: ops, env: { ...environment, ...more }, encoding: 'utf8' } as const
    return ended(spawnSync(process.execPath, [...sourceCli, ...words], settings))
  }
  const drover: OpsFolder['drover'] = (...words) => droverIn({}, ...words)
  const findings: OpsFolder['findings'] = (...words) => parseFindings(drover(...words, '--json'))
  return {
    place,
    key,
    environment,
    begin: () => {
      ops = mkdtempSync(join(place, 'ops-'))
      return ops
    },
    folder: () => ops,
    drover,
    droverIn,
    findings,
    troubles: (...words) =>
      findings(...words)
        .filter(({ state }) => state === 'problem')
        .map(({ about, message }) => `${about}: ${message}`),
    git: (...words) => {
      const identity = ['-c', 'user.name=ann', '-c', 'user.email=ann@example.org']
      const settings = { cwd: ops, env: environment, encoding: 'utf8' } as const
      const { code, out, err } = ended(spawnSync('git', [...identity, ...words], settings))
      if (code !== 0) throw new Error(`git ${words.join(' ')}: ${err}`)
      return out.trim()
    },
    workflow: (name) => readFileSync(join(ops, '.github/workflows', name), 'utf8'),
    initKilledAt: (death) => {
      const env = { ...environment, PATH: `${deadlyGit(place, death)}:${environment.PATH}` }
      return spawnSync(process.execPath, [...sourceCli, 'init', ...given], { cwd: ops, env }).signal
    },
    remove: () => rmSync(place, { recursive: true, force: true, maxRetries: 3 }),
  }
}

function ended({ status, stdout, stderr }: SpawnSyncReturns<string>): CommandExit {
  return { code: status, out: stdout, err: stderr }
}

function parseFindings({ out, err }: CommandExit): readonly FindingLine[] {
  try {
    return (JSON.parse(out) as { data: { findings: readonly FindingLine[] } }).data.findings
  } catch (cause) {
    throw new Error(`no findings: ${out}\n${err}`, { cause })
  }
}

/** A folder for PATH, with a git that kills whoever calls it, once. `git -C FOLDER COMMAND …` is how Drover calls it. */
function deadlyGit(place: string, { command, call, when }: Death): string {
  const folder = mkdtempSync(join(place, 'git-'))
  const real = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim()
  const script = `#!/bin/sh
[ "$3" = ${command} ] && echo x >> ${folder}/calls && [ "$(wc -l < ${folder}/calls)" = ${call} ] && now=yes
if [ "$now" = yes ] && [ ${when} = before ]; then kill -9 $PPID; exit 1; fi
${real} "$@"
code=$?
[ "$now" = yes ] && kill -9 $PPID
exit $code
`
  writeFileSync(join(folder, 'git'), script, { mode: 0o755 })
  return folder
}
