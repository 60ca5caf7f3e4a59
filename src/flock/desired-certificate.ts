/** How the names of a certificate are proved to the ACME server. */
type AcmeChallenge = 'webroot' | 'nginx' | 'dns-route53'

interface AnyCertificate {
  /** In lower case, each once, at least one. The first is the name of the lineage, without `*.`. */
  readonly names: readonly string[]
  readonly key: 'ecdsa' | 'rsa'
}

/** Ordered from an ACME server by the machine itself. */
export interface AcmeCertificate extends AnyCertificate {
  readonly from: 'acme'
  /** Address of the account; nothing is ordered without. */
  readonly contact?: string
  /** URL of the directory. */
  readonly acme: string
  readonly challenge: AcmeChallenge
  /** File on the machine with the CA that the ACME server's own certificate is from. */
  readonly ca?: string
}

/** Given by two secrets, in PEM. */
export interface SecretCertificate extends AnyCertificate {
  readonly from: 'secret'
  readonly certificateSecret: string
  readonly keySecret: string
}

/** Made on the machine, and trusted by nobody. */
interface SelfSignedCertificate extends AnyCertificate {
  readonly from: 'self-signed'
}

/** The TLS certificate that a machine is to serve with. */
export type DesiredCertificate = AcmeCertificate | SecretCertificate | SelfSignedCertificate
