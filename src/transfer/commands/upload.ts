import type { Command } from '../../base/command.js'

/*
 * The end of a link is replaced, the link stays. What came is compared with what was sent before anything is
 * renamed: a link that breaks gives half a file and no error.
 */
const statuses = { noFolder: 41, noFile: 42, differs: 43, owner: 46 } as const

const targetLines = `set -u
LC_ALL=C; export LC_ALL
target=$(readlink -f -- "$1") || exit ${statuses.noFolder}
folder=$(dirname -- "$target")
[ -d "$folder" ] || exit ${statuses.noFolder}
if [ -e "$target" ] && ! [ -f "$target" ]; then exit ${statuses.noFile}; fi
`

const observeScript = `${targetLines}
printf '%s\\n' "$target"
[ -e "$target" ] || exit 0
stat -c '%a %U:%G' -- "$target" && sha256sum <"$target" | cut -c 1-64
`

const script = `${targetLines}
mode=$2 owner=$3 digest=$4
temporary=$(mktemp -- "$folder/.drover-upload-XXXXXX") || exit 1
trap 'rm -f -- "$temporary"' EXIT
trap 'exit 1' HUP INT TERM PIPE
cat >"$temporary" || exit 1
[ "$(sha256sum <"$temporary" | cut -c 1-64)" = "$digest" ] || exit ${statuses.differs}
chown -- "$owner" "$temporary" || exit ${statuses.owner}
chmod -- "$mode" "$temporary" || exit 1
sync -- "$temporary" && mv -fT -- "$temporary" "$target" && sync -- "$folder"
`

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
  return { argv: ['sh', '-c', observeScript, 'drover', path] }
}

/** Takes the file on standard input and puts it there, or leaves what is there. */
export function uploadCommand({ path, mode, owner, sha256 }: Upload): Command {
  return { argv: ['sh', '-c', script, 'drover', path, mode, owner, sha256] }
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
