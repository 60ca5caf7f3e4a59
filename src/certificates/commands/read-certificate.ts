import { X509Certificate } from 'node:crypto'

/** What a certificate says of itself. */
export interface CertificateFacts {
  /** DNS names, in lower case, sorted. */
  readonly names: readonly string[]
  readonly notBeforeMs: number
  readonly notAfterMs: number
  /** Hexadecimal digits. */
  readonly serial: string
  /** On one line, as `CN=R11, O=Let's Encrypt`. */
  readonly issuer: string
  readonly key: 'ecdsa' | 'rsa' | 'other'
  /** Of the certificate itself, 64 hexadecimal digits. */
  readonly sha256: string
}

/** Of the first certificate of a PEM text; undefined when there is none that can be read. */
export function readCertificate(pem: string): CertificateFacts | undefined {
  const [first] = certificatesOf(pem)
  if (first === undefined) return undefined
  const type = first.publicKey.asymmetricKeyType
  return {
    names: (first.subjectAltName ?? '')
      .split(', ')
      .flatMap((part) => (part.startsWith('DNS:') ? [part.slice('DNS:'.length).toLowerCase()] : []))
      .sort(),
    notBeforeMs: Date.parse(first.validFrom),
    notAfterMs: Date.parse(first.validTo),
    serial: first.serialNumber.toLowerCase(),
    issuer: first.issuer.split('\n').reverse().join(', '),
    key: type === 'ec' ? 'ecdsa' : type === 'rsa' ? 'rsa' : 'other',
    sha256: first.fingerprint256.replaceAll(':', '').toLowerCase(),
  }
}

/** All certificates of a PEM text, in order; empty when any of them cannot be read. */
export function certificatesOf(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  try {
    return blocks.map((block) => new X509Certificate(block))
  } catch {
    return []
  }
}
