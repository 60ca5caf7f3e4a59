import { expect, test } from 'vitest'
import { explainFailure, failureKind, isRefusedChange } from './explain-failure.js'

const sdkError = (name: string, status?: number, message = 'said'): Error =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } })
const nodeError = (code: string): Error => Object.assign(new Error('said'), { code })

test.each<[string, unknown]>([
  ['throttled', sdkError('Throttling', 400)],
  ['throttled', sdkError('PriorRequestNotComplete', 400)],
  ['throttled', sdkError('Whatever', 429)],
  ['unreachable', nodeError('ECONNRESET')],
  ['unreachable', sdkError('TimeoutError')],
  ['unreachable', sdkError('Unknown', 503)],
  ['no-credentials', sdkError('CredentialsProviderError')],
  ['no-credentials', sdkError('InvalidClientTokenId', 403)],
  ['no-credentials', sdkError('ExpiredToken', 403)],
  ['not-permitted', sdkError('AccessDenied', 403)],
  ['not-permitted', sdkError('Unknown', 403)],
  ['cancelled', sdkError('AbortError')],
  ['other', sdkError('InvalidChangeBatch', 400)],
  ['other', sdkError('NoSuchHostedZone', 404)],
  ['other', new TypeError('a defect')],
  ['other', undefined],
])('failureKind is %s for %s', (kind, error) => {
  expect(failureKind(error)).toBe(kind)
})

test.each([
  ['Throttling', 400, 'provider-throttled'],
  ['InternalError', 500, 'provider-unreachable'],
  ['ExpiredToken', 403, 'no-credentials'],
  ['AccessDenied', 403, 'not-permitted'],
  ['NoSuchHostedZone', 404, 'dns-failed'],
])('explainFailure gives %s a reason', (name, status, reason) => {
  const cause = sdkError(name, status, 'two\n lines')
  const error = explainFailure(cause, {
    what: '"a.x.org": its record could not be written',
    call: 'changeSets',
  })
  expect(error).toMatchObject({ reason, cause })
  expect(error.message).toBe(`route53: "a.x.org": its record could not be written: ${name}: two lines`)
  expect(error.hint).not.toBe('')
})

test.each([
  ['listZones', 'route53:ListHostedZones'],
  ['listSets', 'route53:ListResourceRecordSets'],
  ['changeSets', 'route53:ChangeResourceRecordSets'],
  ['getChange', 'route53:GetChange'],
] as const)('explainFailure names the permission that %s lacks', (call, action) => {
  expect(explainFailure(sdkError('AccessDenied', 403), { what: 'x', call }).hint).toContain(`"${action}"`)
})

test('isRefusedChange holds for InvalidChangeBatch only', () => {
  expect(isRefusedChange(sdkError('InvalidChangeBatch', 400))).toBe(true)
  expect(isRefusedChange(sdkError('InvalidInput', 400))).toBe(false)
})
