import { DroverError } from '../../base/errors.js'
import type { AcmeCertificate } from '../../flock/desired-certificate.js'
import { maxFailures } from '../commands/order.js'
import type { Attempt, UnitReport } from '../commands/read-unit.js'
import { explainRoute53 } from './explain-route53.js'

interface Asked {
  readonly machine: string
  readonly desired: AcmeCertificate
}

/** Why a unit that ordered did not come to its end: one sentence, by what the ACME server said and what failed. */
export function explainOrder(report: UnitReport, { machine, desired }: Asked): DroverError {
  const fail = (reason: DroverError['reason'], what: string, hint: string): DroverError =>
    new DroverError(`${machine}: ${what}`, { reason, hint })
  if (report.uninstallable !== undefined) {
    return fail(
      'missing-tool',
      `could not install ${report.uninstallable}`,
      'Ensure that the machine reaches its package sources. The lines above are what apt-get said.',
    )
  }
  if (report.lacksCa) {
    return fail(
      'invalid-settings',
      `has no file ${desired.ca ?? ''}, which "certificate.ca" names`,
      'Put the CA of the ACME server there, for example by files.yml, or leave "ca" out.',
    )
  }
  const last = report.attempts.at(-1)
  if (last !== undefined && last.kind !== 'done') return explainAttempt(last, { machine, desired })
  const again = 'Run the operation again: it looks first and finishes what is missing.'
  return fail('follow-up-failed', report.failed ?? 'the order ended before it said how', again)
}

function explainAttempt(last: Attempt, { machine, desired }: Asked): DroverError {
  const { detail = '', text = '' } = last
  const said = detail === '' ? text : detail
  const tries = last.attempt === 1 ? '' : ` (${last.attempt} attempts)`
  const none = last.orders === 0 && last.resumed !== true ? ': nothing was ordered' : ''
  const fail = (reason: DroverError['reason'], what: string, hint: string): DroverError =>
    new DroverError(`${machine}: ${what}`, { reason, hint })
  switch (last.kind) {
    case 'unreachable':
      return fail(
        'acme-unreachable',
        `the ACME server at ${desired.acme} cannot be reached from the machine${tries}${none}`,
        'Ensure that the address is right and that the machine may connect to it.',
      )
    case 'untrusted':
      return fail(
        'acme-unreachable',
        `the machine does not trust the ACME server at ${desired.acme}${none}`,
        'For a server of your own, name the file with its CA: "certificate: { ca: PATH }". Otherwise ensure that ca-certificates is installed and the clock is right.',
      )
    case 'no-directory':
      return fail(
        'acme-unreachable',
        `${desired.acme} is no directory of an ACME server${none}`,
        'Correct "certificate.acme", or wait if the server is being worked on.',
      )
    case 'challenge': {
      const unproved = last.invalid.length === 0 ? (last.earlier ?? []) : last.invalid
      const names = unproved.map(({ name, detail: why }) => `"${name}" (${why})`).join(', ')
      return fail(
        'authorization-failed',
        `the ACME server could not prove ${names || 'a name'}`,
        `${proofHints[desired.challenge]} At most ${maxFailures} of a name may fail within an hour.`,
      )
    }
    case 'limit':
      return fail(
        'too-many-failures',
        `${maxFailures} authorizations of ${text} failed within an hour${none}`,
        'Mend what the failures said first, then run this again when the hour is over. The ACME server locks a name out after a few more.',
      )
    case 'busy':
      return fail(
        'machine-locked',
        'certbot is at work already on the machine',
        'Run this again in a minute.',
      )
    case 'slow':
      return fail('timed-out', `the ACME server did not finish the order in time${tries}`, 'Run this again.')
    case 'refused':
      return explainRefusal(last, { said, tries, none, fail })
    case 'dns': {
      const { reason, what, hint } = explainRoute53(last)
      return fail(reason, `${what}${none}`, hint)
    }
    default:
      return fail(
        'command-failed',
        `certbot failed${tries}: ${said}`,
        'The lines above are what it said; /var/log/letsencrypt/letsencrypt.log on the machine has more.',
      )
  }
}

const overHttp = 'Ensure that the name leads to this machine everywhere, and that port 80 is open to all.'
const proofHints = {
  webroot: overHttp,
  nginx: overHttp,
  'dns-route53':
    "Ensure that the zone of the name is in Route 53 and is the one that the name's registrar names, and that the machine's role in AWS may change it.",
} as const

interface Refusal {
  readonly said: string
  readonly tries: string
  readonly none: string
  readonly fail: (reason: DroverError['reason'], what: string, hint: string) => DroverError
}

/** Errors that RFC 8555, 6.7, has for a request that no order was made of: those of the account itself. */
const accountTypes = ['unauthorized', 'accountDoesNotExist', 'malformed', 'badPublicKey']

function explainRefusal(last: Attempt, { said, tries, none, fail }: Refusal): DroverError {
  const type = (last.type ?? '').replace(/^urn:ietf:params:acme:error:/, '')
  if (type === 'rateLimited' || last.status === 429) {
    const when = last.retryAfter === undefined ? '' : ` (it says: again after ${last.retryAfter})`
    return fail(
      'acme-limited',
      `the ACME server asks to wait${when}: ${said}`,
      'Wait until then. Use "acme: staging" for trials.',
    )
  }
  if (none !== '' && accountTypes.includes(type)) {
    return fail(
      'acme-account',
      `the ACME server does not take the account that the machine has: ${said}${none}`,
      'If it was deactivated or its key was replaced, remove its folder below /etc/letsencrypt/accounts on the machine and run this again: another account is made.',
    )
  }
  if (type === 'invalidContact' || type === 'unsupportedContact') {
    return fail(
      'acme-account',
      `the ACME server does not take the contact: ${said}`,
      'Correct "certificate.contact".',
    )
  }
  return fail(
    'acme-refused',
    `the ACME server refused the order${tries}: ${said}${type === '' ? '' : ` (${type})`}`,
    'If it says that it is busy or out of order, run this again later.',
  )
}
