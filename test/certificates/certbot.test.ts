import { afterAll, expect, test } from 'vitest'
import { askTls, makeCertificateFlock } from '../support/certificate-flock.ts'

const { addressOf, certbot, commitsWith, flock, lineagesOn, make, pebble, recordOf, stop } =
  await makeCertificateFlock('certs')
const changed = { outcome: 'changed' }
/** Each takes a quarter of a minute: `REMAKES=10` for a thorough run. */
const remakes = Number(process.env.REMAKES ?? 3)

afterAll(stop)

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

test('a machine that has its certificate is left alone', async () => {
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
  `a machine that is destroyed and made again ${remakes} times has the same certificate, byte for byte, and nothing is ordered`,
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

test('the timer of the machine leaves a certificate alone that is valid for long', async () => {
  const { serial } = recordOf('web-1')
  expect(await flock.on('web-1', 'systemctl is-enabled certbot.timer')).toBe('enabled\n')
  const daysLeft = daysUntil(recordOf('web-1').notAfter)
  expect(daysLeft).toBeGreaterThan(60)
  expect(await flock.on('web-1', elapse(daysLeft - 60))).toBe('success\n')
  expect((await askTls('web-1.certs.test', addressOf('web-1'))).serial).toBe(serial)
})

test('a certificate that the timer renews near its end is served at once, and then sealed', async () => {
  const before = recordOf('web-1')
  expect(await flock.on('web-1', elapse(daysUntil(before.notAfter) - 20))).toBe('success\n')
  const answer = await askTls('web-1.certs.test', addressOf('web-1'), await pebble.issuingRoot())
  expect(answer.error).toBeUndefined()
  expect(answer.serial).not.toBe(before.serial)
  expect((await certbot('web-1')).machines[0]).toMatchObject({ outcome: 'changed' })
  expect(recordOf('web-1').serial).toBe(answer.serial)
})

test('a certificate that the timer renewed since the last run is sealed before the machine ends, and comes back', async () => {
  expect(await flock.on('web-1', elapse(daysUntil(recordOf('web-1').notAfter) - 20))).toBe('success\n')
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

const daysUntil = (time: string): number => Math.floor((Date.parse(time) - Date.now()) / 86_400_000)

/**
 * bash: certbot's timer elapses at once, on a clock that is so many days ahead for certbot. Pebble refuses good nonces: so
 * three times at most, as the timer does it twice a day. Prints how the last one ended.
 */
function elapse(days: number): string {
  return `set -e
cd /etc/systemd/system
mkdir -p certbot.service.d certbot.timer.d
printf '%s\\n' '[Service]' "Environment=LD_PRELOAD=$(echo /usr/lib/*/faketime/libfaketime.so.1)" 'Environment="FAKETIME=+${days}d"' >certbot.service.d/clock.conf
printf '%s\\n' '[Timer]' OnCalendar= OnActiveSec=100ms RandomizedDelaySec=0 AccuracySec=10ms >certbot.timer.d/soon.conf
systemctl daemon-reload
of() { systemctl show -p "$1" --value certbot.service; }
for try in 1 2 3; do
  last=$(of InvocationID)
  systemctl restart certbot.timer
  for wait in $(seq 600); do
    case $(of InvocationID)/$(of ActiveState) in "$last"/*) ;; */inactive | */failed) break ;; esac
    sleep 0.1
  done
  [ "$(of Result)" = success ] && break
done
rm certbot.service.d/clock.conf certbot.timer.d/soon.conf
systemctl daemon-reload
systemctl restart certbot.timer
of Result
[ "$(of Result)" = success ] || tail -n 40 /var/log/letsencrypt/letsencrypt.log`
}
