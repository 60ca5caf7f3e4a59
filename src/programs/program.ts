import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from '../base/command.js'
import { assembleProgram, type ProgramValues, renderValues } from './assemble-program.js'

/** How a program is called. */
export interface ProgramCall {
  /** By name, for what is the same in each call. */
  readonly values?: ProgramValues
  /** `$1` and on. */
  readonly args?: readonly string[]
}

const texts = new Map<string, string>()

/**
 * The text of a program for machines, `ROOM/NAME.sh` or `.py`, with values in front of it. It is a part of this
 * program as code is, and read when it is first asked for.
 */
export function programText(name: string, values: ProgramValues = {}): string {
  const known = texts.get(name) ?? assembleProgram(name, readProgram)
  texts.set(name, known)
  return `${renderValues(values)}${known}`
}

/** Runs a shell program by the shell that its first line names. Nothing is read before `argv` is asked for. */
export function programCommand(name: string, { values = {}, args = [] }: ProgramCall = {}): Command {
  return {
    get argv() {
      return [shellOf(name), '-c', programText(name, values), 'drover', ...args]
    },
  }
}

function shellOf(name: string): string {
  const [, shell] = /^#!\/bin\/(\w+)\n/.exec(readProgram(name)) ?? []
  if (shell === undefined) throw new TypeError(`"${name}" does not name its shell`)
  return shell
}

function readProgram(name: string): string {
  return readFileSync(join(folder(), name), 'utf8')
}

/** Beside this file; or in `dist/`, where it is a part of another file, in the folder where the build puts them. */
function folder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  return basename(here) === 'programs' ? here : join(here, 'programs')
}
