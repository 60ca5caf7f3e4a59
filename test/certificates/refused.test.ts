import { afterAll, beforeAll, expect, test } from 'vitest'
import { askTls, makeCertificateFlock } from '../support/certificate-flock.ts'

const { addressOf, certbot, flock, make, pebble, recordOf, settings, stop } =
  await makeCertificateFlock('certno')
const changed = { outcome: 'changed' }

afterAll(stop)

beforeAll(async () => {
  expect(await make('web-1')).toMatchObject(changed)
})

const refused = async (reason: string, message: RegExp): Promise<void> => {
  const before = pebble.counts()
  const { machines } = await certbot('web-1', '--force')
  expect(machines[0], JSON.stringify(machines)).toMatchObject({ outcome: 'failed', reason })
  expect(machines[0]?.message).toMatch(message)
  expect(pebble.counts()).toEqual(before)
}

test('certbot orders nothing, and says why, when the name leads elsewhere or nowhere', async () => {
  await pebble.setAddresses('web-1.certs.test', ['192.0.2.7'])
  await refused(
    'name-elsewhere',
    /^"web-1.certs.test" leads to 192.0.2.7, not to [0-9.]+: nothing was ordered$/,
  )
  await pebble.setAddresses('web-1.certs.test', [])
  await refused('name-elsewhere', /^"web-1.certs.test" has no address, .*: nothing was ordered$/)
  await pebble.setAddresses('web-1.certs.test', [addressOf('web-1')])
})

test('certbot orders nothing, and says why, when port 80 is closed', async () => {
  await flock.on('web-1', 'systemctl stop nginx')
  await refused(
    'probe-unanswered',
    /^http:\/\/web-1.certs.test\/ does not answer on port 80 .*: nothing was ordered$/,
  )
  await flock.on('web-1', 'systemctl start nginx')
})

test('certbot orders nothing, and says why, when the directory cannot be reached', async () => {
  flock.ops.push({ 'flock.yml': settings({ acme: 'https://10.213.0.1:1/dir' }) }, 'elsewhere')
  await refused(
    'acme-unreachable',
    /^the ACME server at https:\/\/10.213.0.1:1\/dir cannot be reached from the machine .*: nothing was ordered$/,
  )
  flock.ops.push({ 'flock.yml': settings() }, 'back')
})

test('certbot orders nothing, and says why, when the account key is another one', async () => {
  await flock.on(
    'web-1',
    `cp -a /etc/letsencrypt /root/kept; cd /etc/letsencrypt/accounts/*/*/*/ && chmod u+w private_key.json && python3 -c 'import josepy; from cryptography.hazmat.primitives.asymmetric import rsa; open("private_key.json","w").write(josepy.JWKRSA(key=rsa.generate_private_key(65537, 2048)).json_dumps())'`,
  )
  await refused(
    'acme-account',
    /^the ACME server does not take the account that the machine has: .*: nothing was ordered$/,
  )
  await flock.on('web-1', 'rm -rf /etc/letsencrypt; mv /root/kept /etc/letsencrypt')
})

test('certbot orders nothing, and says why, when the account was deactivated', async () => {
  await flock.on(
    'web-1',
    `cp -a /etc/letsencrypt /root/kept; for try in 1 2 3; do REQUESTS_CA_BUNDLE=/etc/ssl/pebble.pem certbot unregister -n --server ${pebble.directory} && break; done; rm -rf /etc/letsencrypt; mv /root/kept /etc/letsencrypt`,
  )
  await refused(
    'acme-account',
    /^the ACME server does not take the account that the machine has: Account has been deactivated: nothing was ordered$/,
  )
})

test('a machine serves on when an order failed', async () => {
  const answer = await askTls('web-1.certs.test', addressOf('web-1'), await pebble.issuingRoot())
  expect(answer).toMatchObject({ error: undefined, serial: recordOf('web-1').serial })
  // certbot made a folder for an account at the server that it could not reach, which is captured.
  expect((await certbot('web-1')).machines[0]).toMatchObject({ outcome: 'changed' })
  expect((await certbot('web-1')).machines[0]).toMatchObject({ outcome: 'ok' })
})
