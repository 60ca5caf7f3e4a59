import { describe, expect, test } from 'vitest'
import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import type { ReasonCode } from '../base/reasons.js'
import { Secret } from '../base/secret.js'
import type { Session } from '../remote/session.js'
import { keepLink, type Link } from './keep-link.js'
import type { Task } from './task.js'

const fail = (reason: ReasonCode): DroverError => new DroverError('lo-1: it broke', { reason })

interface Made {
  readonly link: Link
  readonly given: Session
  /** Sessions that were made and closed again. */
  readonly closed: Session[]
  readonly passMs: (ms: number) => void
  connects(): number
}

/** A job on a clock that only passes in pauses; `refuse` says how a connection fails. */
function make({
  throwIfInvalid,
  signal,
}: {
  throwIfInvalid?: (count: number) => ReasonCode | undefined
  signal?: AbortSignal
} = {}): Made {
  let nowMs = 0
  let connects = 0
  const closed: Session[] = []
  const makeSession = (): Session => {
    const session: Session = {
      exec: () => Promise.reject(new Error('not here')),
      start: () => Promise.reject(new Error('not here')),
      close: async () => void closed.push(session),
      [Symbol.asyncDispose]: async () => undefined,
    }
    return session
  }
  const given = makeSession()
  const ports = {
    clock: {
      elapsed: () => nowMs,
      random: () => 0.9,
      sleep: async (ms: number) => {
        signal?.throwIfAborted()
        nowMs += ms
      },
    },
    sshKey: async () => new Secret('key', 'a key'),
    remote: {
      connect: async () => {
        connects += 1
        const reason = throwIfInvalid?.(connects)
        if (reason !== undefined) throw fail(reason)
        return makeSession()
      },
    },
    ...(signal === undefined ? {} : { signal }),
  }
  const task = { ports, machine: { name: 'lo-1' }, stepStarted: () => undefined } as unknown as Task
  const link = keepLink(task, { session: given, identity: {} as Identity, subject: 'lo-1: update' })
  return {
    link,
    given,
    closed,
    connects: () => connects,
    passMs: (ms) => {
      nowMs += ms
    },
  }
}

describe('a link', () => {
  test('that holds is the session that was given', async () => {
    const { link, given, connects } = make()
    expect(await link.over(async (session) => session === given)).toBe(true)
    expect([link.isLost(), connects()]).toEqual([false, 0])
  })

  test.each(['connection-lost', 'timed-out', 'unreachable'] as const)(
    'that fails with %s is made anew',
    async (reason) => {
      const { link, given, closed } = make()
      let tries = 0
      const used = await link.over(async (session) => {
        tries += 1
        if (tries < 3) throw fail(reason)
        return session
      })
      expect(used).not.toBe(given)
      expect(link.isLost()).toBe(true)
      // The given one is its owner's to close.
      expect(closed).toHaveLength(1)
      expect(closed).not.toContain(given)
    },
  )

  test('whose machine does not answer for two minutes is given up', async () => {
    const { link, connects } = make({ throwIfInvalid: () => 'unreachable' })
    const ended = link.over(() => Promise.reject(fail('connection-lost')))
    await expect(ended).rejects.toMatchObject({
      reason: 'connection-lost',
      message: expect.stringContaining('lo-1: update'),
    })
    expect(connects()).toBeGreaterThan(10)
  })

  test('that is lost again and again is kept while the machine answers in between', async () => {
    const { link, passMs } = make()
    let losses = 0
    await link.over(async () => {
      passMs(60_000)
      link.answered()
      losses += 1
      if (losses < 20) throw fail('connection-lost')
    })
    expect(losses).toBe(20)
  })

  test.each(['host-key-mismatch', 'command-failed', 'authentication-failed'] as const)(
    'ends at once with %s',
    async (reason) => {
      const { link, connects } = make()
      await expect(link.over(() => Promise.reject(fail(reason)))).rejects.toMatchObject({ reason })
      expect(connects()).toBe(0)
    },
  )

  test('of a run that is cancelled ends at once, and says that the machine goes on', async () => {
    const cancelling = new AbortController()
    const { link, connects } = make({ signal: cancelling.signal })
    const ended = link.over(async () => {
      cancelling.abort(new Error('enough'))
      throw fail('connection-lost')
    })
    await expect(ended).rejects.toMatchObject({
      reason: 'cancelled',
      hint: expect.stringContaining('finishes by itself'),
    })
    await expect(link.pause(() => Promise.reject(new Error('enough')))).rejects.toMatchObject({
      reason: 'cancelled',
    })
    expect(connects()).toBe(0)
  })
})
