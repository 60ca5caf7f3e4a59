import { z } from 'zod'
import type { OutcomeKind } from '../base/outcome.js'
import type { ReasonCode } from '../base/reasons.js'
import { encodePythonJson } from './python-json.js'
import type { LedgerRecord } from './record.js'
import { logEventOf } from './record-of.js'

/** One line of `log/YYYY/MM/DD.jsonl`. */
export interface LogEvent {
  readonly time: string
  readonly machine: string
  readonly operation: string
  readonly outcome: OutcomeKind
  readonly reason: ReasonCode
  readonly message: string
  readonly duration_ms: number
  readonly config: string
  readonly run_id: string
  readonly run_attempt: number
  readonly run_url?: string
  readonly actor: string
  readonly record: string
  /** True for what was written down while the work went on: no end of it. */
  readonly note?: boolean
  /** True for what ordered a certificate. */
  readonly ordered?: boolean
  /** How many names the ACME server could not prove. */
  readonly failed_authorizations?: number
  /** Which: a name for each. An event of an earlier version has only their number. */
  readonly failed_names?: readonly string[]
  /** At which step it failed or was cut off. */
  readonly step?: string
  /** Its kind; an event of an earlier version has none. */
  readonly step_kind?: string
}

/** One line of `log/`, with its newline. */
export function encodeLogLine(record: LedgerRecord): string {
  return `${encodePythonJson(logEventOf(record))}\n`
}

/** `log/YYYY/MM/DD.jsonl` of a UTC time: a record always belongs to the day it started. */
export function logPath(time: string): string {
  const [year, month, day] = time.slice(0, 10).split('-')
  return `log/${year}/${month}/${day}.jsonl`
}

/** An event, or why the line is none. Keys that this version does not know are kept. */
export function parseLogLine(text: string): LogEvent | { readonly broken: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { broken: 'is not JSON' }
  }
  const result = eventSchema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  return { broken: `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'is no event'}` }
}

/** Those of `wanted` that a file of `log/` holds. A broken line holds none. */
export function heldRecords(log: string, wanted: ReadonlySet<string>): ReadonlySet<string> {
  const held = new Set<string>()
  for (const line of log.split('\n')) {
    if (!mayHold(line, wanted)) continue
    const event = parseLogLine(line)
    if (!('broken' in event) && wanted.has(event.record)) held.add(event.record)
  }
  return held
}

/** A day has thousands of lines, and of those that we wrote hardly any has to be read whole. */
function mayHold(line: string, wanted: ReadonlySet<string>): boolean {
  const written = [...line.matchAll(/"record": "([^"\\]*)"/g)]
  return line.trim() !== '' && (written.length === 0 || written.some(([, id = '']) => wanted.has(id)))
}

const text = z.string()
// A later version may have more outcomes and reasons than this one: history shows them all.
const outcome = z.custom<OutcomeKind>((value) => typeof value === 'string')
const reason = z.custom<ReasonCode>((value) => typeof value === 'string')

const eventSchema = z.looseObject({
  time: text,
  machine: text,
  operation: text,
  outcome,
  reason,
  message: text,
  duration_ms: z.number(),
  config: text,
  run_id: text,
  run_attempt: z.number(),
  run_url: text.exactOptional(),
  actor: text,
  record: text,
  note: z.boolean().exactOptional(),
  ordered: z.boolean().exactOptional(),
  failed_authorizations: z.number().exactOptional(),
  failed_names: z.array(text).exactOptional(),
  step: text.exactOptional(),
  step_kind: text.exactOptional(),
})
