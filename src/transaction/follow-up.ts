import type { FollowUp } from '../base/follow-up.js'

/** One line: how a follow-up is kept on the machine while it has yet to be run, and how it is shown. */
export function encodeFollowUp(followUp: FollowUp): string {
  switch (followUp.kind) {
    case 'daemon-reload':
      return 'daemon-reload'
    case 'command':
      return `command ${followUp.command}`
    default:
      return `${followUp.kind} ${followUp.unit}`
  }
}

/** Back from `encodeFollowUp`; undefined for a line that it never makes. */
export function parseFollowUp(line: string): FollowUp | undefined {
  const [word = '', ...rest] = line.split(' ')
  const argument = rest.join(' ')
  if (word === 'daemon-reload' && argument === '') return { kind: 'daemon-reload' }
  if (argument === '') return undefined
  if (word === 'command') return { kind: 'command', command: argument }
  if (word === 'reload' || word === 'restart') return { kind: word, unit: argument }
  return undefined
}
