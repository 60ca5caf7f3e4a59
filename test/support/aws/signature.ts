import { createHash, createHmac } from 'node:crypto'
import type { RawRequest } from './aws-call.ts'

export interface AccessKey {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** What a call says of who sent it; undefined when it is not signed (Signature Version 4 in a header). */
export function claimOf({ headers }: Pick<RawRequest, 'headers'>):
  | {
      readonly accessKeyId: string
      readonly scope: string
      readonly signed: readonly string[]
      readonly signature: string
    }
  | undefined {
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/
  const [, accessKeyId, scope, signed, signature] = pattern.exec(headers.authorization ?? '') ?? []
  if (!accessKeyId || !scope || !signed || !signature) return undefined
  return { accessKeyId, scope, signed: signed.split(';'), signature }
}

/**
 * Whether a call was signed with this secret, as it came: of paths and queries that need no other form than they
 * have, such as Route 53's (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
export function isSignedWith(request: RawRequest, secretAccessKey: string): boolean {
  const claim = claimOf(request)
  if (claim === undefined) return false
  const { scope, signed, signature } = claim
  const { method, headers, body } = request
  const [path = '', query = ''] = request.path.split('?')
  const canonical = [
    ...[method, path, query.split('&').sort().join('&')],
    ...signed.map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    ...['', signed.join(';'), sha256(body)],
  ].join('\n')
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const key = scope
    .split('/')
    .reduce<Buffer>((one, part) => hmac(one, part), Buffer.from(`AWS4${secretAccessKey}`))
  return hmac(key, text).toString('hex') === signature
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
