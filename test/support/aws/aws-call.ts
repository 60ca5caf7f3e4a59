import type { IncomingHttpHeaders } from 'node:http'

/** One request to AWS, whatever protocol its service speaks. */
export interface AwsCall {
  /** As in the signature: `ec2`, `route53`, `ssm`. */
  readonly service: string
  readonly region: string
  readonly action: string
  /** Of EC2 its query parameters; of the others `path` and `body`. */
  readonly params: Readonly<Record<string, string>>
}

export interface RawRequest {
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export function parseAwsCall({ method, path, headers, body }: RawRequest): AwsCall {
  // Signature version 4 names its scope: KEY/DATE/REGION/SERVICE/aws4_request.
  const scope = /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\//.exec(headers.authorization ?? '')
  const [, region = '', service = ''] = scope ?? []
  if (service === 'ec2') {
    const params = Object.fromEntries(new URLSearchParams(body))
    return { service, region, action: params.Action ?? '', params }
  }
  const target = headers['x-amz-target']
  const action = typeof target === 'string' ? (target.split('.')[1] ?? '') : route53Action(method, path)
  return { service, region, action, params: { path, body } }
}

const route53Actions: readonly (readonly [method: string, path: RegExp, action: string])[] = [
  ['POST', /^\/hostedzone\/[^/]+\/rrset\/?$/, 'ChangeResourceRecordSets'],
  ['GET', /^\/hostedzone\/[^/]+\/rrset\/?$/, 'ListResourceRecordSets'],
  ['GET', /^\/change\/[^/]+$/, 'GetChange'],
  ['GET', /^\/hostedzonesbyname\/?$/, 'ListHostedZonesByName'],
  ['GET', /^\/hostedzone\/?$/, 'ListHostedZones'],
  ['POST', /^\/hostedzone\/?$/, 'CreateHostedZone'],
  ['GET', /^\/hostedzone\/[^/]+$/, 'GetHostedZone'],
]

function route53Action(method: string, path: string): string {
  const below = path.replace(/\?.*/, '').replace(/^\/2013-04-01/, '')
  const known = route53Actions.find(([verb, pattern]) => verb === method && pattern.test(below))
  return known?.[2] ?? `${method} ${below}`
}

/** All values of a numbered parameter: `InstanceId.1`, `InstanceId.2` … and `InstanceId` itself. */
export function numbered({ params }: AwsCall, name: string): readonly string[] {
  const pattern = new RegExp(`^${name}(\\.\\d+)?$`)
  return Object.entries(params).flatMap(([key, value]) => (pattern.test(key) ? [value] : []))
}
