import type { Command } from '../../base/command.js'

export interface Probe {
  readonly webroot: string
  /** Name of the file, and what it holds. */
  readonly token: string
}

/** RFC 8555, 8.3: where an ACME server asks. */
const folder = '.well-known/acme-challenge'

export function probePath(token: string): string {
  return `/${folder}/${token}`
}

export function putProbe({ webroot, token }: Probe): Command {
  const script =
    'umask 022; mkdir -p -- "$1" && printf "%s\\n" "$2" >"$1/$2" && chmod 0644 "$1/$2" && find "$1" -maxdepth 1 -name "drover-*" -mmin +60 -delete'
  return { argv: ['sh', '-c', script, 'drover', `${webroot}/${folder}`, token] }
}

export function dropProbe({ webroot, token }: Probe): Command {
  return { argv: ['rm', '-f', '--', `${webroot}/${folder}/${token}`] }
}
