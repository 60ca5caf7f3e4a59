import { X509Certificate } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { AcmeAsked } from '../support/acme-proxy.ts'
import { makeOrderingMachines, type OrderingMachine } from '../support/ordering-machines.ts'

/** Every request of a first order with its account, by the names that Pebble has for them. */
const requests = [
  'GET dir',
  'HEAD nonce-plz',
  'POST sign-me-up',
  'POST order-plz',
  'POST authZ',
  'POST chalZ',
  'POST authZ',
  'POST finalize-order',
  'POST my-order',
  'POST certZ',
] as const
const moments = ['before it was forwarded', 'after it was answered'] as const
type Moment = (typeof moments)[number]

const keptFile = '/var/lib/drover/certificates/kept-order.json'

const { flock, pebble, stop, withMachine } = await makeOrderingMachines('certcut', 5)

afterAll(stop)

interface Step {
  /** The number of the request, from 1. */
  readonly number: number
  readonly moment: Moment
  /** On the machine, when the unit is dead. */
  readonly then?: string
}

/** Orders, and kills certbot at that step. */
async function orderUntil(
  machine: OrderingMachine,
  { number, moment, then = 'true' }: Step,
  ...words: readonly string[]
): Promise<void> {
  let met: string | undefined
  machine.proxy.begin(async ({ status, ...asked }) => {
    const isThen = (status === undefined) === (moment === 'before it was forwarded')
    if (met !== undefined || asked.number !== number || !isThen) return 'pass'
    met = asked.what
    await machine.kill()
    await machine.on(then)
    return 'cut'
  })
  const killed = await machine.certbot(...words)
  expect(killed, JSON.stringify(killed)).toMatchObject({ outcome: 'failed', reason: 'killed' })
  expect(met).toBeDefined()
}

interface Counted {
  readonly orders: number
  readonly certificates: number
}

/** What the server did for the requests of the machine, whether or not its answers arrived. */
function countOf(asked: readonly AcmeAsked[]): Counted {
  const count = (what: string, status: number): number =>
    asked.filter((one) => one.what === what && one.status === status).length
  return { orders: count('POST order-plz', 201), certificates: count('POST finalize-order', 200) }
}

