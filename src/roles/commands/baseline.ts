import type { Command } from '../../base/command.js'
import { programCommand, programText } from '../../programs/program.js'
import { places } from '../../transaction/places.js'

/** A role and the digest of what it makes of a machine. */
export interface RoleDigest {
  readonly name: string
  readonly digest: string
}

/**
 * Runs the playbook that was sent along on the machine itself, in the folder where it was unpacked
 * (`playbook.yml`, `inventory`, `roles/` …), and then notes which roles the machine has: all that are
 * wanted, not only those that ran. Prints the lines of the callback `drover`, and what apt says.
 */
export function baselineProgram(desired: readonly RoleDigest[]): string {
  const roles = desired.map(({ name, digest }) => `${name} ${digest}\n`).join('')
  return programText('roles/baseline.sh', { place_baseline: places.baseline, roles })
}

/** Exit status when Ansible is not there. */
export const notThere = 4

/** Receives the archive and shows what the playbook would change; installs nothing, notes nothing, leaves nothing. */
export const baselineCheckCommand: Command = programCommand('roles/check.sh', {
  values: { status_not_there: notThere },
})
