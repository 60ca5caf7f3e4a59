import { afterAll, describe, expect, test } from 'vitest'
import { MotoMissing } from '../support/aws/install-moto.ts'
import { type Moto, startMoto } from '../support/aws/moto.ts'
import { askTls, makeCertificateFlock } from '../support/certificate-flock.ts'
import { openRoute53 } from '../support/route53-bridge.ts'

const moto = await startMoto().catch((error: unknown) => {
  if (!(error instanceof MotoMissing) || !['', 'false'].includes(process.env.CI ?? '')) throw error
  console.error(`skipped: test/certificates/wildcard.test.ts: ${error.message}`)
  return undefined
})

describe.skipIf(moto === undefined)('a wildcard', async () => {
  if (moto === undefined) return
  const { addressOf, certbot, flock, pebble, recordOf, settings, stop } =
    await makeCertificateFlock('certwild')
  const zone = await openZone(moto)

  afterAll(async () => {
    await stop()
    await zone.stop()
    await moto.stop()
  })

  function openZone(aws: Moto): ReturnType<typeof openRoute53> {
    return openRoute53(aws, 'certs.test', pebble.setTexts)
  }

  test('is proved over Route 53, whatever the names lead to, and served', async () => {
    const wish = { challenge: 'dns-route53', names: '["*.{name}.certs.test", "{name}.certs.test"]' }
    const yml = settings(wish).replace('[certbot,', '[certbot, python3-certbot-dns-route53,')
    flock.ops.push({ 'flock.yml': yml }, 'a wildcard')
    expect((await flock.report(['provision', 'web-1'])).machines[0]).toMatchObject({ outcome: 'changed' })
    await flock.on('web-1', zone.join)
    const created = await flock.report(['create', 'web-1'])
    expect(created.machines[0], JSON.stringify(created.machines)).toMatchObject({ outcome: 'changed' })
    expect(pebble.counts()).toMatchObject({ certificates: 1, failedAuthorizations: 0 })
    expect(recordOf('web-1').names).toEqual(
      expect.arrayContaining(['*.web-1.certs.test', 'web-1.certs.test']),
    )
    const root = await pebble.issuingRoot()
    for (const name of ['any.web-1.certs.test', 'web-1.certs.test']) {
      const answer = await askTls(name, addressOf('web-1'), root)
      expect(answer).toMatchObject({ error: undefined, serial: recordOf('web-1').serial })
    }
    expect([...zone.seen].join('\n')).toMatch(/^_acme-challenge\.web-1\.certs\.test\. [\w-]{43}$/m)
    expect(await zone.texts()).toEqual([])
    expect((await certbot('web-1')).machines[0]).toMatchObject({ outcome: 'ok', reason: 'already-so' })
  }, 600_000)
})
