import type { Command } from '../../base/command.js'
import { programCommand } from '../../programs/program.js'

/** One boot of a machine. */
export interface Boot {
  /** The kernel's own: another one at each boot. */
  readonly id: string
  /** How long its first process runs. */
  readonly ageSeconds: number
}

export const bootCommand: Command = programCommand('lifecycle/boot.sh')

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
    ...['systemd-run', '--quiet', '--collect', '--on-active=1', '--timer-property=AccuracySec=100ms'],
    ...['systemctl', 'reboot'],
  ],
}
