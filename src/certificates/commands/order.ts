import { programText } from '../../programs/program.js'
import type { ArchiveFile } from '../../transaction/transaction.js'
import { certificateMark, certificatePlaces } from './places.js'
import { serveValues } from './program-values.js'

interface DesiredAcmeCertificate {
  readonly names: readonly string[]
  /** URL of the directory. */
  readonly acme: string
  readonly key: 'ecdsa' | 'rsa'
  readonly challenge: 'webroot' | 'nginx' | 'dns-route53'
  /** File on the machine with the CA of the ACME server itself. */
  readonly ca?: string
}

/** How a machine orders a certificate. */
export interface Order {
  readonly desired: DesiredAcmeCertificate
  readonly lineage: string
  readonly contact: string
  readonly webroot: string
  /** Also when what is there is still good for a while. */
  readonly isForced: boolean
}

const attempts = 5
/** Longer waits that an ACME server asks for are told, not waited for. */
const maxWaitSeconds = 120
/** Of one name within an hour, before nothing is ordered for it: Let's Encrypt locks it out at five. */
export const maxFailures = 3

/** What `order.py` is told. */
interface OrderRequest {
  /** Of certbot. */
  readonly arguments: readonly string[]
  readonly attempts: number
  readonly maxWaitSeconds: number
  readonly maxFailures: number
  readonly acme: string
  readonly keyType: string
  readonly lineage: string
  readonly names: readonly string[]
  /** Names of records for which Route 53 must have a zone. */
  readonly zonesFor: readonly string[]
  /** With the challenge that wants one. */
  readonly webroot?: string
  /** Begins each line that is for us. */
  readonly mark: string
  readonly letsencrypt: string
  readonly keptOrder: string
  readonly failures: string
}

/** bash for a unit, and the files that it needs. Says `served FOLDER` when it is done. */
export function orderScript(order: Order): {
  readonly script: string
  readonly files: readonly ArchiveFile[]
} {
  const { desired, lineage } = order
  const { acme, key: keyType, names } = desired
  const zonesFor = desired.challenge === 'dns-route53' ? [...new Set(names.map(challengeName))] : []
  const request: OrderRequest = {
    arguments: certbotArguments(order),
    ...{ attempts, maxWaitSeconds, maxFailures, acme, keyType, lineage, names },
    zonesFor,
    ...(desired.challenge === 'webroot' ? { webroot: order.webroot } : {}),
    mark: certificateMark,
    letsencrypt: certificatePlaces.letsencrypt,
    keptOrder: certificatePlaces.keptOrder,
    failures: certificatePlaces.failures,
  }
  const python = (path: string, program: string): ArchiveFile => ({
    path,
    mode: 0o600,
    bytes: Buffer.from(programText(program)),
  })
  const script = programText('certificates/order.sh', {
    ...serveValues,
    packages: packagesFor(desired).join(' '),
    lineage,
    webroot: desired.challenge === 'webroot' ? order.webroot : '',
    ca: desired.ca ?? '',
  })
  return {
    script,
    files: [
      python('order.py', 'certificates/order.py'),
      python('kept_order.py', 'certificates/kept_order.py'),
      python('machine_notes.py', 'certificates/machine_notes.py'),
      { path: 'order.json', mode: 0o600, bytes: Buffer.from(`${JSON.stringify(request)}\n`) },
    ],
  }
}

/** bash for a unit: what is there already is made the certificate in use. */
export function serveScript({ folder, ca = '' }: { readonly folder: string; readonly ca?: string }): string {
  return programText('certificates/serve.sh', { ...serveValues, folder, ca })
}

/** Where the proof of a name is looked for (RFC 8555, 8.4). */
function challengeName(name: string): string {
  return `_acme-challenge.${name.replace(/^\*\./, '')}`
}

function packagesFor({ challenge }: DesiredAcmeCertificate): readonly string[] {
  if (challenge === 'nginx') return ['certbot', 'python3-certbot-nginx']
  return challenge === 'dns-route53' ? ['certbot', 'python3-certbot-dns-route53'] : ['certbot']
}

function certbotArguments({ desired, lineage, contact, webroot, isForced }: Order): readonly string[] {
  const { names, acme, key, challenge } = desired
  return [
    'certonly',
    '--non-interactive',
    '--agree-tos',
    '--no-eff-email',
    ...['--email', contact],
    ...['--server', acme],
    ...['--cert-name', lineage],
    ...names.flatMap((name) => ['--domain', name]),
    ...['--key-type', key],
    // Names that were asked for otherwise before are a change of this lineage, not another one.
    '--renew-with-new-domains',
    isForced ? '--force-renewal' : '--keep-until-expiring',
    ...(challenge === 'webroot' ? ['--webroot', '--webroot-path', webroot] : [`--${challenge}`]),
  ]
}
