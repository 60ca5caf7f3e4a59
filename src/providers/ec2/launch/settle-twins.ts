import { ambiguous } from '../ambiguous.js'
import { endOwn } from '../end-machine.js'
import { bySeniority, type Ours } from '../select-ours.js'
import type { LaunchTask } from './launch-task.js'

/** How long another launch may take to notice that its machine came second. */
const yieldMs = 30_000

/**
 * Settles that two concurrent launches made a machine of one name. The launch that made the later machine
 * terminates it. If that does not happen, the launch that made the first one terminates that, because the other
 * may be in use already. A launch terminates only its own machine. Throws `ambiguous-machine` when neither is its own.
 */
export async function settleTwins(
  { context, request, callContext, made, progress }: LaunchTask,
  { found, sinceMs }: { readonly found: readonly Ours[]; readonly sinceMs: number },
): Promise<void> {
  progress(`settle which of ${found.map(({ id }) => `"${id}"`).join(' and ')} stays`)
  const [senior, ...juniors] = [...found].sort(bySeniority)
  const late = sinceMs > yieldMs
  const ending = juniors.filter((one) => mayEnd(one, made))
  if (ending.length === 0 && late) {
    if (senior === undefined || !mayEnd(senior, made)) throw ambiguous(request.name, found)
    ending.push(senior)
  }
  for (const { id, name, region } of ending) {
    await endOwn({ ...context, signal: callContext.signal }, { id, name, region })
  }
}

function mayEnd({ id, expiresAt }: Ours, made: ReadonlySet<string>): boolean {
  return made.has(id) && expiresAt !== undefined
}
