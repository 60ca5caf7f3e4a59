import { execFileSync } from 'node:child_process'
import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeIdentity } from '../../src/secrets/seal/make-identity.ts'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'
import { type Pebble, startPebble } from '../support/pebble.ts'

const flockName = 'certs'
const packages = '[certbot, python3-certbot-nginx, nginx, openssl, ansible-core, python3-apt]'

/** As on a machine that was made just now. */
const wipe =
  'rm -rf /etc/letsencrypt /etc/drover/tls; ln -sfn /etc/nginx/sites-available/site /etc/nginx/sites-enabled/site; systemctl reload nginx'

/** Real machines with nginx and certbot of Debian, and Pebble as it is by default. */
describe('certbot', () => {
  let pebble: Pebble
  let flock: LocalFlock
  let sealKey: string

  const settings = (more: Readonly<Record<string, string>> = {}): string => {
    const certificate = {
      names: '["{name}.certs.test"]',
      contact: 'admin@certs.test',
      acme: pebble.directory,
      ca: '/etc/ssl/pebble.pem',
      ...more,
    }
    const lines = Object.entries(certificate).map(([key, value]) => `  ${key}: ${value}`)
    return [
      `flock: ${flockName}`,
      'provider: local',
      `settings: { packages: ${packages} }`,
      'roles: [nginx_site]',
      'vars: { nginx_site_tls: true, nginx_site_root: /srv/site, nginx_site_tls_hsts_seconds: 300 }',
      'certificate:',
      ...lines,
      'machines:',
      '  web-1:',
      '  old-1:',
      '  own-1: { certificate: { from: self-signed } }',
      '  given-1: { certificate: { from: secret, certificate-secret: GIVEN_CERTIFICATE, key-secret: GIVEN_KEY } }',
      '',
    ].join('\n')
  }

  beforeAll(async () => {
    pebble = await startPebble()
    sealKey = (await makeIdentity()).identity
    flock = await makeLocalFlock(flockName, {
      DROVER_SEAL_KEY: sealKey,
      DROVER_NAME_SERVER: pebble.nameServer,
      ...makePair(),
    })
    flock.ops.push(
      {
        config: undefined,
        'secrets-templates': undefined,
        'flock.yml': settings(),
        'config/all/files.yml':
          'files:\n  - destination: /etc/ssl/pebble.pem\n    source: pebble.pem\n  - destination: /srv/site/index.html\n    source: index.html\n',
        'config/all/pebble.pem': pebble.ca,
        'config/all/index.html': 'it works\n',
      },
      'certificates',
    )
  })

  afterAll(async () => {
    await flock?.remove()
    await pebble?.stop()
  })

  const addressOf = (machine: string): string =>
    JSON.parse(flock.ops.read(`machines/${machine}/machine.json`)).address
  const recordOf = (machine: string): { sha256: string; serial: string; names: string[]; from: string } =>
    JSON.parse(flock.ops.read(`machines/${machine}/certificate.json`))
  /** Everything that a capture holds: kind, mode, owner, time of files, link, hash. */
  const lineagesOn = (machine: string): Promise<string> =>
    flock.on(
      machine,
      String.raw`cd /etc/letsencrypt && for part in accounts archive live renewal; do find $part -type d -printf '%y %m %U:%G %p\n'; find $part ! -type d -printf '%y %m %U:%G %T@ %p %l\n'; find $part -type f -exec sha256sum {} +; done | sort`,
    )
  /** Commits of the branch that brought a text or took it away, in any file. */
  const commitsWith = (text: string): string => {
    flock.ops.git('fetch', '--quiet', 'origin')
    return flock.ops.git('log', '--all', '--text', '--format=%h', `-S${text}`)
  }
  const certbot = (...words: readonly string[]): ReturnType<LocalFlock['report']> =>
    flock.report(['certbot', ...words])

  /** Makes a machine and points its name to it. */
  const make = async (machine: string): Promise<void> => {
    const made = await flock.report(['provision', machine])
    expect(made.machines[0]).toMatchObject({ outcome: 'changed' })
    await pebble.setAddresses(`${machine}.certs.test`, [addressOf(machine)])
    const created = await flock.report(['create', machine])
    expect(created.machines[0], JSON.stringify(created.machines, null, 1)).toMatchObject({
      outcome: 'changed',
    })
  }

  test('a machine that is made gets a certificate, and HTTPS answers with it', async () => {
    await make('web-1')
    expect(pebble.counts()).toMatchObject({ certificates: 1, failedAuthorizations: 0 })
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

  test('destroyed and made again it has the same certificate, byte for byte, and nothing is ordered', async () => {
    const before = pebble.counts()
    const lineages = await lineagesOn('web-1')
    expect(lineages).toContain('privkey1.pem')
    for (let time = 0; time < 2; time += 1) {
      const ended = await flock.report(['terminate', 'web-1', '--yes'])
      expect(ended.machines[0]).toMatchObject({ outcome: 'changed' })
      await make('web-1')
      expect(await lineagesOn('web-1')).toBe(lineages)
      const answer = await askTls('web-1.certs.test', addressOf('web-1'), await pebble.issuingRoot())
      expect(answer).toMatchObject({ error: undefined, serial: recordOf('web-1').serial })
    }
    expect(pebble.counts()).toEqual(before)
  })

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

  describe('killed at a step, the next run converges without a second order:', () => {
    const stepsOf: readonly (readonly [string, readonly string[]])[] = [
      ['an order', ['connect', 'look at certificates', 'look from outside', 'order', 'record the order']],
      ['a restoration', ['restore the certificate']],
    ]
    /** As a machine that was made just now; with nothing on the branch unless it is to be restored. */
    const forget = async (keepsSealed: boolean): Promise<void> => {
      await flock.on('web-1', wipe)
      if (keepsSealed) return
      flock.ops.push(
        { 'machines/web-1/certificate.json': undefined, 'machines/web-1/sealed': undefined },
        'forget the certificate',
      )
    }
    const killAt = async (step: string): Promise<void> => {
      let said = ''
      const ran = await flock.cli(['certbot', 'web-1'], {
        onChild: (child) => {
          child.stderr?.on('data', (part) => {
            said += String(part)
            if (said.includes(step)) child.kill('SIGKILL')
          })
        },
      })
      expect(ran.signal, `${step} was not met: ${said}`).toBe('SIGKILL')
    }

    for (const [what, steps] of stepsOf) {
      test.each(steps)(`${what}, at "%s"`, async (step) => {
        const isRestored = what === 'a restoration'
        await forget(isRestored)
        const before = pebble.counts()
        await killAt(step)
        const next = await certbot('web-1')
        expect(next.machines[0], JSON.stringify(next.machines)).toBeDefined()
        expect(['ok', 'changed']).toContain(next.machines[0]?.outcome)
        const { orders, certificates } = pebble.counts()
        expect(certificates - before.certificates).toBe(isRestored ? 0 : 1)
        // Pebble refuses nonces: certbot may begin an order anew within one run.
        expect(orders - before.orders).toBeGreaterThanOrEqual(isRestored ? 0 : 1)
        const answer = await askTls('web-1.certs.test', addressOf('web-1'), await pebble.issuingRoot())
        expect(answer).toMatchObject({ error: undefined, serial: recordOf('web-1').serial })
        expect((await certbot('web-1')).machines[0]).toMatchObject({ outcome: 'ok', reason: 'already-so' })
      })
    }
  })

  test.each([0, 0.1, 0.2, 0.4, 0.8])(
    'a restoration that the machine itself loses after %s s is done anew, and nothing is ordered',
    async (seconds) => {
      const lineages = await lineagesOn('web-1')
      const before = pebble.counts()
      await flock.on('web-1', wipe)
      const unit = 'drover-certificate.service'
      const [, cut] = await Promise.all([
        certbot('web-1'),
        flock.on(
          'web-1',
          `for wait in $(seq 2000); do case $(systemctl show -p ActiveState --value ${unit}) in active | activating) sleep ${seconds}; systemctl kill -s KILL ${unit}; echo cut; break ;; esac; sleep 0.01; done`,
        ),
      ])
      expect(cut).toContain('cut')
      expect(['ok', 'changed']).toContain((await certbot('web-1')).machines[0]?.outcome)
      expect(await lineagesOn('web-1')).toBe(lineages)
      expect(pebble.counts()).toEqual(before)
      const answer = await askTls('web-1.certs.test', addressOf('web-1'), await pebble.issuingRoot())
      expect(answer).toMatchObject({ error: undefined, serial: recordOf('web-1').serial })
    },
  )

  describe('orders nothing, and says why in one sentence,', () => {
    const refused = async (reason: string, message: RegExp): Promise<void> => {
      const before = pebble.counts()
      const { machines } = await certbot('web-1', '--force')
      expect(machines[0], JSON.stringify(machines)).toMatchObject({ outcome: 'failed', reason })
      expect(machines[0]?.message).toMatch(message)
      expect(pebble.counts()).toEqual(before)
    }

    test('when the name leads elsewhere, or nowhere', async () => {
      await pebble.setAddresses('web-1.certs.test', ['192.0.2.7'])
      await refused(
        'name-elsewhere',
        /^"web-1.certs.test" leads to 192.0.2.7, not to [0-9.]+: nothing was ordered$/,
      )
      await pebble.setAddresses('web-1.certs.test', [])
      await refused('name-elsewhere', /^"web-1.certs.test" has no address, .*: nothing was ordered$/)
      await pebble.setAddresses('web-1.certs.test', [addressOf('web-1')])
    })

    test('when port 80 is closed', async () => {
      await flock.on('web-1', 'systemctl stop nginx')
      await refused(
        'probe-unanswered',
        /^http:\/\/web-1.certs.test\/ does not answer on port 80 .*: nothing was ordered$/,
      )
      await flock.on('web-1', 'systemctl start nginx')
    })

    test('when the directory cannot be reached', async () => {
      flock.ops.push({ 'flock.yml': settings({ acme: 'https://10.213.0.1:1/dir' }) }, 'elsewhere')
      await refused(
        'acme-unreachable',
        /^the ACME server at https:\/\/10.213.0.1:1\/dir cannot be reached from the machine .*: nothing was ordered$/,
      )
      flock.ops.push({ 'flock.yml': settings() }, 'back')
    })

    test('when the account key is another one', async () => {
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

    test('when the account was deactivated', async () => {
      await flock.on(
        'web-1',
        `cp -a /etc/letsencrypt /root/kept; for try in 1 2 3; do REQUESTS_CA_BUNDLE=/etc/ssl/pebble.pem certbot unregister -n --server ${pebble.directory} && break; done; rm -rf /etc/letsencrypt; mv /root/kept /etc/letsencrypt`,
      )
      await refused(
        'acme-account',
        /^the ACME server does not take the account that the machine has: Account has been deactivated: nothing was ordered$/,
      )
    })
  })

  test('the machine serves on when an order failed', async () => {
    const answer = await askTls('web-1.certs.test', addressOf('web-1'), await pebble.issuingRoot())
    expect(answer).toMatchObject({ error: undefined, serial: recordOf('web-1').serial })
    // certbot made a folder for an account at the server that it could not reach, which is captured.
    expect((await certbot('web-1')).machines[0]).toMatchObject({ outcome: 'changed' })
    expect((await certbot('web-1')).machines[0]).toMatchObject({ outcome: 'ok' })
  })

  test('what the timer of the machine renews is served at once, and then sealed', async () => {
    await flock.on('web-1', 'rm -rf /etc/letsencrypt /etc/drover/tls')
    flock.ops.push(
      { 'machines/web-1/certificate.json': undefined, 'machines/web-1/sealed': undefined },
      'forget the account that was deactivated',
    )
    expect((await certbot('web-1')).machines[0]).toMatchObject({ outcome: 'changed' })
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
    await make('web-1')
    expect(await lineagesOn('web-1')).toBe(lineages)
    expect(pebble.counts()).toEqual(before)
    expect(await askTls('web-1.certs.test', addressOf('web-1'), await pebble.issuingRoot())).toMatchObject({
      error: undefined,
      serial,
    })
  })

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
    expect(pebble.counts().certificates).toBe(before.certificates + 1)
    expect(await sums()).toBe(files)
    const key = await flock.on('old-1', 'openssl pkey -noout -text </etc/drover/tls/privkey.pem | head -1')
    expect(key).toContain('2048 bit')
    const answer = await askTls('old-1.certs.test', addressOf('old-1'), await pebble.issuingRoot())
    expect(answer).toMatchObject({ error: undefined, serial: recordOf('old-1').serial })
    expect((await certbot('old-1')).machines[0]).toMatchObject({ outcome: 'ok', reason: 'already-so' })
  })

  test('a self-signed one is made on the machine, once', async () => {
    await make('own-1')
    const answer = await askTls('own-1.certs.test', addressOf('own-1'))
    expect(answer.serial).toBe(recordOf('own-1').serial)
    expect(recordOf('own-1')).toMatchObject({ from: 'self-signed', names: ['own-1.certs.test'] })
    expect((await certbot('own-1')).machines[0]).toMatchObject({ outcome: 'ok', reason: 'already-so' })
  })

  test('one of secrets is put as it is, and its key is nowhere on the branch', async () => {
    await make('given-1')
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
})

function makePair(): Record<string, string> {
  const out = execFileSync(
    'openssl',
    [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '30',
      ],
      ...[
        '-subj',
        '/CN=given',
        '-addext',
        'subjectAltName=DNS:given-1.certs.test',
        '-keyout',
        '-',
        '-out',
        '-',
      ],
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const at = out.indexOf('-----BEGIN CERTIFICATE')
  return { GIVEN_KEY: out.slice(0, at), GIVEN_CERTIFICATE: out.slice(at) }
}

interface TlsAnswer {
  readonly serial: string
  readonly error: string | undefined
  readonly text: string
}

/** What a browser that trusts only this CA gets; without one, only the certificate is looked at. */
function askTls(name: string, address: string, ca?: string): Promise<TlsAnswer> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect({
      host: address,
      port: 443,
      servername: name,
      rejectUnauthorized: false,
      ...(ca ? { ca } : {}),
    })
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer')))
    socket.once('error', reject)
    socket.once('secureConnect', () => {
      const serial = socket.getPeerX509Certificate()?.serialNumber.toLowerCase() ?? ''
      const error = socket.authorizationError?.toString()
      socket.write(`GET / HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n\r\n`)
      socket.on('data', (part) => {
        text += part.toString('utf8')
      })
      socket.once('end', () => resolve({ serial, error, text }))
    })
  })
}
