import type { CertificateData } from '../../base/outcome-data.js'
import type { CertificateRecord } from '../../ledger/ledger.js'
import { certificateTime, failureDays } from '../../report/certificate-days.js'
import type { TaskOutcome } from '../../task/task.js'
import type { CertificateFacts } from '../commands/read-certificate.js'

/** Where an operation knows a certificate from: the machine itself, or the branch. */
export type KnownCertificate = Pick<CertificateRecord, 'names' | 'notAfter' | 'issuer'> &
  Partial<Pick<CertificateRecord, 'notBefore' | 'from' | 'acme'>>

export interface CertificateVerdict {
  /** `certificate` in the `data` of an outcome. */
  readonly data: CertificateData
  /** One phrase about it: `certificate: 89 days left`. */
  readonly message: string
  /** Why the outcome has to be a failure. */
  readonly fault?: Pick<TaskOutcome, 'reason' | 'message' | 'hint'>
  /** What a person should know although it is none. */
  readonly warning?: string
}

/** Pure: what the end of a certificate means for `verify` and `certbot`. */
export function judgeCertificate(known: KnownCertificate, nowMs: number): CertificateVerdict {
  const { urgency, text } = certificateTime(known, nowMs)
  const data = certificateData(known, nowMs)
  const message = `certificate: ${text}`
  if (urgency === 'fine') return { data, message }
  const [name = ''] = known.names
  const whole = `the certificate of "${name}" ${urgency === 'expired' ? text : `has ${text}`}, until ${known.notAfter}`
  if (urgency === 'soon') return { data, message, warning: `${whole}; the machine should have renewed it` }
  return { data, message, fault: { reason: 'certificate-expiring', message: whole, hint: hintFor(known) } }
}

/** As the branch writes it, of what a certificate says itself. */
export function spanOf({
  notBeforeMs,
  notAfterMs,
}: Pick<CertificateFacts, 'notBeforeMs' | 'notAfterMs'>): Pick<CertificateRecord, 'notBefore' | 'notAfter'> {
  return { notBefore: new Date(notBeforeMs).toISOString(), notAfter: new Date(notAfterMs).toISOString() }
}

/** `certificate` in the `data` of an outcome. */
export function certificateData(known: KnownCertificate, nowMs: number): CertificateData {
  const { days, urgency } = certificateTime(known, nowMs)
  const { names, notAfter, issuer, from, acme } = known
  return {
    names,
    notAfter,
    daysLeft: days,
    urgency,
    issuer,
    ...(from === undefined ? {} : { from }),
    ...(acme === undefined ? {} : { acme }),
  }
}

function hintFor({ from }: KnownCertificate): string {
  if (from === 'secret') return 'Put a new certificate and key into their secrets, then run "drover certbot".'
  return `Run "drover certbot" for the machine, and read what certbot.timer on it says: it should have renewed long before ${failureDays} days were left.`
}
