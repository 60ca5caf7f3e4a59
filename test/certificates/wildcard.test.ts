import { Resolver } from 'node:dns/promises'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeAws } from '../support/aws/describe-aws.ts'
import { type Moto, startMoto } from '../support/aws/moto.ts'
import type { Policy } from '../support/aws/route53-gate.ts'
import { askTls, type CertificateFlock, makeCertificateFlock } from '../support/certificate-flock.ts'
import type { JsonReport } from '../support/doors.ts'
import { openRoute53, type Route53Bridge } from '../support/route53-bridge.ts'
import { within } from '../support/within.ts'

const challenge = '_acme-challenge.web-1.certs.test'
const asked = '"*.{name}.certs.test", "{name}.certs.test"'
const names = ['*.web-1.certs.test', 'web-1.certs.test']
const policyFile = join(import.meta.dirname, '../../docs/aws/certificates-policy.json')
const policy = JSON.parse(readFileSync(policyFile, 'utf8').replace('NAME', 'web-1.certs.test')) as Policy
const credentials = [
  '[default]',
  'aws_access_key_id = {{secret "CERTBOT_AWS_ACCESS_KEY_ID"}}',
  'aws_secret_access_key = {{secret "CERTBOT_AWS_SECRET_ACCESS_KEY"}}',
  '',
].join('\n')

