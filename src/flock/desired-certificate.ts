/** How the names of a certificate are proved to the ACME server. */
type AcmeChallenge = 'webroot' | 'nginx' | 'dns-route53'

interface AnyCertificate {
  /** In lower case, each once, at least one. The first is the name of the lineage, without `*.`. */
  readonly names: readonly string[]
  readonly key: 'ecdsa' | 'rsa'
}

/** A certificate that the machine itself orders from an ACME server. */
export interface AcmeCertificate extends AnyCertificate {
  readonly from: 'acme'
  /** Mail address of the account. No certificate is ordered without one. */
  readonly contact?: string
  /** URL of the directory. */
  readonly acme: string
  readonly challenge: AcmeChallenge
  /** File on the machine with the CA that issued the ACME server's own certificate. */
  readonly ca?: string
}

/** A certificate that two secrets give, in PEM. */
export interface SecretCertificate extends AnyCertificate {
  readonly from: 'secret'
  readonly certificateSecret: string
  readonly keySecret: string
}

/** Made on the machine, and trusted by nobody. */
interface SelfSignedCertificate extends AnyCertificate {
  readonly from: 'self-signed'
}

/** The TLS certificate that a machine should use. */
export type DesiredCertificate = AcmeCertificate | SecretCertificate | SelfSignedCertificate
