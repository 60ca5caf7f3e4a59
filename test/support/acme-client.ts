import { execFileSync } from 'node:child_process'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { askHttp, type HttpAnswer } from './ask-http.ts'

export interface DesiredAcmeCertificate {
  readonly directory: string
  readonly ca: string
  readonly name: string
  /** Answers of HTTP challenges by token, which somebody serves at the name. */
  readonly answers: Map<string, string>
}

export interface AcmeEnd {
  /** PEM, the certificate of the name first; undefined when the name could not be proved. */
  readonly chain: string | undefined
  /** How often the server refused a nonce that it had given. */
  readonly refusedNonces: number
}

/** As little of RFC 8555 as one certificate for one name takes, to hold Pebble against something that is not certbot. */
export async function orderCertificate({
  directory,
  ca,
  name,
  answers,
}: DesiredAcmeCertificate): Promise<AcmeEnd> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { crv, kty, x, y } = publicKey.export({ format: 'jwk' })
  const jwk = { crv, kty, x, y }
  const thumbprint = createHash('sha256').update(JSON.stringify(jwk)).digest('base64url')
  const urls = JSON.parse((await askHttp(directory, { ca })).text) as Record<string, string>
  const urlOf = (key: string): string => urls[key] ?? ''
  let account: object = { jwk }
  let refusedNonces = 0

  const post = async (url: string, payload: object | undefined): Promise<HttpAnswer> => {
    const { headers } = await askHttp(urlOf('newNonce'), { ca })
    const head = encode({ alg: 'ES256', nonce: headers['replay-nonce'], url, ...account })
    const body = payload === undefined ? '' : encode(payload)
    const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const
    const signature = sign('sha256', Buffer.from(`${head}.${body}`), key).toString('base64url')
    const answer = await askHttp(url, {
      ca,
      body: JSON.stringify({ protected: head, payload: body, signature }),
    })
    if (answer.status < 300) return answer
    const { type, detail } = JSON.parse(answer.text) as Record<string, string>
    if (type !== 'urn:ietf:params:acme:error:badNonce') throw new Error(`${url}: ${type}: ${detail}`)
    refusedNonces++
    return post(url, payload)
  }
  const until = async (url: string, waiting: readonly string[]): Promise<Record<string, unknown>> => {
    for (;;) {
      const found = JSON.parse((await post(url, undefined)).text) as Record<string, unknown>
      if (!waiting.includes(String(found.status))) return found
      await sleep(100)
    }
  }

  const made = await post(urlOf('newAccount'), { termsOfServiceAgreed: true })
  account = { kid: made.headers.location }
  const ordered = await post(urlOf('newOrder'), { identifiers: [{ type: 'dns', value: name }] })
  const order = JSON.parse(ordered.text) as { authorizations: string[]; finalize: string }
  for (const url of order.authorizations) {
    const { challenges } = (await until(url, [])) as { challenges: Record<string, string>[] }
    const { token = '', url: where = '' } = challenges.find(({ type }) => type === 'http-01') ?? {}
    answers.set(token, `${token}.${thumbprint}`)
    await post(where, {})
    if ((await until(url, ['pending'])).status !== 'valid') return { chain: undefined, refusedNonces }
  }
  await post(order.finalize, { csr: makeRequest(name).toString('base64url') })
  const done = await until(String(ordered.headers.location), ['pending', 'ready', 'processing'])
  const { text } = await post(String(done.certificate), undefined)
  return { chain: text, refusedNonces }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** A certificate signing request, DER, with a key that nobody keeps. */
function makeRequest(name: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'drover-csr-'))
  try {
    const out = ['-keyout', join(folder, 'key'), '-out', join(folder, 'csr'), '-outform', 'DER']
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
    const subject = ['-subj', '/', '-addext', `subjectAltName=DNS:${name}`]
    execFileSync('openssl', ['req', '-new', ...key, ...subject, ...out], { stdio: 'pipe' })
    return readFileSync(join(folder, 'csr'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
