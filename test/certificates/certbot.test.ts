import { afterAll, describe, expect, test } from 'vitest'
import { askTls, makeCertificateFlock } from '../support/certificate-flock.ts'

const { addressOf, certbot, commitsWith, flock, lineagesOn, make, pebble, recordOf, stop } =
  await makeCertificateFlock('certs')
const changed = { outcome: 'changed' }
/** Each takes a quarter of a minute: `REMAKES=10` for a thorough run. */
const remakes = Number(process.env.REMAKES ?? 3)

afterAll(stop)

describe('a certificate', () => {
  test('a machine that is made gets a certificate, and HTTPS answers with it', async () => {
    expect(await make('web-1')).toMatchObject(changed)
    expect(pebble.counts()).toEqual({ orders: 1, certificates: 1, failedAuthorizations: 0 })
    const answer = await askTls('web-1.certs.test', addressOf('web-1'), await pebble.issuingRoot())
    expect(answer.error).toBeUndefined()
    expect(answer.text).toContain('it works')
    expect(answer.text).toContain('Strict-Transport-Security: max-age=300')
    expect(answer.serial).toBe(recordOf('web-1').serial)
    const plain = await fetch(`http://${addressOf('web-1')}/`, {
      redirect: 'manual',
      headers: { host: 'web-1.certs.test' },
    })
    expect(plain.status).toBe(301)
    expect(recordOf('web-1')).toMatchObject({ from: 'acme', names: ['web-1.certs.test'] })
  })

  test('once it has one, nothing is done', async () => {
    const before = pebble.counts()
    const head = flock.ops.head()
    const again = await certbot('web-1')
    expect(again.machines[0]).toMatchObject({ outcome: 'ok', reason: 'already-so' })
    expect(pebble.counts()).toEqual(before)
    const dry = await certbot('web-1', '--dry-run')
    expect(dry.machines[0]).toMatchObject({ outcome: 'ok', reason: 'already-so' })
    const changed = flock.ops.git('ls-remote', 'origin', 'config').split('\t')[0]
    expect(changed).not.toBe(head)
    expect((await flock.report(['configure', 'web-1'])).machines[0]).toMatchObject({ outcome: 'ok' })
    const role = await flock.report(['configure', 'web-1', '--baseline'])
    expect(role.machines[0]?.message).toContain('ran role nginx_site: 0 changes')
  })

  test(
    `destroyed and made again ${remakes} times it has the same certificate, byte for byte, and nothing is ordered`,
    async () => {
      const before = pebble.counts()
      const lineages = await lineagesOn('web-1')
      expect(lineages).toContain('privkey1.pem')
      expect(before).toMatchObject({ orders: 1, certificates: 1 })
      for (let time = 0; time < remakes; time += 1) {
        const ended = await flock.report(['terminate', 'web-1', '--yes'])
        expect(ended.machines[0]).toMatchObject({ outcome: 'changed' })
        expect(await make('web-1')).toMatchObject(changed)
        expect(await lineagesOn('web-1')).toBe(lineages)
        const answer = await askTls('web-1.certs.test', addressOf('web-1'), await pebble.issuingRoot())
        expect(answer).toMatchObject({ error: undefined, serial: recordOf('web-1').serial })
        expect(answer.text).toContain('it works')
        expect(pebble.counts()).toEqual(before)
      }
    },
    remakes * 60_000,
  )

  test('the private key is nowhere on the branch but sealed', async () => {
    const key = await flock.on('web-1', 'cat /etc/letsencrypt/live/web-1.certs.test/privkey.pem')
    const account = await flock.on('web-1', 'cat /etc/letsencrypt/accounts/*/*/*/private_key.json')
    const body = key.split('\n')[1] ?? ''
    const secret = /"d": ?"([^"]+)"/.exec(account)?.[1] ?? ''
    expect(body.length).toBeGreaterThan(40)
    expect(secret.length).toBeGreaterThan(40)
    expect(commitsWith(body.slice(0, 40))).toBe('')
    expect(commitsWith(secret.slice(0, 40))).toBe('')
    expect(commitsWith('PRIVATE KEY')).toBe('')
    expect(commitsWith(recordOf('web-1').serial)).not.toBe('')
    expect(flock.ops.read('machines/web-1/sealed/letsencrypt.age')).toMatch(/^age-encryption\.org\/v1\n/)
  })

  test('what the timer of the machine renews is served at once, and then sealed', async () => {
    const before = recordOf('web-1')
    const said = await flock.on(
      'web-1',
      "sed -i 's/^# renew_before_expiry.*/renew_before_expiry = 3000 days/' /etc/letsencrypt/renewal/web-1.certs.test.conf; for try in 1 2 3; do systemctl start certbot.service && break; done; systemctl is-enabled certbot.timer",
    )
    expect(said).toContain('enabled')
    const answer = await askTls('web-1.certs.test', addressOf('web-1'), await pebble.issuingRoot())
    expect(answer.error).toBeUndefined()
    expect(answer.serial).not.toBe(before.serial)
    expect((await certbot('web-1')).machines[0]).toMatchObject({ outcome: 'changed' })
    expect(recordOf('web-1').serial).toBe(answer.serial)
  })

  test('what the timer renewed since the last run is sealed before the machine ends, and comes back', async () => {
    await flock.on('web-1', 'for try in 1 2 3; do systemctl start certbot.service && break; done')
    const { serial } = await askTls('web-1.certs.test', addressOf('web-1'))
    expect(serial).not.toBe(recordOf('web-1').serial)
    const lineages = await lineagesOn('web-1')
    const before = pebble.counts()
    expect((await flock.report(['terminate', 'web-1', '--yes'])).machines[0]).toMatchObject({
      outcome: 'changed',
    })
    expect(recordOf('web-1').serial).toBe(serial)
    expect(await make('web-1')).toMatchObject(changed)
    expect(await lineagesOn('web-1')).toBe(lineages)
    expect(pebble.counts()).toEqual(before)
    expect(await askTls('web-1.certs.test', addressOf('web-1'), await pebble.issuingRoot())).toMatchObject({
      error: undefined,
      serial,
    })
  })
})
