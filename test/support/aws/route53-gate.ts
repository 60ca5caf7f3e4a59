import { parseAwsCall, type RawRequest } from './aws-call.ts'
import { type Answer, errorAnswer } from './aws-faults.ts'
import { type AccessKey, claimOf, isSignedWith } from './signature.ts'

interface Statement {
  readonly Sid: string
  readonly Effect: 'Allow'
  readonly Action: string
  readonly Resource: string
  readonly Condition?: {
    readonly 'ForAllValues:StringEquals': Readonly<Record<string, readonly string[]>>
  }
}

export interface Policy {
  readonly Statement: readonly Statement[]
}

export interface RecordChange {
  readonly action: string
  /** As in conditions of policies: lower case, no dot at the end. */
  readonly name: string
  readonly type: string
  readonly values: readonly string[]
}

export interface Gate {
  readonly key: AccessKey
  readonly policy: Policy
}

/**
 * What AWS answers when a call to Route 53 may not be made, which moto would let pass: undefined for a call that is
 * signed with the key and that the policy allows.
 */
export function refusal(request: RawRequest, { key, policy }: Gate): Answer | undefined {
  const call = parseAwsCall(request)
  const throwIfInvalid = (code: string, message: string): Answer =>
    errorAnswer(call, { status: 403, code, message })
  const claim = claimOf(request)
  if (claim === undefined) return throwIfInvalid('MissingAuthenticationToken', 'Missing Authentication Token')
  if (claim.accessKeyId !== key.accessKeyId) {
    return throwIfInvalid('InvalidClientTokenId', 'The security token included in the request is invalid.')
  }
  if (!isSignedWith(request, key.secretAccessKey)) {
    return throwIfInvalid(
      'SignatureDoesNotMatch',
      `The signature does not match.\n\nCanonical:\n'${request.method}'`,
    )
  }
  const action = `route53:${call.action}`
  const resource = resourceOf(request.path)
  const changes = changesIn(request.body)
  const isAllowed = policy.Statement.some(
    (one) => one.Action === action && covers(one.Resource, resource) && allChanges(one, changes),
  )
  if (isAllowed) return undefined
  const who = 'User: arn:aws:iam::123456789012:user/machine'
  return throwIfInvalid(
    'AccessDenied',
    `${who} is not authorized to perform: ${action} on resource: ${resource}`,
  )
}

/** Of the body of a ChangeResourceRecordSets. */
export function changesIn(xml: string): readonly RecordChange[] {
  return (xml.match(/<Change>.*?<\/Change>/gs) ?? []).map((change) => {
    const all = (tag: string): readonly string[] =>
      [...change.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, text = '']) => text)
    const [action = '', name = '', type = ''] = [all('Action')[0], all('Name')[0], all('Type')[0]]
    return { action, name: name.toLowerCase().replace(/\.$/, ''), type, values: all('Value') }
  })
}

function resourceOf(path: string): string {
  const [, kind, id] = /^\/2013-04-01\/(hostedzone|change)\/([^/?]+)/.exec(path) ?? []
  return kind === undefined ? '*' : `arn:aws:route53:::${kind}/${id}`
}

function covers(pattern: string, resource: string): boolean {
  return pattern.endsWith('*') ? resource.startsWith(pattern.slice(0, -1)) : pattern === resource
}

/** What a change is called in conditions: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-rrset-conditions.html */
const conditionKeys: Readonly<Record<string, (change: RecordChange) => string>> = {
  'route53:ChangeResourceRecordSetsNormalizedRecordNames': ({ name }) => name,
  'route53:ChangeResourceRecordSetsRecordTypes': ({ type }) => type,
  'route53:ChangeResourceRecordSetsActions': ({ action }) => action,
}

function allChanges({ Sid, Condition }: Statement, changes: readonly RecordChange[]): boolean {
  if (Condition === undefined) return true
  const { 'ForAllValues:StringEquals': values, ...others } = Condition
  if (Object.keys(others).length > 0) throw new Error(`${Sid}: a condition that this does not judge`)
  return Object.entries(values).every(([key, allowed]) => {
    const of = conditionKeys[key]
    if (of === undefined) throw new Error(`${Sid}: "${key}" is no key that this judges`)
    return changes.every((change) => allowed.includes(of(change)))
  })
}
