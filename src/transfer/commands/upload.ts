import type { Command } from '../../base/command.js'
import { programCommand } from '../../programs/program.js'

const statuses = { noFolder: 41, noFile: 42, differs: 43, owner: 46 } as const

const values = {
  status_no_folder: statuses.noFolder,
  status_no_file: statuses.noFile,
  status_differs: statuses.differs,
  status_owner: statuses.owner,
}

export interface Upload {
  readonly path: string
  /** Octal, as in `0644`. */
  readonly mode: string
  /** As in `root:root`. */
  readonly owner: string
  readonly sha256: string
}

/** What is there before; answers as `parseUploadTarget` reads it. */
export function observeUploadTargetCommand(path: string): Command {
  return programCommand('transfer/observe-upload.sh', { values, args: [path] })
}

/** Takes the file on standard input and puts it there, or leaves what is there. */
export function uploadCommand({ path, mode, owner, sha256 }: Upload): Command {
  return programCommand('transfer/upload.sh', { values, args: [path, mode, owner, sha256] })
}

export interface UploadTarget {
  /** The path itself, or the end of its links. */
  readonly target: string
  readonly found?: { readonly mode: string; readonly owner: string; readonly sha256: string }
}

export function parseUploadTarget(stdout: string): UploadTarget {
  // A path may hold spaces, and no newline: the last lines are ours.
  const [target = '', facts = '', digest = ''] = stdout.split('\n')
  const [, mode, owner] = /^([0-7]+) (\S+)$/.exec(facts) ?? []
  if (mode === undefined || owner === undefined) return { target }
  return { target, found: { mode: mode.padStart(4, '0'), owner, sha256: digest } }
}

/** Why nothing was put there; undefined for a status that is not ours. */
export function explainUpload(code: number | null): string | undefined {
  const texts: Readonly<Record<number, string>> = {
    [statuses.noFolder]: 'the folder does not exist',
    [statuses.noFile]: 'something is there that is no file',
    [statuses.differs]: 'what came is not what was sent',
    [statuses.owner]: 'the owner or group does not exist',
  }
  return texts[code ?? -1]
}
