import type { ReasonCode } from '../../base/reasons.js'
import { type ApiCall, apiCalls } from './api-calls.js'

/**
 * What to do next: ask again, try the next zone or type, or give up. `look` is to ask again
 * after a look, because the call may have had its effect.
 */
export type Next = 'retry' | 'observe' | 'next-place' | 'fail'

export interface Classified {
  /** The code of EC2 or of the network; never empty. */
  readonly code: string
  readonly reason: ReasonCode
  readonly next: Next
  readonly hint: string
}

/** The meaning of a call's error. Decides on codes, names and HTTP statuses, never on a message. */
export function classifyError(error: unknown, call: ApiCall): Classified {
  const { code, status } = codeOf(error)
  const kind = kindByCode.get(code) ?? kindByPattern(code) ?? kindByStatus(status)
  const { reason, next } = kinds[kind]
  return { code, reason, next, hint: hintFor(kind, { code, call }) }
}

/** The meaning of the state reason of an instance that ended. */
export function classifyStateReason(stateReason: string): Classified {
  const code = stateReason.replace(/^(?:Client|Server)\./, '')
  const kind = kindByCode.get(code) ?? kindByPattern(code) ?? 'broken'
  const { reason } = kinds[kind]
  return {
    code: stateReason,
    reason,
    next: kind === 'capacity' ? 'next-place' : 'fail',
    hint: hintFor(kind, { code, call: 'RunInstances' }),
  }
}

type Kind =
  | 'capacity'
  | 'quota'
  | 'throttle'
  | 'denied'
  | 'credentials'
  | 'not-found-yet'
  | 'wrong-state'
  | 'token'
  | 'parameter'
  | 'guarded'
  | 'outage'
  | 'unreachable'
  | 'broken'

const kinds: Record<Kind, { readonly reason: ReasonCode; readonly next: Next }> = {
  capacity: { reason: 'out-of-capacity', next: 'next-place' },
  quota: { reason: 'over-quota', next: 'fail' },
  throttle: { reason: 'provider-throttled', next: 'retry' },
  denied: { reason: 'not-permitted', next: 'fail' },
  credentials: { reason: 'no-credentials', next: 'fail' },
  'not-found-yet': { reason: 'provider-failed', next: 'retry' },
  'wrong-state': { reason: 'provider-failed', next: 'retry' },
  token: { reason: 'provider-failed', next: 'fail' },
  parameter: { reason: 'invalid-settings', next: 'fail' },
  guarded: { reason: 'provider-failed', next: 'fail' },
  outage: { reason: 'provider-unreachable', next: 'observe' },
  unreachable: { reason: 'provider-unreachable', next: 'observe' },
  broken: { reason: 'provider-failed', next: 'fail' },
}

const hints: Record<Kind, string> = {
  capacity: 'Give more zones or types in the settings, or try later.',
  quota: 'End machines, or ask AWS for a higher quota (Service Quotas, "Running On-Demand instances").',
  throttle: 'Others use the same account at once: try later, or with fewer machines at a time.',
  denied: '',
  credentials:
    'Ensure that credentials are given and current: in a workflow, aws-actions/configure-aws-credentials before this step.',
  'not-found-yet': 'EC2 does not know the machine yet, or no more: try again.',
  'wrong-state': 'The machine is on its way to another state: try again.',
  token: 'Run it again: the next launch uses a new token.',
  parameter: 'Correct the settings of the machine in flock.yml; docs/aws.md describes them.',
  guarded: 'Termination or stop protection is on: switch it off in EC2 first.',
  outage: 'EC2 has a fault: try again.',
  unreachable:
    'Ensure that this computer reaches the AWS API, and that region and AWS_ENDPOINT_URL are right.',
  broken: 'EC2 gave no reason that Drover knows: see the code, and try again.',
}

