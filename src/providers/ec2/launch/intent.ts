import * as z from 'zod'
import type { JsonObject } from '../../../base/json.js'

const text = z.string().min(1)

const intentSchema = z.object({
  provider: z.literal('ec2'),
  region: text,
  /** The run that the machine is tagged with, also when another run goes on. */
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
   * Which attempt may have had its effect; those before it are known to have made nothing, and with
   * as many as there are attempts that is so of all.
   */
  next: z.int().min(0),
})

/**
 * What is written down before anything is made. All that the launch call says follows from it, the
 * settings and the keys, so that the same call can be made again.
 */
export type Intent = z.output<typeof intentSchema>

/** An intent that was remembered; undefined if it is none that this version can go on with. */
export function parseIntent(remembered: JsonObject | undefined): Intent | undefined {
  return intentSchema.safeParse(remembered).data
}

/** As `launch.json` holds it. */
export function encodeIntent(intent: Intent): JsonObject {
  return intent
}

/**
 * Whether the remembered call is to be made again. Later than half of its time nothing of it can
 * still come to light, and a machine of it would have too little time left to be completed.
 */
export function isRepeatable(intent: Intent, { region, nowMs }: { region: string; nowMs: number }): boolean {
  const [at, end] = [Date.parse(intent.at), Date.parse(intent.expiresAt)]
  return intent.region === region && intent.next < intent.attempts.length && nowMs < at + (end - at) / 2
}
