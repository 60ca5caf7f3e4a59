import type { ArchiveFile } from '../../transaction/transaction.js'
import { keptOrderProgram } from './kept-order-program.js'
import { machineNotesProgram } from './machine-notes-program.js'
import { orderProgram } from './order-program.js'
import { certificatePlaces } from './places.js'
import { caSettings, hookFunctions, prelude, serveFunctions } from './serve-script.js'

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
  }
  const python = (path: string, text: string): ArchiveFile => ({
    path,
    mode: 0o600,
    bytes: Buffer.from(text),
  })
  const ca = desired.ca ?? ''
  const script = `${prelude}${serveFunctions}${hookFunctions}
lacking=
for package in ${packagesFor(desired).join(' ')}; do
  [ "$(dpkg-query -W -f '\${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || lacking="$lacking $package"
done
if [ -n "$lacking" ]; then
  tell installing "$lacking"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q -o DPkg::Lock::Timeout=300 update
  apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends $lacking || { tell uninstallable "$lacking"; exit 1; }
fi
${ca === '' ? '' : `[ -r ${ca} ] || { tell lacks-ca; exit 1; }\nexport ${caSettings(ca)}\n`}${
  desired.challenge === 'webroot'
    ? `install -d -m 0755 ${order.webroot} || give_up 'the webroot cannot be made'\n`
    : ''
}tell ordering
python3 "$PWD/order.py" || exit 1
install_hook '${ca}'
serve ${certificatePlaces.letsencrypt}/live/${lineage}
`
  return {
    script,
    files: [
      python('order.py', orderProgram),
      python('kept_order.py', keptOrderProgram),
      python('machine_notes.py', machineNotesProgram),
      { path: 'order.json', mode: 0o600, bytes: Buffer.from(`${JSON.stringify(request)}\n`) },
    ],
  }
}

/** bash for a unit: what is there already is made the certificate in use. */
export function serveScript({ folder, ca = '' }: { readonly folder: string; readonly ca?: string }): string {
  const isLineage = folder.startsWith(`${certificatePlaces.letsencrypt}/`)
  return `${prelude}${serveFunctions}${hookFunctions}${
    // What a restoration that was cut off left.
    isLineage ? `rm -rf -- ${certificatePlaces.letsencrypt}/.drover-restore\ninstall_hook '${ca}'\n` : ''
  }serve ${folder}\n`
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
