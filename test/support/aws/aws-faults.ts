import type { AwsCall } from './aws-call.ts'

interface FaultClass {
  readonly status: number
  readonly code: string
  readonly message: (call: AwsCall) => string
  /** Where another service has another name for it. */
  readonly others?: Readonly<Record<string, { readonly status: number; readonly code: string }>>
}

const inZone = ({ params }: AwsCall): string =>
  params['Placement.AvailabilityZone'] ?? params.SubnetId ?? 'the zone that AWS chose'

/** The errors of AWS that the proxy can answer: code and HTTP status are AWS's, the words are ours. */
const classes = {
  'insufficient-capacity': {
    status: 500,
    code: 'InsufficientInstanceCapacity',
    message: (call) => `There is not enough "${call.params.InstanceType}" capacity in ${inZone(call)} now.`,
  },
  'instance-limit': {
    status: 400,
    code: 'InstanceLimitExceeded',
    message: () => 'You asked for more instances than your limit of 20 allows.',
  },
  'vcpu-limit': {
    status: 400,
    code: 'VcpuLimitExceeded',
    message: () => 'You asked for more vCPU capacity than your limit of 32 allows.',
  },
  throttle: {
    status: 503,
    code: 'RequestLimitExceeded',
    message: () => 'Request limit exceeded.',
    others: {
      route53: { status: 400, code: 'Throttling' },
      ssm: { status: 400, code: 'ThrottlingException' },
    },
  },
  unauthorized: {
    status: 403,
    code: 'UnauthorizedOperation',
    message: ({ service, action }) =>
      `You are not authorized to perform this operation. User: arn:aws:iam::123456789012:user/test is not authorized to perform: ${service}:${action} because no identity-based policy allows the ${service}:${action} action`,
    others: {
      route53: { status: 403, code: 'AccessDenied' },
      ssm: { status: 400, code: 'AccessDeniedException' },
    },
  },
  'auth-failure': {
    status: 401,
    code: 'AuthFailure',
    message: () => 'AWS was not able to validate the provided access credentials',
    others: {
      route53: { status: 403, code: 'InvalidClientTokenId' },
      ssm: { status: 400, code: 'UnrecognizedClientException' },
    },
  },
  'expired-token': {
    status: 400,
    code: 'ExpiredToken',
    message: () => 'The security token included in the request is expired',
    others: { ssm: { status: 400, code: 'ExpiredTokenException' } },
  },
  /** What EC2 itself says of credentials that expired. */
  'request-expired': { status: 400, code: 'RequestExpired', message: () => 'Request has expired.' },
  'invalid-parameter': {
    status: 400,
    code: 'InvalidParameterValue',
    message: () => 'Value (injected) for a parameter is invalid.',
    others: {
      route53: { status: 400, code: 'InvalidInput' },
      ssm: { status: 400, code: 'ValidationException' },
    },
  },
  'internal-error': {
    status: 500,
    code: 'InternalError',
    message: () => 'An internal error has occurred.',
    others: { ssm: { status: 500, code: 'InternalServerError' } },
  },
  unavailable: {
    status: 503,
    code: 'ServiceUnavailable',
    message: () => 'The service failed for a moment; try again.',
  },
} as const satisfies Readonly<Record<string, FaultClass>>

/** `timeout`: no answer ever comes. `reset`: the connection is cut. */
export type Fault = keyof typeof classes | 'timeout' | 'reset'

export const allFaults: readonly Fault[] = [
  ...(Object.keys(classes) as (keyof typeof classes)[]),
  'timeout',
  'reset',
]

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The answer that says a fault, in the protocol of the call's service. */
export function faultAnswer(fault: Exclude<Fault, 'timeout' | 'reset'>, call: AwsCall): Answer {
  const { status, code, message, others }: FaultClass = classes[fault]
  const said = others?.[call.service] ?? { status, code }
  return errorAnswer(call, { ...said, message: message(call) })
}

export interface AwsError {
  readonly status: number
  readonly code: string
  readonly message: string
}

export function errorAnswer({ service }: AwsCall, { status, code, message }: AwsError): Answer {
  if (service === 'ssm') {
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code }
    return { status, headers, body: JSON.stringify({ __type: code, message }) }
  }
  const headers = { 'content-type': 'text/xml;charset=UTF-8' }
  const error = `<Code>${code}</Code><Message>${escapeXml(message)}</Message>`
  const text =
    service === 'route53'
      ? `<ErrorResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Error><Type>Sender</Type>${error}</Error><RequestId>injected</RequestId></ErrorResponse>`
      : `<Response><Errors><Error>${error}</Error></Errors><RequestID>injected</RequestID></Response>`
  return { status, headers, body: `<?xml version="1.0" encoding="UTF-8"?>\n${text}` }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
