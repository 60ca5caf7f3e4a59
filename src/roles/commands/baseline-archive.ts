import type { Baseline } from '../../render/roles/baseline.js'
import { canonicalJson } from '../../render/roles/canonical-json.js'
import type { ArchiveFile } from '../../transaction/transaction.js'

/**
 * The folder in which `ansible-playbook -i inventory playbook.yml` runs the pending roles.
 *
 * Variables are those of the host, not extra ones (`-e`): extra variables beat everything, so that a role
 * could not set a variable of its own by `set_fact`, nor hand another value to a role that it includes or
 * depends on. Host variables beat the defaults of a role and nothing else that it does.
 */
export function baselineArchive(
  { roles, files, vars, secretVars }: Baseline,
  pending: readonly string[],
): readonly ArchiveFile[] {
  const desired = roles.filter(({ name }) => pending.includes(name))
  const needed = new Set(desired.flatMap(({ needs }) => needs))
  const secret = (path: string, bytes: Buffer): ArchiveFile => ({ path, mode: 0o600, bytes })
  return [
    secret('inventory', Buffer.from(inventory)),
    secret('playbook.yml', Buffer.from(playbook(desired.map(({ name }) => name)))),
    secret('host_vars/localhost/vars.json', Buffer.from(`${canonicalJson(vars)}\n`)),
    secret('host_vars/localhost/secret-vars.yml', secretVars.bytes.reveal()),
    ...files.filter(({ path }) => {
      const [top, role = ''] = path.split('/')
      return top !== 'roles' || needed.has(role)
    }),
  ]
}

const inventory = 'localhost ansible_connection=local ansible_python_interpreter=/usr/bin/python3\n'

function playbook(roles: readonly string[]): string {
  const lines = ['- hosts: localhost', '  connection: local', '  gather_facts: true', '  roles:']
  return ['---', ...lines, ...roles.map((name) => `    - "${name}"`), ''].join('\n')
}
