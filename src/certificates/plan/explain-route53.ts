import type { ReasonCode } from '../../base/reasons.js'
import type { Attempt } from '../commands/read-unit.js'

interface Explained {
  readonly reason: ReasonCode
  readonly what: string
  readonly hint: string
}

/** Why the machine's certbot could not write in the zone, by what AWS or boto3 calls it. */
export function explainRoute53({ code = '', text = '' }: Pick<Attempt, 'code' | 'text'>): Explained {
  const said = `(${[code, text].filter(Boolean).join(': ')})`
  if (code === 'NoZone') {
    return {
      reason: 'dns-failed',
      what: `no public hosted zone that the machine sees in Route 53 holds ${text}`,
      hint: "Ensure that the machine's AWS credentials are of the account that has the zone, and that the zone is public.",
    }
  }
  if (badCredentials.has(code)) {
    return {
      reason: 'no-credentials',
      what: `the machine has no AWS credentials that Route 53 takes ${said}`,
      hint: 'Give the machine a role (in EC2 the setting "instance-profile"), or put a current access key in /root/.aws/credentials: docs/certificates.md says how.',
    }
  }
  if (denials.has(code)) {
    return {
      reason: 'not-permitted',
      what: `Route 53 does not allow the machine what it needs ${said}`,
      hint: "Allow the machine's role or user what docs/aws/certificates-policy.json has.",
    }
  }
  if (unreachable.has(code)) {
    return {
      reason: 'provider-unreachable',
      what: `the machine does not reach Route 53 ${said}`,
      hint: 'Ensure that the machine may connect to route53.amazonaws.com over HTTPS, then run this again.',
    }
  }
  return {
    reason: 'dns-failed',
    what: `Route 53 did not do what certbot asked on the machine ${said}`,
    hint: 'Mend what Route 53 says; when it asked for fewer requests, run this again later.',
  }
}

// With capitals and no "Error" at the end: https://docs.aws.amazon.com/Route53/latest/APIReference/CommonErrors.html.
// The others are classes of botocore.exceptions.
const badCredentials = new Set([
  'NoCredentialsError',
  'PartialCredentialsError',
  'CredentialRetrievalError',
  'TokenRetrievalError',
  'ProfileNotFound',
  'ExpiredToken',
  'ExpiredTokenException',
  'IncompleteSignature',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'MissingAuthenticationToken',
  'RequestExpired',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
])
const denials = new Set(['AccessDenied', 'AccessDeniedException', 'NotAuthorizedException'])
const unreachable = new Set([
  'ConnectionClosedError',
  'ConnectTimeoutError',
  'EndpointConnectionError',
  'ProxyConnectionError',
  'ReadTimeoutError',
  'SSLError',
])
