import type { Command } from '../../base/command.js'
import { programCommand } from '../../programs/program.js'

/** Larger files are refused by name: git is no place for them. */
const maxCapturedFileBytes = 1024 * 1024

/** Answers with a tar archive on standard output. */
export function captureCommand(paths: readonly string[]): Command {
  return {
    ...programCommand('capture/capture.sh', { values: { too_large: maxCapturedFileBytes + 1 } }),
    stdin: paths.map((path) => `${path}\n`).join(''),
  }
}

export interface LeftOut {
  readonly path: string
  readonly why: string
}

const kinds: Readonly<Record<string, string>> = {
  f: `is larger than ${maxCapturedFileBytes / 1024 / 1024} MiB`,
  b: 'is a block device',
  c: 'is a character device',
  p: 'is a named pipe',
  s: 'is a socket',
}

/** Reads what the capture named on standard error; anything else there is a warning of a program and no answer. */
export function parseLeftOut(stderr: string): readonly LeftOut[] {
  return stderr.split('\0').flatMap((field) => {
    const [, type = '', path] = /^([a-zA-Z]) \d+ (\/.*)$/s.exec(field) ?? []
    return path === undefined ? [] : [{ path, why: kinds[type] ?? 'is not a file' }]
  })
}
