import type { Command } from '../../base/command.js'

/** Larger files are refused by name: git is no place for them. */
const maxCapturedFileBytes = 1024 * 1024

/*
 * GNU tar of all that is there of the paths on standard input (one a line). A
 * path that is a link brings the file it leads to as well. Huge files, devices,
 * sockets and pipes stay out of the archive and are named on standard error as
 * `TYPE SIZE PATH`, NUL behind each. Status 1 of tar means that a file changed
 * while it was read: what came is what was read, and the next capture sees the rest.
 */
const script = `set -u
LC_ALL=C; export LC_ALL
while IFS= read -r path; do
  if [ -L "$path" ]; then
    printf '%s\\0' "$path"
    real=$(readlink -f -- "$path") && [ -f "$real" ] && printf '%s\\0' "$real"
  elif [ -e "$path" ]; then printf '%s\\0' "$path"
  fi
done | xargs -0 -r sh -c 'find "$@" -xdev \\( -type d -o -type l -o -type f -size -${maxCapturedFileBytes + 1}c \\) -printf "%p\\0" -o -fprintf /dev/stderr "%y %s %p\\0"' drover |
  tar -c -f - --format=posix --hard-dereference --no-recursion -P --null -T -
[ "$?" -le 1 ]
`

/** Answers with a tar archive on standard output. */
export function captureCommand(paths: readonly string[]): Command {
  return { argv: ['sh', '-c', script], stdin: paths.map((path) => `${path}\n`).join('') }
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