/** The next run succeeds, with a certificate for the key on the disk, and leaves no remembered order. */
async function expectServed(machine: OrderingMachine, ...words: readonly string[]): Promise<X509Certificate> {
  const next = await machine.certbot(...words)
  expect(next, JSON.stringify(next)).toMatchObject({ outcome: 'changed', reason: 'done' })
  const { on, host } = machine
  const live = `/etc/letsencrypt/live/${host}`
  const certificate = new X509Certificate(await on(`cat /etc/drover/tls/fullchain.pem`))
  expect(certificate.subjectAltName).toBe(`DNS:${host}`)
  const chain = new X509Certificate(await on(`cat ${live}/chain.pem`))
  const root = new X509Certificate(await pebble.issuingRoot())
  expect([certificate.verify(chain.publicKey), chain.verify(root.publicKey)]).toEqual([true, true])
  const key = await on('openssl pkey -pubout -outform DER -in /etc/drover/tls/privkey.pem | base64 -w 0')
  expect(key).toBe(certificate.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'))
  expect(await on(`ls /etc/letsencrypt/renewal; ls ${keptFile} 2>/dev/null || true`)).toBe(`${host}.conf\n`)
  return certificate
}

test('an order that nobody ends consists of these requests', () =>
  withMachine(async (machine) => {
    await machine.forget()
    machine.proxy.begin()
    await expectServed(machine)
    expect(machine.proxy.asked().map(({ what }) => what)).toEqual(requests)
    expect(countOf(machine.proxy.asked())).toEqual({ orders: 1, certificates: 1 })
  }))

describe.concurrent('orders that are killed', () => {
  const steps = requests.flatMap((what, index) => moments.map((moment) => [index + 1, what, moment] as const))

  test.each(steps)(
    'an order that is killed at request %s, %s, %s, is continued by the next run',
    (number, what, moment) =>
      withMachine(async (machine) => {
        await machine.forget()
        await orderUntil(machine, { number, moment })
        expect(machine.proxy.asked().at(-1)?.what).toBe(what)
        await expectServed(machine)
        // The URL of the order was in an answer that nobody received, and Pebble does not give it again.
        const isLost = what === 'POST order-plz' && moment === 'after it was answered'
        expect(countOf(machine.proxy.asked())).toEqual({ orders: isLost ? 2 : 1, certificates: 1 })
      }),
  )
})

describe.concurrent('orders that are remembered', () => {
  const atAuthorization = { number: 5, moment: 'after it was answered' } as const

  test('an order that is remembered is only in a file of root, with the key that the certificate gets at last', () =>
    withMachine(async (machine) => {
      await machine.forget()
      await orderUntil(machine, atAuthorization)
      expect(await machine.on(`stat -c '%a %U' ${keptFile} $(dirname ${keptFile})`)).toBe(
        '600 root\n700 root\n',
      )
      const kept = JSON.parse(await machine.on(`cat ${keptFile}`)) as { readonly key: string }
      await expectServed(machine)
      expect(await machine.on('cat /etc/drover/tls/privkey.pem')).toBe(kept.key)
    }))

  test.each([
    ['is unknown to the server', 's,my-order/,my-order/0,'],
    ['is of another account', 's,my-account/,my-account/0,'],
    ['is for another kind of key', 's,ecdsa,rsa,'],
    ['is of another server', 's,/dir",/other",'],
    ['cannot be read', 's,^{,,'],
  ])('an order that is remembered and %s is forgotten with its key, and another one begins', (_, change) =>
    withMachine(async (machine) => {
      await machine.forget()
      await orderUntil(machine, atAuthorization)
      const { key } = JSON.parse(await machine.on(`cat ${keptFile}`)) as { readonly key: string }
      expect(
        await machine.on(`sed -i.bak '${change}' ${keptFile}; cmp -s ${keptFile}{,.bak} || echo other`),
      ).toBe('other\n')
      await expectServed(machine)
      expect(countOf(machine.proxy.asked())).toEqual({ orders: 2, certificates: 1 })
      expect(await machine.on('cat /etc/drover/tls/privkey.pem')).not.toBe(key)
    }),
  )

  test('an order that is remembered is saved whole where certbot was ended while it saved', () =>
    withMachine(async (machine) => {
      await machine.forget()
      // As certbot 2.1 has it between its file for renewals, which it makes first, and what it writes into that.
      const then = `cd /etc/letsencrypt && mkdir -p renewal {live,archive}/${machine.host} && : >renewal/${machine.host}.conf && for part in cert privkey chain fullchain; do ln -s ../../archive/${machine.host}/\${part}1.pem live/${machine.host}/$part.pem; done && head -c 40 live/${machine.host}/README >archive/${machine.host}/cert1.pem 2>/dev/null || true`
      await orderUntil(machine, { number: 10, moment: 'after it was answered', then })
      await expectServed(machine)
      expect(countOf(machine.proxy.asked())).toEqual({ orders: 1, certificates: 1 })
    }))

  test('an order that is remembered is used by no other order, although its certificate was saved', () =>
    withMachine(async (machine) => {
      await machine.forget()
      machine.proxy.begin(async ({ what }) => {
        if (what === 'POST certZ') await machine.on(`cp -a ${keptFile} /root/kept`)
        return 'pass'
      })
      const first = await expectServed(machine)
      await machine.on(`mv /root/kept ${keptFile}`)
      const second = await expectServed(machine, '--force')
      expect(second.serialNumber).not.toBe(first.serialNumber)
      expect(countOf(machine.proxy.asked())).toEqual({ orders: 2, certificates: 2 })
    }))

  test('an order that was to replace a good certificate does so at the next run that forces it', () =>
    withMachine(async (machine) => {
      await machine.forget()
      machine.proxy.begin()
      const first = await expectServed(machine)
      // No further account is made.
      await orderUntil(machine, { number: 7, moment: 'after it was answered' }, '--force')
      expect(machine.proxy.asked().at(-1)?.what).toBe('POST finalize-order')
      const second = await expectServed(machine, '--force')
      expect(second.serialNumber).not.toBe(first.serialNumber)
      expect(countOf(machine.proxy.asked())).toEqual({ orders: 1, certificates: 1 })
    }))
})

test('an order that proves its name by a change of nginx is continued too', () =>
  withMachine(async (machine) => {
    await machine.forget()
    flock.ops.push(
      {
        'flock.yml': flock.ops.read('flock.yml').replace('certificate:', 'certificate:\n  challenge: nginx'),
      },
      'another challenge',
    )
    await orderUntil(machine, { number: 6, moment: 'before it was forwarded' })
    expect(machine.proxy.asked().at(-1)?.what).toBe('POST chalZ')
    await expectServed(machine)
    expect(countOf(machine.proxy.asked())).toEqual({ orders: 1, certificates: 1 })
    expect(await machine.on('nginx -t 2>&1 && cat /etc/nginx/sites-enabled/*')).not.toContain(
      'acme-challenge',
    )
  }))
