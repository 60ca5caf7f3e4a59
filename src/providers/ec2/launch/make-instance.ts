import { randomBytes } from 'node:crypto'
import { Ec2Failure } from '../ec2-failure.js'
import { planAttempts } from './attempts.js'
import { findImage } from './find-image.js'
import { findNetwork } from './find-network.js'
import { encodeIntent, type Intent, isRepeatable, parseIntent } from './intent.js'
import type { LaunchTask } from './launch-task.js'
import { findLeftover, tryAttempt } from './try-attempt.js'

/** The making of a machine, in place after place until one has capacity. */
export interface Making {
  /** Makes an instance and returns its id, or the id of an instance that an earlier attempt left. Throws when no place is left. */
  make(): Promise<string>
  /** Moves to the next place after the present one failed. Throws `out-of-capacity` when there is none. */
  moveOn(failure: Ec2Failure): Promise<void>
}

/** How often a launch starts anew because its token's machine is gone. */
const maxIntents = 3

/** Records an intent before anything is made, or continues with the recorded one. */
export async function startMaking(task: LaunchTask): Promise<Making> {
  const { request, context, settings } = task
  const nowMs = context.clock.now()
  const remembered = parseIntent(request.remembered)
  const repeats = remembered !== undefined && isRepeatable(remembered, { region: settings.region, nowMs })
  let intent = repeats ? remembered : await newIntent(task)
  let mayHaveLeftovers = repeats
  let intents = 1
  const failures: string[] = []

  const moveOn = async (failure: Ec2Failure): Promise<void> => {
    const attempt = intent.attempts[intent.next]
    failures.push(`${attempt?.type} in ${attempt?.zone}: ${failure.code}`)
    intent = { ...intent, next: intent.next + 1 }
    mayHaveLeftovers = true
    const isLast = intent.next >= intent.attempts.length
    // The intent is recorded before the next place is tried: a later run must repeat that place, not the first.
    await request.remember(encodeIntent(intent))
    if (isLast) throw noPlaceLeft(request.name, { failures, last: failure })
  }

  const startAnew = async (failure: Ec2Failure): Promise<void> => {
    if (intents >= maxIntents) throw failure
    intents += 1
    intent = await newIntent(task)
    mayHaveLeftovers = false
  }

  /** Notes an instance as made by this launch: its token is from our intent, so nobody else made it. */
  const ours = (id: string): string => {
    task.made.add(id)
    return id
  }

  const make = async (): Promise<string> => {
    for (;;) {
      const leftover = mayHaveLeftovers ? await findLeftover(task, intent) : undefined
      if (leftover !== undefined) return ours(leftover)
      const end = await tryAttempt(task, intent)
      if (end.kind === 'made') return ours(end.id)
      await (end.kind === 'used-up' ? startAnew(end.failure) : moveOn(end.failure))
    }
  }

  return { make, moveOn }
}

/** Reads everything that the launch depends on, and records it as an intent. */
async function newIntent({ context, request, settings, callContext, progress }: LaunchTask): Promise<Intent> {
  progress('find image and subnets')
  const [image, network] = await Promise.all([
    findImage(callContext, settings),
    findNetwork(callContext, settings),
  ])
  const at = context.clock.now()
  const intent: Intent = {
    provider: 'ec2',
    region: settings.region,
    run: request.runId,
    nonce: randomBytes(8).toString('hex'),
    at: new Date(at).toISOString(),
    expiresAt: new Date(at + settings.makingMinutes * 60_000).toISOString(),
    image: image.id,
    rootDevice: image.rootDevice,
    volumeSize: settings.volumeSize ?? image.rootSize,
    securityGroups: [...network.securityGroups],
    attempts: planAttempts({ ...settings, subnets: network.subnets }).map((attempt) => ({ ...attempt })),
    next: 0,
  }
  progress('record the intent of the launch')
  await request.remember(encodeIntent(intent))
  return intent
}

function noPlaceLeft(
  name: string,
  { failures, last }: { readonly failures: readonly string[]; readonly last: Ec2Failure },
): Ec2Failure {
  return new Ec2Failure(`${name}: no place had capacity: ${failures.join('; ')}`, {
    classified: { code: last.code, reason: last.reason, next: 'fail', hint: last.hint ?? '' },
    cause: last,
  })
}
