import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeIdentity } from '../../src/secrets/seal/make-identity.js'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'
import { type Pebble, startPebble } from '../support/pebble.ts'

const name = 'lo-1.days.test'
const production = 'https://acme-v02.api.letsencrypt.org/directory'

/** What people see of a certificate, and the limit on orders, on a real machine. */
describe('certificates that are reported and counted', () => {
  let pebble: Pebble
  let flock: LocalFlock

  const settings = (acme: string): string =>
    [
      'flock: t-days',
      'provider: local',
      'settings: { packages: [certbot] }',
      `certificate: { names: ["{name}.days.test"], contact: ops@days.test, acme: "${acme}", ca: /etc/pebble.pem }`,
      'machines:',
      '  lo-1:',
      '',
    ].join('\n')

  beforeAll(async () => {
    pebble = await startPebble()
    flock = await makeLocalFlock('t-days', {
      DROVER_SEAL_KEY: (await makeIdentity()).identity,
      DROVER_NAME_SERVER: pebble.nameServer,
    })
    flock.ops.push(
      {
        config: undefined,
        'secrets-templates': undefined,
        'flock.yml': settings(pebble.directory),
        'config/all/files.yml': 'files:\n  - destination: /etc/pebble.pem\n    source: pebble.pem\n',
        'config/all/pebble.pem': pebble.ca,
      },
      'a certificate',
    )
    const made = await flock.report(['provision', 'lo-1'])
    expect(made.machines[0], made.ran.stderr).toMatchObject({ outcome: 'changed' })
    const { address } = JSON.parse(flock.ops.read('machines/lo-1/machine.json')) as { address: string }
    await pebble.setAddresses(name, [address])
    const webroot = '/var/www/acme'
    await flock.on(
      'lo-1',
      `mkdir -p ${webroot}; systemd-run --quiet --unit web python3 -m http.server 80 --directory ${webroot}; echo '127.0.0.1 ${new URL(production).host}' >>/etc/hosts`,
    )
    const configured = await flock.report(['configure', 'lo-1'])
    expect(configured.machines[0], configured.ran.stderr).toMatchObject({ outcome: 'changed' })
  })

  afterAll(async () => {
    await flock?.remove()
    await pebble?.stop()
  })

  test('verify reports a certificate that is desired and missing', async () => {
    const { machines } = await flock.report(['verify', 'lo-1'])
    expect(machines[0]).toMatchObject({
      outcome: 'failed',
      reason: 'drifted',
      message: 'there is no certificate at "/etc/drover/tls/fullchain.pem"',
    })
  })

  test('an order at production is refused with a date when the log has five of the week, and no order is placed', async () => {
    const before = pebble.counts()
    const agoMs = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString()
    const times = [6.5, 6, 5, 4, 3].map(agoMs)
    const pathOf = (time: string): string => `log/${time.slice(0, 10).replaceAll('-', '/')}.jsonl`
    const line = (time: string, index: number): string =>
      JSON.stringify({
        ...{
          time,
          machine: 'lo-1',
          operation: 'certbot',
          outcome: 'changed',
          reason: 'done',
          message: 'old',
        },
        ...{
          duration_ms: 1,
          config: 'c',
          run_id: 'r',
          run_attempt: 1,
          actor: 'ada',
          record: `${time} ${index}`,
        },
        ...{ ordered: true, names: [name], acme: production },
      })
    const logs = times.map((time) => {
      const same = times.filter((other) => pathOf(other) === pathOf(time))
      return [pathOf(time), `${same.map(line).join('\n')}\n`] as const
    })
    flock.ops.push({ 'flock.yml': settings(production), ...Object.fromEntries(logs) }, 'a full week')
    const { machines } = await flock.report(['certbot', 'lo-1'])
    const possible = new Date(Date.parse(times[0] ?? '') + 7 * 86_400_000).toISOString()
    expect(machines[0]).toMatchObject({
      outcome: 'failed',
      reason: 'over-quota',
      message: `no order before ${possible}: 5 certificates for just these names were issued within a week`,
    })
    expect(await flock.on('lo-1', 'ls /etc/letsencrypt/accounts 2>/dev/null || echo none')).toContain('none')
    expect(pebble.counts()).toEqual(before)
    flock.ops.push({ 'flock.yml': settings(pebble.directory) }, 'back to Pebble')
  })

  test('an order is in the log with its names and domains, and the branch shows its days', async () => {
    const { machines } = await flock.report(['certbot', 'lo-1'])
    expect(machines[0], JSON.stringify(machines[0])).toMatchObject({
      outcome: 'changed',
      data: { certificate: { names: [name], urgency: 'fine', from: 'acme' } },
    })
    const log = flock.ops.read(`log/${new Date().toISOString().slice(0, 10).replaceAll('-', '/')}.jsonl`)
    const orders = log
      .split('\n')
      .filter((line) => line.includes('"ordered": true'))
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    expect(orders).toEqual([
      expect.objectContaining({
        machine: 'lo-1',
        names: [name],
        registered_domains: ['days.test'],
        acme: pebble.directory,
        renewal: false,
      }),
    ])
    expect(flock.ops.read('README.md')).toMatch(
      /\| Certificate \|[\s\S]*\| until \d{4}-\d\d-\d\d, \d+ days left \|/,
    )
  })

  test('list and verify show the days that are left', async () => {
    const listed = await flock.cli(['list'])
    expect(listed.stdout).toMatch(/CERTIFICATE/)
    expect(listed.stdout).toMatch(/lo-1 .* \d+ days/)
    const { machines } = await flock.report(['verify', 'lo-1'])
    expect(machines[0]).toMatchObject({
      outcome: 'ok',
      message: expect.stringMatching(/, certificate: \d+ days left$/),
      data: { certificate: { names: [name] } },
    })
  })

  test('verify fails on a certificate that ends within a week, and warns of one that ends within three', async () => {
    const put = (days: number): Promise<string> =>
      flock.on('lo-1', `python3 - <<'END'\n${endingIn(days)}\nEND`)
    await put(5)
    const urgent = await flock.report(['verify', 'lo-1'])
    expect(urgent.machines[0]).toMatchObject({ outcome: 'failed', reason: 'certificate-expiring' })
    expect(urgent.ran.code).toBe(1)
    await put(15)
    const soon = await flock.cli(['verify', 'lo-1'])
    expect(soon.code).toBe(0)
    expect(soon.stdout + soon.stderr).toContain(`the certificate of "${name}" has 14 days left`)
  })
})

/** Python with what certbot has of it: puts a certificate of ninety days of which only so many are left. */
function endingIn(days: number): string {
  return `import datetime, os
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
key = ec.generate_private_key(ec.SECP256R1())
end = datetime.datetime.utcnow() + datetime.timedelta(days=${days})
subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, 'test')])
made = (x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
  .serial_number(7).not_valid_before(end - datetime.timedelta(days=90)).not_valid_after(end)
  .add_extension(x509.SubjectAlternativeName([x509.DNSName('${name}')]), False).sign(key, hashes.SHA256()))
path = '/etc/drover/tls/fullchain.pem'
os.remove(path)
open(path, 'wb').write(made.public_bytes(serialization.Encoding.PEM))`
}
