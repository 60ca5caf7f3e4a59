import { afterAll, expect, test } from 'vitest'
import type { AcmeAsked, AcmeHook } from '../support/acme-proxy.ts'
import { makeOrderingMachines } from '../support/ordering-machines.ts'

const { addressOf, flock, pebble, stop, withMachine } = await makeOrderingMachines('certfail', 1, [
  '{name}.certs.test',
  'b.{name}.certs.test',
  'c.{name}.certs.test',
])

afterAll(stop)

const [good, b, c] = ['kill-1.certs.test', 'b.kill-1.certs.test', 'c.kill-1.certs.test'] as const
const names = [good, b, c]
const failures = '/var/lib/drover/certificates/failures'

/**
 * Drover finds that all names lead here; the ACME server, which asks when a challenge is answered, does not find some.
 * `ended` is called for requests that follow once all are answered.
 */
function lose(lost: readonly string[], ended: AcmeHook = async () => 'pass'): AcmeHook {
  let answered = 0
  return async (asked) => {
    const { what, status } = asked
    if (what === 'POST chalZ' && status === undefined) {
      for (const name of lost) await pebble.setAddresses(name, [])
    }
    if (what === 'POST chalZ' && status === 200) answered += 1
    return answered === names.length && what === 'POST authZ' && status === undefined ? ended(asked) : 'pass'
  }
}

/** The first so many times. */
function times(count: number, verdict: Awaited<ReturnType<AcmeHook>>): AcmeHook {
  let left = count
  return async () => {
    left -= 1
    return left >= 0 ? verdict : 'pass'
  }
}

const ordersIn = (asked: readonly AcmeAsked[]): number =>
  asked.filter(({ what, status }) => what === 'POST order-plz' && status === 201).length

function lastEvent(): Readonly<Record<string, unknown>> {
  const path = `log/${new Date().toISOString().slice(0, 10).replaceAll('-', '/')}.jsonl`
  return JSON.parse(flock.ops.read(path).trim().split('\n').at(-1) ?? '{}')
}

test('each failed authorization counts once, for its name, and the third keeps the name from being ordered', () =>
  withMachine(async ({ on, certbot, kill, proxy }) => {
    const begin = async (hook?: AcmeHook): Promise<void> => {
      for (const name of names) await pebble.setAddresses(name, [addressOf('kill-1')])
      proxy.begin(hook)
    }
    // With another account: Pebble now and then reuses a valid authorization of the same one, although it was told never to.
    const beginAnew = async (hook: AcmeHook): Promise<void> => {
      await on('rm -rf /etc/letsencrypt/accounts')
      await begin(hook)
    }
    const noted = async (): Promise<readonly string[]> =>
      (await on(`cut -d ' ' -f 2 ${failures} | cut -c 1 | sort`)).trim().split('\n')
    const fails = async (lost: readonly string[]): Promise<void> => {
      const ended = await certbot()
      expect(ended, JSON.stringify(ended)).toMatchObject({
        outcome: 'failed',
        reason: 'authorization-failed',
      })
      for (const name of names) expect(ended.message.includes(`"${name}" (`)).toBe(lost.includes(name))
      // The same unit does not try again, whatever its outcome.
      expect(ordersIn(proxy.asked())).toBe(1)
      const { failed_authorizations, failed_names } = lastEvent()
      expect(failed_authorizations).toBe(lost.length)
      expect([...(failed_names as readonly string[])].sort()).toEqual(lost)
    }

    // Two of three names at once.
    await beginAnew(lose([b, c]))
    await fails([b, c])
    expect(await noted()).toEqual(['b', 'c'])

    // certbot is ended by nonces, four times the two that its library bears, which the next try of the unit asks again for: it
    // finds what the server decided.
    await beginAnew(lose([c], times(8, 'bad-nonce')))
    await fails([c])
    expect(await noted()).toEqual(['b', 'c', 'c'])

    // certbot is ended by what no other try follows: the order is looked at once more.
    await beginAnew(lose([b], times(1, 'unauthorized')))
    await fails([b])
    expect(await noted()).toEqual(['b', 'b', 'c', 'c'])

    // The run was cut off, so nobody has counted what the server decided. The next run does, although it is for other names, and orders
    // nothing at the same time.
    const cutOnce = times(1, 'cut')
    await beginAnew(
      lose([b], async (asked) => {
        const verdict = await cutOnce(asked)
        if (verdict === 'cut') await kill()
        return verdict
      }),
    )
    expect(await certbot()).toMatchObject({ outcome: 'failed', reason: 'killed' })
    expect(await noted()).toEqual(['b', 'b', 'c', 'c'])
    const settings = flock.ops.read('flock.yml')
    const without = (name: string): string => {
      const other = settings.replace(`, "${name}.{name}.certs.test"`, '')
      expect(other).not.toBe(settings)
      return other
    }
    flock.ops.push({ 'flock.yml': without('c') }, 'without one name')
    await begin()
    const counted = await certbot()
    expect(counted, JSON.stringify(counted)).toMatchObject({ outcome: 'failed', reason: 'too-many-failures' })
    expect(counted.message).toBe(`3 authorizations of "${b}" failed within an hour: nothing was ordered`)
    expect(await noted()).toEqual(['b', 'b', 'b', 'c', 'c'])
    expect(lastEvent()).toMatchObject({ failed_authorizations: 1, failed_names: [b] })
    expect(ordersIn(proxy.asked())).toBe(0)

    // From now on Drover refuses before it begins, also when only the log knows of the failures.
    for (const forget of ['true', `rm ${failures}`]) {
      await on(forget)
      await begin()
      const refused = await certbot()
      expect(refused, JSON.stringify(refused)).toMatchObject({
        outcome: 'failed',
        reason: 'too-many-failures',
      })
      expect(refused.message).toMatch(
        new RegExp(
          `^3 authorizations of "${b}" failed within an hour: nothing is ordered before [0-9T:-]+Z$`,
        ),
      )
      expect(proxy.asked()).toEqual([])
    }

    // The other names can be ordered.
    flock.ops.push({ 'flock.yml': without('b') }, 'without the other name')
    await begin()
    const alone = await certbot()
    expect(alone, JSON.stringify(alone)).toMatchObject({ outcome: 'changed', reason: 'done' })
    expect(ordersIn(proxy.asked())).toBe(1)
    expect(pebble.counts()).toEqual({ orders: 5, certificates: 1, failedAuthorizations: 5 })
  }))
