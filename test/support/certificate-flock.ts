import { execFileSync } from 'node:child_process'
import { connect } from 'node:tls'
import { makeIdentity } from '../../src/secrets/seal/make-identity.ts'
import type { JsonReport } from './doors.ts'
import { type LocalFlock, makeLocalFlock } from './local-flock.ts'
import { type Pebble, type PebbleOptions, startPebble } from './pebble.ts'

const packages = '[certbot, python3-certbot-nginx, nginx, openssl, faketime, ansible-core, python3-apt]'

/** Script for a machine: afterwards it is as if it was made just now and had no certificate yet. */
export const wipe =
  'rm -rf /etc/letsencrypt /etc/drover/tls; ln -sfn /etc/nginx/sites-available/site /etc/nginx/sites-enabled/site; systemctl reload nginx'

export interface CertificateFlock {
  readonly pebble: Pebble
  readonly flock: LocalFlock
  /** `flock.yml`, with other keys of its `certificate`. */
  settings(more?: Readonly<Record<string, string>>): string
  addressOf(machine: string): string
  /** `certificate.json`. */
  recordOf(machine: string): { serial: string; names: string[]; from: string; notAfter: string }
  /** Everything that a capture holds: kind, mode, owner, time of files, symlink, hash. */
  lineagesOn(machine: string): Promise<string>
  /** Commits of the branch that brought a text or took it away, in any file. */
  commitsWith(text: string): string
  certbot(...words: readonly string[]): Promise<JsonReport>
  /** Makes a machine with a name that points to it, and gives the outcome of `create`. */
  make(machine: string): Promise<JsonReport['machines'][number] | undefined>
  stop(): Promise<void>
}

export interface CertificateFlockOptions {
  readonly chaos?: NonNullable<PebbleOptions['chaos']>
  readonly secrets?: Readonly<Record<string, string>>
}

/**
 * Real machines with nginx and certbot of Debian, and Pebble, as it is by default unless another chaos is asked for: `web-1` and `old-1` order,
 * `own-1` is self-signed, `given-1` has what two secrets hold. None is made yet.
 */
export async function makeCertificateFlock(
  name: string,
  { chaos = {}, secrets = {} }: CertificateFlockOptions = {},
): Promise<CertificateFlock> {
  const pebble = await startPebble({ chaos })
  const settings: CertificateFlock['settings'] = (more = {}) => {
    const certificate = {
      names: '["{name}.certs.test"]',
      contact: 'admin@certs.test',
      acme: pebble.directory,
      ca: '/etc/ssl/pebble.pem',
      ...more,
    }
    const lines = Object.entries(certificate).map(([key, value]) => `  ${key}: ${value}`)
    return [
      `flock: ${name}`,
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

  const flock = await makeLocalFlock(name, {
    DROVER_SEAL_KEY: (await makeIdentity()).identity,
    DROVER_NAME_SERVER: pebble.nameServer,
    ...makePair(),
    ...secrets,
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
  const addressOf = (machine: string): string =>
    JSON.parse(flock.ops.read(`machines/${machine}/machine.json`)).address
  return {
    pebble,
    flock,
    settings,
    addressOf,
    recordOf: (machine) => JSON.parse(flock.ops.read(`machines/${machine}/certificate.json`)),
    lineagesOn: (machine) =>
      flock.on(
        machine,
        String.raw`cd /etc/letsencrypt && for part in accounts archive live renewal; do find $part -type d -printf '%y %m %U:%G %p\n'; find $part ! -type d -printf '%y %m %U:%G %T@ %p %l\n'; find $part -type f -exec sha256sum {} +; done | sort`,
      ),
    commitsWith: (text) => {
      flock.ops.git('fetch', '--quiet', 'origin')
      return flock.ops.git('log', '--all', '--text', '--format=%h', `-S${text}`)
    },
    certbot: (...words) => flock.report(['certbot', ...words]),
    make: async (machine) => {
      await flock.report(['provision', machine])
      await pebble.setAddresses(`${machine}.certs.test`, [addressOf(machine)])
      return (await flock.report(['create', machine])).machines[0]
    },
    stop: async () => {
      await flock.remove()
      await pebble.stop()
    },
  }
}

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

export interface TlsAnswer {
  readonly serial: string
  readonly error: string | undefined
  readonly text: string
}

/** What a browser that trusts only this CA gets; without a CA, only the certificate is read. */
export function askTls(name: string, address: string, ca?: string): Promise<TlsAnswer> {
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