describeAws('a wildcard', () => {
  let moto: Moto | undefined
  let zone: Route53Bridge
  let house: CertificateFlock

  beforeAll(async () => {
    moto = await startMoto()
    zone = await openRoute53(moto, {
      zone: 'certs.test',
      policy,
      publish: (name, texts) => house.pebble.setTexts(name, texts),
    })
    const { accessKeyId, secretAccessKey } = zone.key
    const secrets = {
      CERTBOT_AWS_ACCESS_KEY_ID: accessKeyId,
      CERTBOT_AWS_SECRET_ACCESS_KEY: secretAccessKey,
    }
    // What other tests are about: here one run of certbot is one order, and each order proves all names anew.
    const chaos = { nonceRejectPercent: 0, authorizationReusePercent: 0 }
    house = await within(makeCertificateFlock('certwild', { chaos, secrets }), {
      what: 'the flock and Pebble',
      seconds: 90,
    })
    const files = 'files:\n  - destination: /root/.aws/credentials\n    direction: up\n'
    house.flock.ops.push(
      {
        'flock.yml': settings(asked),
        'secrets-templates/machines/web-1/files.yml': files,
        'secrets-templates/machines/web-1/credentials': credentials,
      },
      'a wildcard',
    )
  }, 240_000)

  afterAll(async () => {
    await house?.stop()
    await zone?.stop()
    await moto?.stop()
  }, 120_000)

  function settings(asked: string): string {
    const wish = { challenge: 'dns-route53', names: `[${asked}]` }
    return house.settings(wish).replace('[certbot,', '[certbot, python3-certbot-dns-route53,')
  }

  type Told = JsonReport['machines'][number] | undefined

  async function drover(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Told> {
    const limit = { what: `"drover ${words.join(' ')}"`, seconds: 240 }
    return (await within(house.flock.report(words, { env }), limit)).machines[0]
  }

  async function on(command: string): Promise<string> {
    return await within(house.flock.on('web-1', command), { what: command, seconds: 120 })
  }

  async function servedAt(name: string): ReturnType<typeof askTls> {
    return await askTls(name, house.addressOf('web-1'), await house.pebble.issuingRoot())
  }

  test('a wildcard is proved over Route 53, whatever the names lead to, and served at any name below it', async () => {
    expect(await drover(['provision', 'web-1'])).toMatchObject({ outcome: 'changed' })
    expect(await on(zone.join)).toContain('joined')
    const created = await drover(['create', 'web-1'])
    expect(created, JSON.stringify(created)).toMatchObject({ outcome: 'changed' })
    expect(house.pebble.counts()).toEqual({ orders: 1, certificates: 1, failedAuthorizations: 0 })
    expect([...house.recordOf('web-1').names].sort()).toEqual(names)
    const { serial } = house.recordOf('web-1')
    for (const name of ['one.web-1.certs.test', 'another.web-1.certs.test', 'web-1.certs.test']) {
      expect(await servedAt(name), name).toMatchObject({ error: undefined, serial })
    }
    expect((await servedAt('below.one.web-1.certs.test')).error).toBeDefined()
  }, 300_000)

  test('a wildcard has both proofs in the zone at once, and they are gone afterwards', async () => {
    const { changes } = zone
    expect(changes.filter(({ action, values }) => action === 'UPSERT' && values.length === 2)).not.toEqual([])
    expect(changes.at(-1)).toMatchObject({ action: 'DELETE', name: challenge, type: 'TXT' })
    expect(await zone.texts()).toEqual([])
    const resolver = new Resolver({ timeout: 2000, tries: 3 })
    resolver.setServers([house.pebble.nameServer])
    await expect(resolver.resolveTxt(challenge)).rejects.toThrow(/ENOTFOUND|ENODATA/)
  })

  test('a wildcard that is there is not ordered again', async () => {
    const [before, changes] = [house.pebble.counts(), [...zone.changes]]
    expect(await drover(['certbot', 'web-1'])).toMatchObject({ outcome: 'ok', reason: 'already-so' })
    expect(house.pebble.counts()).toEqual(before)
    expect(zone.changes).toEqual(changes)
  }, 120_000)

  test('a wildcard is renewed by the timer of the machine, with the same rights', async () => {
    const { serial } = house.recordOf('web-1')
    const before = zone.changes.length
    const soon = "sed -i 's/^# renew_before_expiry.*/renew_before_expiry = 3000 days/'"
    const renewal = '/etc/letsencrypt/renewal/web-1.certs.test.conf'
    const renewed = await on(`${soon} ${renewal} && systemctl start certbot.service && echo renewed`)
    expect(renewed).toContain('renewed')
    const answer = await servedAt('one.web-1.certs.test')
    expect(answer.error).toBeUndefined()
    expect(answer.serial).not.toBe(serial)
    expect(house.pebble.counts()).toEqual({ orders: 2, certificates: 2, failedAuthorizations: 0 })
    expect(zone.changes.length).toBeGreaterThan(before)
    expect(await zone.texts()).toEqual([])
  }, 120_000)

  test.each([
    [
      'a secret key that is not the key’s',
      { CERTBOT_AWS_SECRET_ACCESS_KEY: 'of-another-key' },
      'SignatureDoesNotMatch',
    ],
    [
      'a key that AWS does not know',
      { CERTBOT_AWS_ACCESS_KEY_ID: 'AKIAOFNOACCOUNT' },
      'InvalidClientTokenId',
    ],
  ])(
    'a wildcard is not ordered with %s, and the message says so',
    async (_, wrong, code) => {
      expect(await drover(['configure', 'web-1'], wrong)).toMatchObject({ outcome: 'changed' })
      await refused({
        reason: 'no-credentials',
        message: new RegExp(
          `^the machine has no AWS credentials that Route 53 takes \\(${code}: .+\\): nothing was ordered$`,
        ),
      })
    },
    120_000,
  )

  test('a wildcard is not ordered without credentials, and the message says so', async () => {
    await on('rm /root/.aws/credentials')
    await refused({
      reason: 'no-credentials',
      message:
        /^the machine has no AWS credentials that Route 53 takes \(NoCredentialsError: .+\): nothing was ordered$/,
    })
    expect(await drover(['configure', 'web-1'])).toMatchObject({ outcome: 'changed' })
  }, 120_000)

  test('a wildcard is not ordered for a name of which the account has no zone, and the message says so', async () => {
    house.flock.ops.push({ 'flock.yml': settings('"*.{name}.elsewhere.test"') }, 'elsewhere')
    await refused({
      reason: 'dns-failed',
      message:
        /^no public hosted zone that the machine sees in Route 53 holds _acme-challenge\.web-1\.elsewhere\.test: nothing was ordered$/,
    })
    house.flock.ops.push({ 'flock.yml': settings(asked) }, 'back')
  }, 120_000)

  test('a wildcard that may not change the zone gets no certificate, fails no authorization, and the machine serves on', async () => {
    const Statement = policy.Statement.filter(({ Sid }) => Sid !== 'ProveNames')
    zone.permit({ Statement })
    const before = house.pebble.counts()
    const told = await drover(['certbot', 'web-1', '--force'])
    expect(told, JSON.stringify(told)).toMatchObject({ outcome: 'failed', reason: 'not-permitted' })
    expect(told?.message).toMatch(
      /^Route 53 does not allow the machine what it needs \(AccessDenied: .*route53:ChangeResourceRecordSets on resource: \S+\)$/,
    )
    expect(house.pebble.counts()).toEqual({ ...before, orders: before.orders + 1 })
    expect((await servedAt('one.web-1.certs.test')).error).toBeUndefined()
  }, 120_000)

  async function refused({
    reason,
    message,
  }: {
    readonly reason: string
    readonly message: RegExp
  }): Promise<void> {
    const before = house.pebble.counts()
    const told = await drover(['certbot', 'web-1', '--force'])
    expect(told, JSON.stringify(told)).toMatchObject({ outcome: 'failed', reason })
    expect(told?.message).toMatch(message)
    expect(house.pebble.counts()).toEqual(before)
    expect(await zone.texts()).toEqual([])
  }
})
