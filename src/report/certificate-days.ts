import type { CertificateData } from '../base/outcome-data.js'
import { countOf } from '../base/text/count-of.js'

const dayMs = 86_400_000

/** Below this many days a person is warned: the machine's own timer renews at 30. */
const warningDays = 21
/** Below this many days it is a failure: something has kept the machine from renewing for three weeks. */
export const failureDays = 7
/** Of one that is issued for days only, the part that must be left in their place. */
const parts = { warning: 1 / 2, failure: 1 / 6 } as const

/** From when to when a certificate is good, ISO 8601. */
export interface CertificateSpan {
  readonly notBefore?: string
  readonly notAfter: string
}

/** How much a certificate's end needs looking at. */
type CertificateUrgency = CertificateData['urgency']

export interface CertificateTime {
  readonly urgency: CertificateUrgency
  /** Whole days that are left; negative when it has ended. */
  readonly days: number
  /** For a person: `89 days left`, `expired 3 days ago`. */
  readonly text: string
}

/** Pure: what the end of a certificate means at a moment (milliseconds since the epoch). */
export function certificateTime({ notBefore, notAfter }: CertificateSpan, nowMs: number): CertificateTime {
  const endMs = Date.parse(notAfter)
  const leftMs = endMs - nowMs
  const wholeMs = notBefore === undefined ? Number.POSITIVE_INFINITY : endMs - Date.parse(notBefore)
  const days = Math.floor(leftMs / dayMs)
  return { urgency: urgencyOf(leftMs, wholeMs), days, text: describe(leftMs) }
}

/** For the cell of a table: `89 days`, or that it has expired. */
export function shortDays({
  daysLeft,
  urgency,
}: {
  readonly daysLeft: number
  readonly urgency: string
}): string {
  if (urgency === 'expired') return 'expired'
  return countOf(daysLeft, 'day')
}

function urgencyOf(leftMs: number, wholeMs: number): CertificateUrgency {
  if (leftMs <= 0) return 'expired'
  if (leftMs < Math.min(failureDays * dayMs, wholeMs * parts.failure)) return 'urgent'
  return leftMs < Math.min(warningDays * dayMs, wholeMs * parts.warning) ? 'soon' : 'fine'
}

function describe(leftMs: number): string {
  const days = Math.floor(Math.abs(leftMs) / dayMs)
  const count = countOf(days, 'day')
  if (leftMs <= 0) return days === 0 ? 'expired today' : `expired ${count} ago`
  return days === 0 ? 'less than a day left' : `${count} left`
}
