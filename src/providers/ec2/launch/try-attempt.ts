import { DroverError } from '../../../base/errors.js'
import { byTokens, describeInstances } from '../describe.js'
import { Ec2Failure } from '../ec2-failure.js'
import { isEnded } from '../own-machine.js'
import { poll } from '../poll.js'
import { type Attempt, clientToken } from './attempts.js'
import { deriveHostKey } from './host-key.js'
import type { Intent } from './intent.js'
import { launchCall } from './launch-input.js'
import type { LaunchTask } from './launch-task.js'
import { maxUserDataBytes, renderUserData } from './user-data.js'

export type AttemptOutcome =
  | { readonly kind: 'made'; readonly id: string }
  | { readonly kind: 'no-room'; readonly failure: Ec2Failure }
  /** The machine of the token is gone, so another machine needs a new token. */
  | { readonly kind: 'used-up'; readonly failure: Ec2Failure }

/** How long a call without an answer is repeated. */
const answerMs = 180_000
/** How long an instance may take to be listed after it was made. */
const visibleMs = 60_000

/**
 * Makes the machine in the present place of the intent. When the outcome of the call is unknown, machines are
 * observed, and the call is repeated with the same token. Throws failures that neither a repeat nor another place would mend.
 */
export async function tryAttempt(task: LaunchTask, intent: Intent): Promise<AttemptOutcome> {
  const { context, request, callContext, progress } = task
  const attempt = intent.attempts[intent.next]
  if (attempt === undefined) throw new TypeError('the intent has no attempt left')
  progress(`make a ${attempt.type} in ${attempt.zone}`)
  const input = await callFor(task, { intent, attempt })
  let capacityFailures = 0
  const end = await poll<AttemptOutcome>(
    { clock: context.clock, subject: request.name, deadlineMs: answerMs, signal: callContext.signal },
    async (waitedMs) => {
      try {
        return await send(task, { input, region: intent.region })
      } catch (error) {
        if (!(error instanceof Ec2Failure)) throw error
        if (error.next === 'next-place') capacityFailures += 1
        // After a lack of capacity the token is repeated once: the call would return a machine that is not listed yet.
        const mayRepeat = error.next === 'next-place' ? capacityFailures < 2 : waitedMs <= answerMs
        return afterFailure(task, { intent, failure: error, mayRepeat })
      }
    },
  )
  if (end !== undefined) return end
  throw new DroverError(`${request.name}: RunInstances in ${intent.region} had no answer`, {
    reason: 'provider-unreachable',
    hint: 'Run the operation again: it finds what this attempt may have made.',
  })
}

async function send(
  { context, request, callContext }: LaunchTask,
  { input, region }: { readonly input: ReturnType<typeof launchCall>; readonly region: string },
): Promise<AttemptOutcome> {
  request.spend()
  const options = { input, region, subject: request.name, signal: callContext.signal, repeat: false }
  const answer = await context.calls.call('RunInstances', options)
  const id = answer.Instances?.[0]?.InstanceId
  if (id === undefined) throw nothingMade(request.name)
  return { kind: 'made', id }
}

interface Failed {
  readonly intent: Intent
  readonly failure: Ec2Failure
  readonly mayRepeat: boolean
}

/** The outcome of an attempt whose call failed; undefined when the call should be repeated. */
async function afterFailure(
  task: LaunchTask,
  { intent, failure, mayRepeat }: Failed,
): Promise<AttemptOutcome | undefined> {
  if (failure.code === 'IdempotentInstanceTerminated') return { kind: 'used-up', failure }
  if (failure.code === 'IdempotentParameterMismatch') return adopt(task, { intent, failure })
  const leftover = await findLeftoverQuietly(task, intent)
  if (leftover !== undefined) return { kind: 'made', id: leftover }
  if (failure.next !== 'next-place' && failure.next !== 'observe') throw failure
  if (mayRepeat) return undefined
  if (failure.next === 'next-place') return { kind: 'no-room', failure }
  throw failure
}

/** The living machine that an earlier call of this intent made, if one is listed. */
export async function findLeftover(task: LaunchTask, intent: Intent): Promise<string | undefined> {
  const [first] = (await describeTokens(task, intent)).filter((one) => !isEnded(one))
  return first?.id
}

/** A failure to list machines must not hide why the call failed. */
async function findLeftoverQuietly(task: LaunchTask, intent: Intent): Promise<string | undefined> {
  try {
    return await findLeftover(task, intent)
  } catch (error) {
    if (error instanceof Ec2Failure) return undefined
    throw error
  }
}

/** Takes the machine of a token that was used in another call, before the settings or keys changed. */
async function adopt(
  task: LaunchTask,
  { intent, failure }: { readonly intent: Intent; readonly failure: Ec2Failure },
): Promise<AttemptOutcome> {
  const { context, request, callContext, progress } = task
  progress('find the machine of an earlier launch')
  const end = await poll<AttemptOutcome>(
    { clock: context.clock, subject: request.name, deadlineMs: visibleMs, signal: callContext.signal },
    async () => {
      const found = await describeTokens(task, intent)
      const living = found.find((one) => !isEnded(one))
      if (living !== undefined) return { kind: 'made', id: living.id }
      return found.length > 0 ? { kind: 'used-up', failure } : undefined
    },
  )
  if (end === undefined) throw failure
  return end
}

function describeTokens(task: LaunchTask, intent: Intent): ReturnType<typeof describeInstances> {
  const { region } = intent
  const tokens = intent.attempts
    .slice(0, intent.next + 1)
    .map((attempt) => tokenOf(task, { intent, attempt }))
  return describeInstances(task.callContext, { region, filters: byTokens(tokens.reverse()) })
}

interface Place {
  readonly intent: Intent
  readonly attempt: Attempt
}

function tokenOf({ context, request }: LaunchTask, { intent, attempt }: Place): string {
  return clientToken({ ...attempt, ...intent, flock: context.scope.flock, machine: request.name })
}

async function callFor(task: LaunchTask, place: Place): Promise<ReturnType<typeof launchCall>> {
  const { context, request, settings } = task
  const { name: machine, user, authorizedKeys } = request
  const token = tokenOf(task, place)
  const hostKey = deriveHostKey(await request.seed(`ec2 host key ${token}`), token)
  const { makingMinutes, userData: extra } = settings
  const userData = renderUserData({ machine, user, authorizedKeys, hostKey, makingMinutes, extra })
  const bytes = Buffer.byteLength(userData)
  if (bytes > maxUserDataBytes) {
    throw new DroverError(`${machine}: its user data has ${bytes} bytes, EC2 takes ${maxUserDataBytes}`, {
      reason: 'invalid-settings',
      hint: 'Give a shorter "user-data", or fewer authorized keys.',
    })
  }
  const hostKeyLine = hostKey.publicKey
  return launchCall({
    ...place,
    flock: context.scope.flock,
    machine,
    settings,
    token,
    hostKey: hostKeyLine,
    userData,
  })
}

function nothingMade(name: string): DroverError {
  return new DroverError(`${name}: RunInstances answered without an instance`, {
    reason: 'provider-failed',
    hint: 'Run it again.',
  })
}
