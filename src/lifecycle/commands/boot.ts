import type { Command } from '../../base/command.js'

/** One boot of a machine. */
export interface Boot {
  /** The kernel's own: another one at each boot. */
  readonly id: string
  /** How long its first process runs. */
  readonly ageSeconds: number
}

/*
 * The age is that of process 1 and not that of the kernel, so that it is right in a container too.
 * Field 22 of /proc/1/stat is its start in hundredths of a second; a name in field 2 may hold blanks.
 */
const script = `set -eu
cat /proc/sys/kernel/random/boot_id
read -r uptime _ </proc/uptime
stat=$(cat /proc/1/stat)
set -- \${stat##*) }
echo "\${uptime%.*} \${20}"
`

export const bootCommand: Command = { argv: ['sh', '-c', script] }

/** Undefined when the answer is none. */
export function parseBoot(answer: string): Boot | undefined {
  const [, id, uptime, start] = /^([0-9a-f-]{36})\n(\d+) (\d+)$/.exec(answer.trim()) ?? []
  if (id === undefined) return undefined
  return { id, ageSeconds: Math.max(0, Number(uptime) - Number(start) / 100) }
}

/**
 * Asks for a reboot and answers at once: the command itself would be cut off by it. A moment later,
 * so that the answer gets through.
 */
export const rebootCommand: Command = {
  argv: [
    'sh',
    '-c',
    'systemd-run --quiet --collect --on-active=1 --timer-property=AccuracySec=100ms systemctl reboot',
  ],
}
