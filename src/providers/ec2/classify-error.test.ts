import { expect, test } from 'vitest'
import { classifyError, classifyStateReason } from './classify-error.js'

const serviceError = (name: string, status: number): object =>
  Object.assign(new Error('some words'), { name, $metadata: { httpStatusCode: status } })
const nodeError = (code: string): object => Object.assign(new Error('some words'), { code })

test.each([
  ['InsufficientInstanceCapacity', 500, 'out-of-capacity', 'next-place'],
  ['InsufficientFreeAddressesInSubnet', 400, 'out-of-capacity', 'next-place'],
  ['Unsupported', 400, 'out-of-capacity', 'next-place'],
  ['InsufficientMoonCapacity', 500, 'out-of-capacity', 'next-place'],
  ['InstanceLimitExceeded', 400, 'over-quota', 'fail'],
  ['VcpuLimitExceeded', 400, 'over-quota', 'fail'],
  ['MoonLimitExceeded', 400, 'over-quota', 'fail'],
  ['RequestLimitExceeded', 503, 'provider-throttled', 'retry'],
  ['ThrottlingException', 400, 'provider-throttled', 'retry'],
  ['NeverHeardOf', 429, 'provider-throttled', 'retry'],
  ['UnauthorizedOperation', 403, 'not-permitted', 'fail'],
  ['AccessDeniedException', 400, 'not-permitted', 'fail'],
  ['NeverHeardOf', 403, 'not-permitted', 'fail'],
  ['AuthFailure', 401, 'no-credentials', 'fail'],
  ['ExpiredToken', 400, 'no-credentials', 'fail'],
  ['ExpiredTokenException', 400, 'no-credentials', 'fail'],
  ['RequestExpired', 400, 'no-credentials', 'fail'],
  ['UnrecognizedClientException', 400, 'no-credentials', 'fail'],
  ['InvalidInstanceID.NotFound', 400, 'provider-failed', 'retry'],
  ['IncorrectInstanceState', 400, 'provider-failed', 'retry'],
  ['IdempotentParameterMismatch', 400, 'provider-failed', 'fail'],
  ['InvalidParameterValue', 400, 'invalid-settings', 'fail'],
  ['InvalidAMIID.NotFound', 400, 'invalid-settings', 'fail'],
  ['InvalidSubnetID.NotFound', 400, 'invalid-settings', 'fail'],
  ['InvalidMoonID.Malformed', 400, 'invalid-settings', 'fail'],
  ['ParameterNotFound', 400, 'invalid-settings', 'fail'],
  ['OperationNotPermitted', 400, 'provider-failed', 'fail'],
  ['InternalError', 500, 'provider-unreachable', 'observe'],
  ['ServiceUnavailable', 503, 'provider-unreachable', 'observe'],
  ['NeverHeardOf', 502, 'provider-unreachable', 'observe'],
  ['NeverHeardOf', 400, 'provider-failed', 'fail'],
])('classifyError: %s with status %i is %s, and the next step is %s', (code, status, reason, next) => {
  expect(classifyError(serviceError(code, status), 'RunInstances')).toMatchObject({ code, reason, next })
})

test.each(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE'])(
  'classifyError: after %s the machines are observed and the call is made again',
  (code) => {
    expect(classifyError(nodeError(code), 'RunInstances')).toMatchObject({
      code,
      reason: 'provider-unreachable',
      next: 'observe',
    })
  },
)

test.each([
  ['TimeoutError', 'provider-unreachable'],
  ['CredentialsProviderError', 'no-credentials'],
  ['TypeError', 'provider-failed'],
])('classifyError: %s without an answer is %s', (name, reason) => {
  expect(classifyError(Object.assign(new Error('x'), { name }), 'RunInstances').reason).toBe(reason)
})

test('classifyError does not decide on words', () => {
  const error = serviceError('SomethingElse', 400)
  Object.assign(error, { message: 'InsufficientInstanceCapacity' })
  expect(classifyError(error, 'RunInstances').next).toBe('fail')
})

test.each([['a text'], [null], [undefined], [{}]])('classifyError knows no failure in %o', (thrown) => {
  expect(classifyError(thrown, 'StopInstances')).toMatchObject({ code: 'unknown', next: 'fail' })
})

test('classifyError names the IAM actions that are missing', () => {
  expect(classifyError(serviceError('UnauthorizedOperation', 403), 'TerminateInstances').hint).toContain(
    '"ec2:TerminateInstances"',
  )
  expect(classifyError(serviceError('UnauthorizedOperation', 403), 'RunInstances').hint).toContain(
    '"ec2:RunInstances", "ec2:CreateTags", "iam:PassRole"',
  )
})

test('classifyError has advice for each kind', () => {
  const codes = [
    'InsufficientInstanceCapacity',
    'VcpuLimitExceeded',
    'Throttling',
    'Blocked',
    'OptInRequired',
  ]
  for (const code of codes) expect(classifyError(serviceError(code, 400), 'RunInstances').hint).not.toBe('')
})

test.each([
  ['Server.InsufficientInstanceCapacity', 'out-of-capacity', 'next-place'],
  ['Client.VolumeLimitExceeded', 'over-quota', 'fail'],
  ['Client.UserInitiatedShutdown', 'provider-failed', 'fail'],
  ['Server.InternalError', 'provider-unreachable', 'fail'],
])('a machine that ended for %s is %s, and the next step is %s', (stateReason, reason, next) => {
  expect(classifyStateReason(stateReason)).toMatchObject({ code: stateReason, reason, next })
})
