import { z } from 'zod'
import { DroverError } from '../../base/errors.js'
import type { Json, JsonObject } from '../../base/json.js'
import { outcomeKinds } from '../../base/outcome.js'
import { type ReasonCode, reasons } from '../../base/reasons.js'
import type { LedgerRecord } from '../../events/record.js'
import { eventOfKeys, keysOfEvent } from '../../events/record-of.js'

/** Encodes a record as the text of a file, which is folded into the branch later. Bytes become base64. */
export function encodeRecord(record: LedgerRecord): string {
  const changes = record.changes.map((change) =>
    change.kind === 'put' ? { ...change, bytes: change.bytes.toString('base64') } : change,
  )
  const event = record.event === undefined ? {} : { event: keysOfEvent(record.event) }
  return `${JSON.stringify({ version, ...record, changes, ...event })}\n`
}

/** Throws `invalid-argument` when the text is no record. */
export function parseRecord(text: string): LedgerRecord {
  try {
    const { version: _, event, ...record } = recordSchema.parse(JSON.parse(text))
    return { ...record, ...(event === undefined ? {} : { event: eventOfKeys(event) }) }
  } catch (cause) {
    throw new DroverError('record file: is no record of this version of Drover', {
      reason: 'invalid-argument',
      hint: 'Give a file as Drover wrote it when it could not push.',
      cause,
    })
  }
}

const version = 1

const json: z.ZodType<Json> = z.json()

const putSchema = z.object({
  kind: z.literal('put'),
  path: z.string(),
  mode: z.enum(['100644', '100755', '120000']),
  bytes: z.base64().transform((text) => Buffer.from(text, 'base64')),
})

const recordSchema = z.object({
  version: z.literal(version),
  id: z.string(),
  run: z.object({
    id: z.string(),
    attempt: z.int(),
    actor: z.string(),
    url: z.string().exactOptional(),
  }),
  operation: z.string(),
  machine: z.string(),
  outcome: z.enum(outcomeKinds),
  reason: z.custom<ReasonCode>((value) => typeof value === 'string' && Object.hasOwn(reasons, value)),
  message: z.string(),
  time: z.string(),
  durationMs: z.number(),
  config: z.string(),
  changes: z.array(
    z.discriminatedUnion('kind', [
      putSchema,
      z.object({ kind: z.literal('remove'), path: z.string() }),
      z.object({ kind: z.literal('clear'), folder: z.string() }),
    ]),
  ),
  over: z.object({ path: z.string(), sha256: z.string().exactOptional() }).exactOptional(),
  event: (z.record(z.string(), json) as z.ZodType<JsonObject>).exactOptional(),
})
