import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Host } from './openssh.ts'
import { eachOf, output } from './process.ts'

/** The newest whose controller runs on Python 3.10, the oldest of a supported Debian or Ubuntu. */
const version = '2.17.14'

export interface Ansible {
  readonly destination: string
  /** Copies a file to all hosts; rejects unless each says what was expected. */
  copy(file: string, expected: 'CHANGED' | 'SUCCESS'): Promise<void>
  /**
   * Ends the connections that a run keeps open for a minute: each run connects anew, as on a fresh runner and as Drover
   * and ssh do here, and what is measured next has them not beside it.
   */
  disconnect(): Promise<void>
}

interface Setup {
  readonly hosts: readonly Host[]
  readonly destination: string
  readonly forks: number
  /** A folder of its own that exists. */
  readonly folder: string
  /** Path of Python on the hosts. Without it Ansible looks for one on each, as it does by default. */
  readonly python?: string
  readonly signal: AbortSignal
}

/** Ansible from PyPI, in a folder of its own below ~/.cache that later runs find again. Rejects when it cannot be had. */
export async function installAnsible(signal: AbortSignal): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
  const folder = join(cache, 'drover', `ansible-core-${version}`)
  const program = join(folder, 'bin', 'ansible')
  const done = join(folder, '.installed')
  if (existsSync(done)) return program
  console.log(`installing ansible-core ${version} from PyPI in ${folder}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await output({ argv: ['python3', '-m', 'venv', folder], signal, timeoutMs: 60_000 })
  const pip = [join(folder, 'bin', 'python'), '-m', 'pip', 'install', '--quiet', '--no-input']
  await output({ argv: [...pip, `ansible-core==${version}`], signal, timeoutMs: 180_000 })
  writeFileSync(`${done}.new`, '')
  renameSync(`${done}.new`, done)
  return program
}

/** Pipelining, forks and pinned host keys; all else as it is by default. */
export function makeAnsible(program: string, setup: Setup): Ansible {
  const { hosts, destination, forks, folder, python, signal } = setup
  const config = join(folder, 'ansible.cfg')
  const inventory = join(folder, 'inventory')
  const sockets = join(folder, 'cp')
  writeFileSync(inventory, `[all]\n${hosts.map(inventoryLine).join('\n')}\n`)
  writeFileSync(
    config,
    `[defaults]
inventory = ${inventory}
forks = ${forks}
${python === undefined ? '' : `interpreter_python = ${python}\n`}home = ${join(folder, 'ansible')}
[ssh_connection]
pipelining = True
control_path_dir = ${sockets}
`,
  )
  return {
    destination,
    disconnect: async () => {
      if (!existsSync(sockets)) return
      const paths = readdirSync(sockets).map((name) => join(sockets, name))
      await eachOf(paths, forks, (path) =>
        output({
          argv: ['ssh', '-O', 'exit', '-o', `ControlPath=${path}`, 'any'],
          signal,
          timeoutMs: 10_000,
        }),
      )
    },
    copy: async (file, expected) => {
      const said = await output({
        argv: [program, 'all', '--one-line', '-m', 'copy', '-a', `src=${file} dest=${destination} mode=0644`],
        signal,
        timeoutMs: 120_000,
        env: { PATH: process.env.PATH, HOME: process.env.HOME, LC_ALL: 'C.UTF-8', ANSIBLE_CONFIG: config },
      })
      // It also says which Python it found.
      const count = said.split('\n').filter((line) => line.includes(` | ${expected} => `)).length
      if (count !== hosts.length) {
        throw new Error(`ansible: ${count} of ${hosts.length} hosts said ${expected}: ${said.slice(0, 500)}`)
      }
    },
  }
}

function inventoryLine({ name, identity, options }: Host): string {
  const place = `ansible_host=${identity.address} ansible_port=${identity.port} ansible_user=${identity.user}`
  return `${name} ${place} ansible_ssh_common_args='${options.join(' ')}'`
}
