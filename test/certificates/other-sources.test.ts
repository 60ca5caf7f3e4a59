import { afterAll, expect, test } from 'vitest'
import { askTls, makeCertificateFlock } from '../support/certificate-flock.ts'

const { addressOf, certbot, commitsWith, flock, make, pebble, recordOf, settings, stop } =
  await makeCertificateFlock('certother')
const changed = { outcome: 'changed' }

afterAll(stop)

test('a machine whose nginx certbot had rewritten is adopted, and nothing is ordered', async () => {
  expect((await flock.report(['provision', 'old-1'])).machines[0]).toMatchObject({ outcome: 'changed' })
  await pebble.setAddresses('old-1.certs.test', [addressOf('old-1')])
  const site = 'server { listen 80 default_server; server_name old-1.certs.test; root /var/www/html; }'
  const ca = Buffer.from(pebble.ca).toString('base64')
  await flock.on(
    'old-1',
    `rm -f /etc/nginx/sites-enabled/default; echo '${site}' >/etc/nginx/sites-available/site; ln -s /etc/nginx/sites-available/site /etc/nginx/sites-enabled/site; systemctl reload nginx; echo ${ca} | base64 -d >/etc/ssl/pebble.pem; export REQUESTS_CA_BUNDLE=/etc/ssl/pebble.pem; for try in 1 2 3; do certbot --nginx -n --agree-tos -m admin@certs.test --redirect --server ${pebble.directory} --key-type ecdsa -d old-1.certs.test && break; done`,
  )
  expect(await flock.on('old-1', 'cat /etc/nginx/sites-enabled/site')).toContain('# managed by Certbot')
  const before = pebble.counts()
  const created = await flock.report(['create', 'old-1'])
  expect(created.machines[0], JSON.stringify(created.machines)).toMatchObject({ outcome: 'changed' })
  expect(pebble.counts()).toEqual(before)
  const answer = await askTls('old-1.certs.test', addressOf('old-1'), await pebble.issuingRoot())
  expect(answer).toMatchObject({ error: undefined, serial: recordOf('old-1').serial })
  expect(answer.text).toContain('it works')
  const files = await flock.on(
    'old-1',
    'cat /etc/nginx/sites-enabled/site; grep -c Certbot /etc/nginx/sites-available/site.before-drover',
  )
  expect(files).not.toContain('Certbot')
  expect(files).toMatch(/\n[1-9]\d*\n$/)
  expect((await certbot('old-1')).machines[0]).toMatchObject({ outcome: 'ok', reason: 'already-so' })
})

test('another kind of key is ordered, over nginx itself, whose files stay as they were', async () => {
  const wish = '  old-1: { certificate: { key: rsa, challenge: nginx } }'
  flock.ops.push({ 'flock.yml': settings().replace('  old-1:', wish) }, 'over nginx')
  const sums = (): Promise<string> => flock.on('old-1', 'sha256sum /etc/nginx/sites-available/site*')
  const [before, files] = [pebble.counts(), await sums()]
  const dry = await certbot('old-1', '--dry-run')
  expect(dry.machines[0]).toMatchObject({
    outcome: 'ok',
    message: 'would order a certificate: its key is ecdsa',
  })
  expect(pebble.counts()).toEqual(before)
  const ordered = await certbot('old-1')
  expect(ordered.machines[0], JSON.stringify(ordered.machines)).toMatchObject({ outcome: 'changed' })
  const { orders, certificates } = before
  expect(pebble.counts()).toEqual({ ...before, orders: orders + 1, certificates: certificates + 1 })
  expect(await sums()).toBe(files)
  const key = await flock.on('old-1', 'openssl pkey -noout -text </etc/drover/tls/privkey.pem | head -1')
  expect(key).toContain('2048 bit')
  const answer = await askTls('old-1.certs.test', addressOf('old-1'), await pebble.issuingRoot())
  expect(answer).toMatchObject({ error: undefined, serial: recordOf('old-1').serial })
  expect((await certbot('old-1')).machines[0]).toMatchObject({ outcome: 'ok', reason: 'already-so' })
})

test('a self-signed certificate is made on the machine, once', async () => {
  expect(await make('own-1')).toMatchObject(changed)
  const answer = await askTls('own-1.certs.test', addressOf('own-1'))
  expect(answer.serial).toBe(recordOf('own-1').serial)
  expect(recordOf('own-1')).toMatchObject({ from: 'self-signed', names: ['own-1.certs.test'] })
  expect((await certbot('own-1')).machines[0]).toMatchObject({ outcome: 'ok', reason: 'already-so' })
})

test('a certificate of secrets is put as it is, and its key is nowhere on the branch', async () => {
  expect(await make('given-1')).toMatchObject(changed)
  const { GIVEN_KEY = '' } = flock.secrets
  const key = await flock.on(
    'given-1',
    'sha256sum </etc/drover/tls/privkey.pem; stat -L -c %a /etc/drover/tls/privkey.pem',
  )
  expect(key).toContain('\n600')
  const answer = await askTls('given-1.certs.test', addressOf('given-1'), flock.secrets.GIVEN_CERTIFICATE)
  expect(answer.error).toBeUndefined()
  expect(commitsWith(GIVEN_KEY.split('\n')[1] ?? '?')).toBe('')
  expect((await certbot('given-1')).machines[0]).toMatchObject({ outcome: 'ok', reason: 'already-so' })
})
