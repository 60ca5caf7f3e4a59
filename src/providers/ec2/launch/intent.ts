import * as z from 'zod'
import type { JsonObject } from '../../../base/json.js'

const text = z.string().min(1)

const intentSchema = z.object({
  provider: z.literal('ec2'),
  region: text,
  /** The run in the machine's tags, also when another run continues the launch. */
  run: text,
  nonce: text,
  at: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  image: text,
  rootDevice: text,
  /** GiB. */
  volumeSize: z.int().min(1),
  securityGroups: z.array(text),
  attempts: z.array(z.object({ zone: text, type: text, subnet: text })).min(1),
  /**
   * Index of the attempt that may have had its effect. Earlier attempts are known to have made nothing;
   * if the index is the number of attempts, none has made anything.
   */
  next: z.int().min(0),
})

/**
 * The intent of a launch, which is recorded before anything is made. The launch call follows from the intent,
 * the settings and the keys, so that the same call can be repeated.
 */
export type Intent = z.output<typeof intentSchema>

/** Parses a remembered intent; undefined if this version cannot continue with it. */
export function parseIntent(remembered: JsonObject | undefined): Intent | undefined {
  return intentSchema.safeParse(remembered).data
}

/** Encodes an intent for `launch.json`. */
export function encodeIntent(intent: Intent): JsonObject {
  return intent
}

/**
 * Whether the remembered call should be repeated. After half of its time a machine that it made would be listed
 * already, and a new machine would have too little time left to be completed.
 */
export function isRepeatable(intent: Intent, { region, nowMs }: { region: string; nowMs: number }): boolean {
  const [at, end] = [Date.parse(intent.at), Date.parse(intent.expiresAt)]
  return intent.region === region && intent.next < intent.attempts.length && nowMs < at + (end - at) / 2
}
