import { DroverError, type ErrorDetails } from '../../base/errors.js'
import { type Route53Call, route53Actions } from './actions.js'

/** The kind of a failed call, as far as the next step depends on it. */
export type FailureKind =
  | 'throttled'
  | 'unreachable'
  | 'no-credentials'
  | 'not-permitted'
  | 'cancelled'
  | 'other'

/** `unreachable` includes answers that were lost: the call may have had its effect. */
export function failureKind(error: unknown): FailureKind {
  const { name, code, status } = codesOf(error)
  if (throttles.has(name) || status === 429) return 'throttled'
  if (badCredentials.has(name)) return 'no-credentials'
  if (denials.has(name) || status === 401 || status === 403) return 'not-permitted'
  if (name === 'AbortError') return 'cancelled'
  if (transient.has(name) || networkCodes.has(code) || (status ?? 0) >= 500) return 'unreachable'
  return 'other'
}

/** True if a change was refused because the records differ from those that the change relies on. */
export function isRefusedChange(error: unknown): boolean {
  return codesOf(error).name === 'InvalidChangeBatch'
}

export interface Attempt {
  /** What could not be done: `"web.example.org": its records could not be read`. */
  readonly what: string
  readonly call: Route53Call
}

export function explainFailure(error: unknown, { what, call }: Attempt): DroverError {
  const action = route53Actions[call]
  const words: Record<FailureKind, Omit<ErrorDetails, 'cause'>> = {
    throttled: {
      reason: 'provider-throttled',
      hint: 'Route 53 takes five requests a second from an account. Run it again later, or for fewer machines at once.',
    },
    unreachable: {
      reason: 'provider-unreachable',
      hint: 'Ensure that this computer reaches Route 53, then run it again.',
    },
    'no-credentials': {
      reason: 'no-credentials',
      hint: 'Ensure that AWS credentials are given and have not expired: by the environment, a profile, or the step that gets them by OIDC.',
    },
    'not-permitted': { reason: 'not-permitted', hint: `Allow "${action}" to these credentials.` },
    cancelled: { reason: 'cancelled' },
    other: { reason: 'dns-failed', hint: `"${action}" was refused. The message contains Route 53's answer.` },
  }
  return new DroverError(`route53: ${what}: ${saying(error)}`, { ...words[failureKind(error)], cause: error })
}

// Codes of https://docs.aws.amazon.com/Route53/latest/APIReference/CommonErrors.html and of the SDK.
const throttles = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'TooManyRequestsException',
  'SlowDown',
  // Another change of the same zone is under way.
  'PriorRequestNotComplete',
])
const badCredentials = new Set([
  'CredentialsProviderError',
  'TokenProviderError',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidAccessKeyId',
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
  'SignatureDoesNotMatch',
  'InvalidSignatureException',
  'IncompleteSignature',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'AuthFailure',
])
const denials = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'NotAuthorizedException',
  'UnauthorizedOperation',
])
const transient = new Set([
  'TimeoutError',
  'RequestTimeout',
  'RequestTimeoutException',
  'InternalError',
  'InternalFailure',
  'ServiceUnavailable',
])
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

function codesOf(error: unknown): { readonly name: string; readonly code: string; readonly status?: number } {
  if (typeof error !== 'object' || error === null) return { name: '', code: '' }
  const { name, code, $metadata } = error as {
    name?: unknown
    code?: unknown
    $metadata?: { httpStatusCode?: number }
  }
  const status = $metadata?.httpStatusCode
  return { name: String(name), code: String(code), ...(status === undefined ? {} : { status }) }
}

function saying(error: unknown): string {
  const { name } = codesOf(error)
  const text = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').trim() : String(error)
  return text === '' ? name : `${name}: ${text}`
}
