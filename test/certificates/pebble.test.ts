import { X509Certificate } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orderCertificate } from '../support/acme-client.ts'
import { askHttp } from '../support/ask-http.ts'
import { bridgeAddress, type HeldBridge, holdBridge } from '../support/bridge.ts'
import { type Pebble, startPebble } from '../support/pebble.ts'

describe('Pebble on the bridge of the local machines', () => {
  const answers = new Map<string, string>()
  let held: HeldBridge
  let web: Server
  let pebble: Pebble

  beforeAll(async () => {
    held = await holdBridge()
    web = createServer(
      ({ url = '' }, response) => void response.end(answers.get(url.split('/').at(-1) ?? '')),
    )
    await new Promise<void>((resolve) => web.listen(0, bridgeAddress, resolve))
    pebble = await startPebble({
      httpPort: (web.address() as AddressInfo).port,
      chaos: { nonceRejectPercent: 70, validationSleepSeconds: 0 },
    })
  })

  afterAll(async () => {
    await pebble?.stop()
    await new Promise((resolve) => web.close(resolve))
    await held?.release()
  })

  const order = (name: string) => orderCertificate({ ...pebble, name, answers })

  test('Pebble shows its directory to a client that knows its CA, and to nobody else', async () => {
    const { status, text } = await askHttp(pebble.directory, { ca: pebble.ca })
    expect(status).toBe(200)
    expect(JSON.parse(text)).toHaveProperty('newOrder')
    const other = await pebble.issuingRoot()
    await expect(askHttp(pebble.directory, { ca: other })).rejects.toThrow(/certificate/)
  })

  test('Pebble gives a certificate for a name that leads here, and refuses good nonces as it was told', async () => {
    await pebble.setAddresses('www.example.org', [bridgeAddress])
    const before = pebble.counts()
    const { chain = '', refusedNonces } = await order('www.example.org')
    const [leaf = '', between = ''] = chain.split(/(?<=-----END CERTIFICATE-----\n)/)
    const certificate = new X509Certificate(leaf)
    expect(certificate.subjectAltName).toBe('DNS:www.example.org')
    expect(certificate.verify(new X509Certificate(between).publicKey)).toBe(true)
    const root = new X509Certificate(await pebble.issuingRoot())
    expect(new X509Certificate(between).verify(root.publicKey)).toBe(true)
    expect(refusedNonces).toBeGreaterThan(0)
    const { orders, certificates, failedAuthorizations } = pebble.counts()
    expect([orders - before.orders, certificates - before.certificates]).toEqual([1, 1])
    expect(failedAuthorizations).toBe(0)
  })

  test('Pebble gives no certificate for a name that nobody set, or that was removed again', async () => {
    await pebble.setAddresses('gone.example.org', [bridgeAddress])
    await pebble.setAddresses('gone.example.org', [])
    expect((await order('gone.example.org')).chain).toBeUndefined()
    expect((await order('never.example.org')).chain).toBeUndefined()
    expect(pebble.counts().failedAuthorizations).toBe(2)
  })
})