const codes: Record<Kind, string> = {
  capacity: `InsufficientInstanceCapacity InsufficientHostCapacity InsufficientCapacity
    InsufficientReservedInstanceCapacity InsufficientCapacityOnHost InsufficientFreeAddressesInSubnet
    InsufficientAddressCapacity InsufficientVolumeCapacity InsufficientInstanceCapacityOnHost Unsupported
    SpotMaxPriceTooLow`,
  quota: `InstanceLimitExceeded VcpuLimitExceeded VolumeLimitExceeded AddressLimitExceeded
    MaxIOPSLimitExceeded NetworkInterfaceLimitExceeded PrivateIpAddressLimitExceeded
    ResourceCountExceeded TagLimitExceeded ResourceLimitExceeded InstanceCreditSpecificationLimitExceeded
    MaxSpotInstanceCountExceeded AttachmentLimitExceeded`,
  throttle: `RequestLimitExceeded Throttling ThrottlingException ThrottledException RequestThrottled
    RequestThrottledException TooManyRequestsException EC2ThrottledException BandwidthLimitExceeded
    LimitExceededException ProvisionedThroughputExceededException PriorRequestNotComplete
    TransactionInProgressException SlowDown`,
  denied: `UnauthorizedOperation AccessDenied AccessDeniedException OptInRequired PendingVerification Blocked
    NotAuthorized`,
  credentials: `CredentialsProviderError TokenProviderError ProviderError AuthFailure InvalidClientTokenId
    UnrecognizedClientException SignatureDoesNotMatch ExpiredToken ExpiredTokenException RequestExpired
    InvalidAccessKeyId MissingAuthenticationToken MissingAuthenticationTokenException IncompleteSignature
    InvalidIdentityToken InvalidSignatureException IDPCommunicationError`,
  'not-found-yet': `InvalidInstanceID.NotFound InvalidInstanceIDs.NotFound InvalidInstanceId`,
  'wrong-state':
    'IncorrectInstanceState IncorrectState InvalidInstanceState ConcurrentTagAccess ResourceInUse',
  token: 'IdempotentParameterMismatch IdempotentInstanceTerminated InvalidClientToken',
  parameter: `InvalidParameter InvalidParameterValue InvalidParameterCombination InvalidInput MissingParameter
    MissingInput ValidationError ValidationException UnknownParameter VPCIdNotSpecified UnsupportedOperation
    ParameterNotFound ParameterVersionNotFound InvalidKeyId MalformedQueryString InvalidUserData.Malformed
    DefaultVpcDoesNotExist EncryptionByDefault InvalidFilter InvalidZone`,
  guarded: 'OperationNotPermitted',
  outage: `InternalError InternalFailure InternalServerError ServiceUnavailable ServiceUnavailableException
    Unavailable ServerInternal RequestTimeout RequestTimeoutException`,
  unreachable: `TimeoutError NetworkingError ECONNREFUSED ECONNRESET ECONNABORTED ENOTFOUND EAI_AGAIN EPIPE
    ETIMEDOUT EHOSTUNREACH ENETUNREACH ENETDOWN EHOSTDOWN ERR_SOCKET_CONNECTION_TIMEOUT AbortError
    DEPTH_ZERO_SELF_SIGNED_CERT UNABLE_TO_VERIFY_LEAF_SIGNATURE CERT_HAS_EXPIRED SELF_SIGNED_CERT_IN_CHAIN`,
  broken: '',
}

const kindByCode: ReadonlyMap<string, Kind> = new Map(
  (Object.keys(codes) as Kind[]).flatMap((kind) =>
    codes[kind]
      .split(/\s+/)
      .filter(Boolean)
      .map((code): [string, Kind] => [code, kind]),
  ),
)

/** The kind of a code from a family in which EC2 names the resource first. */
function kindByPattern(code: string): Kind | undefined {
  if (/^Insufficient.*Capacity/.test(code)) return 'capacity'
  if (/LimitExceeded$/.test(code)) return 'quota'
  if (/^Invalid[A-Za-z]+(?:\.(?:NotFound|Malformed|Unavailable|Unknown|Duplicate))?$/.test(code)) {
    return 'parameter'
  }
  return undefined
}

function kindByStatus(status: number | undefined): Kind {
  if (status === undefined) return 'broken'
  if (status === 429) return 'throttle'
  if (status === 401 || status === 403) return 'denied'
  return status >= 500 ? 'outage' : 'broken'
}

function hintFor(kind: Kind, { code, call }: { readonly code: string; readonly call: ApiCall }): string {
  if (kind !== 'denied') return hints[kind]
  if (code === 'OptInRequired') return 'The account is not signed up for this, or the region is not enabled.'
  if (code === 'PendingVerification') return 'AWS still verifies the account for this region: try later.'
  if (code === 'Blocked') return 'AWS has blocked the account: ask AWS support.'
  const actions = apiCalls[call].actions.map((action) => `"${action}"`).join(', ')
  return `Allow the IAM action ${actions} to the role or user, as docs/aws/policy.json does.`
}

function codeOf(error: unknown): { readonly code: string; readonly status: number | undefined } {
  if (typeof error !== 'object' || error === null) return { code: 'unknown', status: undefined }
  const { name, code, Code, $metadata } = error as Record<string, unknown>
  const status = (typeof $metadata === 'object' && $metadata !== null ? $metadata : {}) as {
    readonly httpStatusCode?: unknown
  }
  const candidates = [code, Code, name].filter((one): one is string => typeof one === 'string' && one !== '')
  const known = candidates.find((one) => kindByCode.has(one) || kindByPattern(one) !== undefined)
  return {
    code: known ?? candidates[0] ?? 'unknown',
    status: typeof status.httpStatusCode === 'number' ? status.httpStatusCode : undefined,
  }
}
