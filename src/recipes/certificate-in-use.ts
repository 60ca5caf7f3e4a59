import { X509Certificate } from 'node:crypto'
import type { Command } from '../base/command.js'

/** The certificate that a machine serves with, whatever it is from. */
export const certificateFile = '/etc/drover/tls/fullchain.pem'

/** Prints nothing when there is no certificate. It is public; the key is not looked at. */
export const certificateInUseCommand: Command = {
  argv: ['sh', '-c', `[ ! -e ${certificateFile} ] || exec cat ${certificateFile}`],
}

/** What a chain says of its first certificate. */
export interface CertificateInUse {
  readonly names: readonly string[]
  /** UTC, ISO 8601. */
  readonly notAfter: string
  readonly serial: string
  /** On one line, as `C=US, O=…, CN=…`. */
  readonly issuer: string
}

/** Undefined when the text is empty; `broken` when it is no certificate. */
export function parseCertificateInUse(text: string): CertificateInUse | 'broken' | undefined {
  if (text.trim() === '') return undefined
  try {
    const certificate = new X509Certificate(text)
    const names = (certificate.subjectAltName ?? '')
      .split(', ')
      .flatMap((name) => (name.startsWith('DNS:') ? [name.slice('DNS:'.length)] : []))
    return {
      names,
      notAfter: new Date(certificate.validTo).toISOString().replace('.000', ''),
      serial: certificate.serialNumber,
      issuer: certificate.issuer.split('\n').join(', '),
    }
  } catch {
    // The certificate library has no closed list of what can be wrong with a file.
    return 'broken'
  }
}
