import { afterAll, expect, test } from 'vitest'
import type { AcmeAsked, AcmeHook } from '../support/acme-proxy.ts'
import { makeOrderingMachines } from '../support/ordering-machines.ts'

const { addressOf, flock, pebble, stop, withMachine } = await makeOrderingMachines('certfail', 1, [
  '{name}.certs.test',
  'b.{name}.certs.test',
])

afterAll(stop)

const good = 'kill-1.certs.test'
const bad = 'b.kill-1.certs.test'
const failures = '/var/lib/drover/certificates/failures'

/** Drover finds both names in order; the ACME server, which asks when a challenge is answered, does not find one. */
const loseOne =
  (next: AcmeHook = async () => 'pass'): AcmeHook =>
  async (asked) => {
    if (asked.what === 'POST chalZ' && asked.status === undefined) await pebble.setAddresses(bad, [])
    return await next(asked)
  }
const ordersIn = (asked: readonly AcmeAsked[]): number =>
  asked.filter(({ what, status }) => what === 'POST order-plz' && status === 201).length
const findAgain = (): Promise<void> => pebble.setAddresses(bad, [addressOf('kill-1')])

/** The failures of names that the log of the branch has of the last event. */
function lastEvent(): { readonly failed_authorizations?: number; readonly failed_names?: readonly string[] } {
  const path = `log/${new Date().toISOString().slice(0, 10).replaceAll('-', '/')}.jsonl`
  const lines = flock.ops.read(path).trim().split('\n')
  return JSON.parse(lines.at(-1) ?? '{}')
}

test('each failed authorization counts once, for its name, and the third keeps the name from being ordered', () =>
  withMachine(async ({ on, certbot, kill, proxy }) => {
    const names = async (): Promise<string> => on(`cut -d ' ' -f 2 ${failures} 2>/dev/null || true`)
    await pebble.setAddresses(good, [addressOf('kill-1')])

    // One of two names fails: it alone is counted, and the unit does not order again.
    await findAgain()
    proxy.begin(loseOne())
    const first = await certbot()
    expect(first, JSON.stringify(first)).toMatchObject({ outcome: 'failed', reason: 'authorization-failed' })
    expect(first.message).toContain(`could not prove "${bad}" (`)
    expect(ordersIn(proxy.asked())).toBe(1)
    expect(await names()).toBe(`${bad}\n`)
    expect(lastEvent()).toMatchObject({ failed_authorizations: 1, failed_names: [bad] })

    // The server decides while certbot is ended by nonces: asked for afterwards, it counts, and is the reason.
    await findAgain()
    let refused = 0
    let hasAnswered = false
    const refuseNonces: AcmeHook = async ({ what, status }) => {
      if (what === 'POST chalZ' && status !== undefined) hasAnswered = true
      if (!hasAnswered || what !== 'POST authZ' || status !== undefined || refused === 2) return 'pass'
      refused += 1
      return 'bad-nonce'
    }
    proxy.begin(loseOne(refuseNonces))
    const second = await certbot()
    expect(refused).toBe(2)
    expect(second, JSON.stringify(second)).toMatchObject({
      outcome: 'failed',
      reason: 'authorization-failed',
    })
    expect(second.message).toContain(`could not prove "${bad}" (`)
    expect(ordersIn(proxy.asked())).toBe(1)
    expect(await names()).toBe(`${bad}\n${bad}\n`)
    expect(lastEvent()).toMatchObject({ failed_authorizations: 1, failed_names: [bad] })

    // Cut off once the server has the answers: the next run counts, and orders nothing in the same breath.
    await findAgain()
    let answered = 0
    proxy.begin(
      loseOne(async ({ what, status }) => {
        if (what === 'POST chalZ' && status === 200) answered += 1
        if (what !== 'POST authZ' || status !== undefined || answered !== 2) return 'pass'
        answered += 1
        await kill()
        return 'cut'
      }),
    )
    expect(await certbot()).toMatchObject({ outcome: 'failed', reason: 'killed' })
    expect(await names()).toBe(`${bad}\n${bad}\n`)
    await findAgain()
    const third = await certbot()
    expect(third, JSON.stringify(third)).toMatchObject({ outcome: 'failed', reason: 'too-many-failures' })
    expect(third.message).toContain(`3 authorizations of ${bad} failed within an hour`)
    expect(await names()).toBe(`${bad}\n${bad}\n${bad}\n`)
    expect(lastEvent()).toMatchObject({ failed_authorizations: 1, failed_names: [bad] })
    expect(ordersIn(proxy.asked())).toBe(1)

    // From now on Drover itself refuses, and says which name and until when; also when only the log knows.
    await on(`rm ${failures}`)
    proxy.begin()
    const fourth = await certbot()
    expect(fourth, JSON.stringify(fourth)).toMatchObject({ outcome: 'failed', reason: 'too-many-failures' })
    expect(fourth.message).toMatch(
      new RegExp(
        `^3 authorizations of "${bad}" failed within an hour: nothing is ordered before [0-9T:-]+Z$`,
      ),
    )
    expect(proxy.asked()).toEqual([])

    // The other name is free.
    flock.ops.push(
      { 'flock.yml': flock.ops.read('flock.yml').replace(', "b.{name}.certs.test"', '') },
      'one name',
    )
    const alone = await certbot()
    expect(alone, JSON.stringify(alone)).toMatchObject({ outcome: 'changed', reason: 'done' })
    expect(ordersIn(proxy.asked())).toBe(1)
    expect(pebble.counts()).toEqual({ orders: 4, certificates: 1, failedAuthorizations: 3 })
  }))
