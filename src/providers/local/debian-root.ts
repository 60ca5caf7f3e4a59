import { createHash } from 'node:crypto'
import type { LocalSettings } from './settings.js'

/** Everything that a Debian root is made from. Equal recipes give the same root. */
export interface RootRecipe {
  readonly suite: string
  readonly packages: readonly string[]
  /** Packages that apt puts into a copy of the root of `packages`; empty for that root itself. */
  readonly extra: readonly string[]
  /** Mirror for debootstrap; if empty, debootstrap chooses one. */
  readonly mirror: string
  /** apt sources of the machines; if empty, those that debootstrap writes are kept. */
  readonly sources: string
  /** Units that only slow a boot down or have nothing to do in a machine without hardware. */
  readonly masked: readonly string[]
}

export interface Mirror {
  readonly mirror: string
  readonly sources: string
}

/** Packages of every machine: init, SSH, and those that people and Ansible need to work on it. */
const packages = [
  'systemd',
  'systemd-sysv',
  'dbus',
  'openssh-server',
  'ca-certificates',
  'curl',
  'iproute2',
  'iputils-ping',
  'less',
  'nftables',
  'procps',
  'python3-minimal',
  'sudo',
]

const masked = [
  'apt-daily.timer',
  'apt-daily-upgrade.timer',
  'console-getty.service',
  'dpkg-db-backup.timer',
  'e2scrub_all.timer',
  'e2scrub_reap.service',
  'fstrim.timer',
  'getty.target',
  'getty-static.service',
  'kmod-static-nodes.service',
  'systemd-ask-password-console.path',
  'systemd-ask-password-wall.path',
  'systemd-binfmt.service',
  'systemd-firstboot.service',
  'systemd-journal-flush.service',
  'systemd-modules-load.service',
  'systemd-networkd-wait-online.service',
  'systemd-pcrphase.service',
  'systemd-pcrphase-sysinit.service',
  'systemd-pstore.service',
  'systemd-random-seed.service',
  'systemd-repart.service',
  'systemd-timesyncd.service',
  'systemd-udevd.service',
  'systemd-udev-trigger.service',
  'systemd-update-utmp.service',
  'systemd-update-utmp-runlevel.service',
]

export function rootRecipe(settings: LocalSettings, { mirror, sources }: Mirror): RootRecipe {
  return {
    suite: settings.suite,
    packages,
    extra: [...new Set(settings.packages)].filter((name) => !packages.includes(name)).sort(),
    mirror,
    sources,
    masked,
  }
}

/** The name of the root's folder. It depends on `script`, which makes the root, so that a new version makes a new root. */
export function rootDigest(recipe: RootRecipe, script: string): string {
  const text = JSON.stringify([recipe, script])
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
