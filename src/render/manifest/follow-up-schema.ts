import { z } from 'zod'
import type { FollowUp } from '../../base/follow-up.js'
import { oneLine } from './field-patterns.js'

/** The rule for follow-ups in a manifest and in `flock.yml`, in words. */
export const followUpRule =
  '"daemon-reload", "reload UNIT", "restart UNIT" or {command: "…"}, or a list of these'

const followUpText = z
  .string()
  .regex(
    /^(?:daemon-reload|(?:reload|restart) (?!-)[a-zA-Z0-9_.@:-]+)$/,
    '"daemon-reload", "reload UNIT", "restart UNIT" or {command: "…"} was expected',
  )

const followUp = z.union([
  followUpText,
  z.strictObject({
    command: oneLine.describe('Shell command, run as root.'),
  }),
])

export const followUpsSchema = z.union([followUp, z.array(followUp)])

export type WrittenFollowUps = z.infer<typeof followUpsSchema>

export function readFollowUps(after: WrittenFollowUps | null | undefined): readonly FollowUp[] {
  const list = after === undefined || after === null ? [] : Array.isArray(after) ? after : [after]
  return list.map((one): FollowUp => {
    if (typeof one !== 'string') return { kind: 'command', command: one.command }
    const [verb, unit] = one.split(' ')
    if (unit === undefined) return { kind: 'daemon-reload' }
    return { kind: verb === 'reload' ? 'reload' : 'restart', unit }
  })
}
