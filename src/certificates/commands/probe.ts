import type { Command } from '../../base/command.js'
import { programCommand } from '../../programs/program.js'

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
  return programCommand('certificates/put-probe.sh', { args: [`${webroot}/${folder}`, token] })
}

export function dropProbe({ webroot, token }: Probe): Command {
  return { argv: ['rm', '-f', '--', `${webroot}/${folder}/${token}`] }
}
