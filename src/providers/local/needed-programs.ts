import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { DroverError } from '../../base/errors.js'

/** Programs that local machines need on this computer, and the Debian package of each. */
export const neededPrograms: Readonly<Record<string, string>> = {
  'systemd-nspawn': 'systemd-container',
  debootstrap: 'debootstrap',
  ip: 'iproute2',
  nft: 'nftables',
  'ssh-keygen': 'openssh-client',
  unshare: 'util-linux',
  flock: 'util-linux',
  setsid: 'util-linux',
  mount: 'mount',
}

// Programs for root are often not in the PATH of others.
const folders = ['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/local/bin', '/usr/bin', '/bin']

/** Throws one `missing-tool` error that names all that is missing on this computer. */
export function requirePrograms(path: readonly string[] = folders): void {
  if (process.platform !== 'linux') {
    throw new DroverError(`local machines: need Linux: this is "${process.platform}"`, {
      reason: 'missing-tool',
      hint: 'Run Drover on Linux: a virtual machine or a hosted runner will do.',
    })
  }
  const missing = Object.entries(neededPrograms).filter(([program]) => !isInstalled(program, path))
  if (missing.length === 0) return
  const names = missing.map(([program]) => `"${program}"`).join(', ')
  const packages = [...new Set(missing.map(([, name]) => name))].join(' ')
  throw new DroverError(`local machines: not installed: ${names}`, {
    reason: 'missing-tool',
    hint: `On Debian or Ubuntu: sudo apt-get install --no-install-recommends ${packages}`,
  })
}

function isInstalled(program: string, path: readonly string[]): boolean {
  return path.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
