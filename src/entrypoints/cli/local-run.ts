import { randomBytes } from 'node:crypto'
import { userInfo } from 'node:os'
import type { Run } from '../../base/run.js'

/** The run of a person at a shell. Time and chance make its id one of a kind. */
export function makeLocalRun(env: NodeJS.ProcessEnv): Run {
  return {
    id: formatLocalId({ time: new Date(), tail: randomBytes(2).toString('hex') }),
    attempt: 1,
    actor: env.USER || accountName(),
  }
}

/** `local-20261121T214305-9f3c`: sorts by time, UTC. */
export function formatLocalId({ time, tail }: { readonly time: Date; readonly tail: string }): string {
  const stamp = time
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replace(/[-:]/g, '')
  return `local-${stamp}-${tail}`
}

/** Throws on a computer that has no entry for this account, as in some containers. */
function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}
