import type { Command } from '../../base/command.js'
import { quoteWord } from '../../base/quote.js'
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
export function baselineScript(desired: readonly RoleDigest[]): string {
  const lines = desired.map(({ name, digest }) => `${name} ${digest}\n`).join('')
  return `${installAnsible}
${playbook} || exit
printf %s ${quoteWord(lines)} >${places.baseline}.new && sync ${places.baseline}.new && mv -T -f ${places.baseline}.new ${places.baseline}
`
}

/** Exit status when Ansible is not there. */
export const notThere = 4

/** Receives the archive and shows what the playbook would change; installs nothing, notes nothing, leaves nothing. */
export const baselineCheckCommand: Command = {
  argv: [
    'bash',
    '-c',
    `command -v ansible-playbook >/dev/null || exit ${notThere}
umask 077
folder=$(mktemp -d) && trap 'rm -rf -- "$folder"' EXIT && tar -x -f - -C "$folder" && cd "$folder" || exit
${playbookCommand('--check --diff')} </dev/null`,
  ],
}

/** `ansible-core` is all of Ansible that the roles need; it is in the archives of every system that is served. */
const installAnsible = `set -u
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
if ! command -v ansible-playbook >/dev/null; then
  echo 'installing ansible-core'
  if command -v apt-get >/dev/null; then
    apt-get -q -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 update &&
      apt-get -q -y -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 --no-install-recommends install ansible-core python3-apt
  elif command -v dnf >/dev/null; then
    dnf -y install ansible-core
  else
    echo 'ansible-core cannot be installed: neither apt-get nor dnf is there'
    exit 3
  fi || { echo 'ansible-core could not be installed'; exit 3; }
fi`

const playbook = playbookCommand('')

function playbookCommand(flags: string): string {
  return `ANSIBLE_CALLBACK_PLUGINS="$PWD/callback_plugins" ANSIBLE_STDOUT_CALLBACK=drover ANSIBLE_NOCOLOR=1 \\
ANSIBLE_ROLES_PATH="$PWD/roles" ANSIBLE_LOCAL_TEMP="$PWD/tmp" ANSIBLE_REMOTE_TEMP="$PWD/tmp" ANSIBLE_RETRY_FILES_ENABLED=0 ANSIBLE_FORCE_HANDLERS=1 \\
ANSIBLE_DEPRECATION_WARNINGS=0 ANSIBLE_LOCALHOST_WARNING=0 ANSIBLE_INVENTORY_UNPARSED_WARNING=0 PYTHONDONTWRITEBYTECODE=1 \\
ANSIBLE_PYTHON_INTERPRETER=/usr/bin/python3 LC_ALL=C.UTF-8 ansible-playbook -i inventory ${flags} playbook.yml`
}
