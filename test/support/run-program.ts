import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ProgramValues } from '../../src/programs/assemble-program.ts'
import { programCommand, programText } from '../../src/programs/program.ts'

/** A shell program says by its first line which shell it is for. One for any POSIX shell is run by two. */
export const posixShells = ['dash', 'bash'] as const

interface ProgramRun {
  readonly values?: ProgramValues
  readonly args?: readonly string[]
  readonly stdin?: string | Buffer
  readonly shell?: string
  /** Behind the program, as the lists of a transaction are. */
  readonly more?: string
  readonly env?: Readonly<Record<string, string>>
}

export interface ProgramEnd {
  readonly code: number | null
  readonly stdout: Buffer
  readonly stderr: string
}

/** A folder that stands for the root of a machine: what a program names below /etc, /proc/sys, /run, /srv and /var is there. */
export interface ProgramRoot {
  readonly path: string
  /** The same path, in the folder. */
  at(path: string): string
  put(path: string, text: string | Buffer): void
  read(path: string): string
  has(path: string): boolean
  /** Programs that stand for those of the machine: what each does, in shell. All that they are called with is kept. */
  stub(programs: Readonly<Record<string, string>>): void
  /** One line for each call of a stub. */
  calls(): readonly string[]
  /** The text of a program as it runs there. */
  textOf(name: string, values?: ProgramValues): string
  /** Any text, with its paths in the folder. */
  inside(text: string): string
  run(name: string, run?: ProgramRun): ProgramEnd
  [Symbol.dispose](): void
}

const named = /(^|[\s"'=<>(:{])\/(etc|proc\/sys|run|srv|var)(?=\/)/gm

export function makeProgramRoot(): ProgramRoot {
  const path = mkdtempSync(join(tmpdir(), 'drover-program-'))
  const bin = join(path, 'bin')
  const calls = join(path, 'calls')
  mkdirSync(bin)
  const at = (place: string): string => join(path, place)
  const put = (place: string, text: string | Buffer, mode = 0o644): void => {
    mkdirSync(dirname(at(place)), { recursive: true })
    writeFileSync(at(place), text, { mode })
  }
  const inside = (text: string): string =>
    text.replace(named, `$1${path}/$2`).replaceAll('PATH=/usr/local/sbin', `PATH=${bin}:/usr/local/sbin`)
  return {
    path,
    at,
    put,
    read: (place) => readFileSync(at(place), 'utf8'),
    has: (place) => existsSync(at(place)),
    stub: (programs) => {
      for (const [name, body] of Object.entries(programs)) {
        put(`bin/${name}`, `#!/bin/sh\nprintf '%s\\n' "\${0##*/} $*" >>${calls}\n${body}\n`, 0o755)
      }
    },
    inside,
    textOf: (name, values) => inside(programText(name, values)),
    calls: () => (existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : []),
    run: (name, { values = {}, args = [], stdin = '', shell, more = '', env = {} } = {}) => {
      const text = `${inside(programText(name, values))}\n${more}`
      const program = shell ?? programCommand(name, { values }).argv[0] ?? ''
      const ended = spawnSync(program, ['-c', text, 'drover', ...args.map(inside)], {
        cwd: path,
        input: stdin,
        env: { PATH: `${bin}:${process.env.PATH}`, HOME: path, ...env },
        timeout: 20_000,
      })
      return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr.toString() }
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** Whom files of a test belong to: nobody but root can give them away. */
export function ownOwner(): { readonly user: string; readonly group: string } {
  const say = (flag: string): string => spawnSync('id', [flag], { encoding: 'utf8' }).stdout.trim()
  return { user: say('-un'), group: say('-gn') }
}
