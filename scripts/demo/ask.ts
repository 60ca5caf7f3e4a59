import { get, type IncomingMessage } from 'node:http'
import { get as getSecurely } from 'node:https'
import { text } from 'node:stream/consumers'
import { TLSSocket } from 'node:tls'

export interface PlainAnswer {
  readonly status: number
  readonly text: string
  /** Where it sends us. */
  readonly location?: string
}

export interface SecureAnswer {
  readonly status: number
  readonly text: string
  readonly issuer: string
  readonly serial: string
  readonly daysLeft: number
}

export interface Ask {
  readonly host: string
  readonly port?: number
  /** The name in the request; by default the host. */
  readonly name?: string
}

export function askPlainly({ host, port = 80, name = host }: Ask): Promise<PlainAnswer> {
  return new Promise((resolve, reject) => {
    const asked = get(
      { host, port, headers: { host: name }, agent: false, timeout: 10_000 },
      (response) => void plainAnswer(response).then(resolve, reject),
    )
    asked.once('timeout', () => asked.destroy(new Error(`http://${name} did not answer`)))
    asked.once('error', reject)
  })
}

/** Trusts only this CA, and requires the name in the certificate: a certificate that does not verify is an error. */
export function askSecurely({
  host,
  name,
  ca,
}: Ask & { readonly name: string; readonly ca: string }): Promise<SecureAnswer> {
  return new Promise((resolve, reject) => {
    const asked = getSecurely(
      { host, servername: name, ca, headers: { host: name }, agent: false, timeout: 10_000 },
      (response) => {
        const certificate =
          response.socket instanceof TLSSocket ? response.socket.getPeerX509Certificate() : undefined
        plainAnswer(response).then(({ status, text: said }) => {
          resolve({
            status,
            text: said,
            issuer: /CN=(.*)/.exec(certificate?.issuer ?? '')?.[1] ?? '',
            serial: certificate?.serialNumber.toLowerCase() ?? '',
            daysLeft: Math.floor((Date.parse(certificate?.validTo ?? '') - Date.now()) / 86_400_000),
          })
        }, reject)
      },
    )
    asked.once('timeout', () => asked.destroy(new Error(`https://${name} did not answer`)))
    asked.once('error', reject)
  })
}

async function plainAnswer(response: IncomingMessage): Promise<PlainAnswer> {
  const { statusCode: status = 0, headers } = response
  const { location } = headers
  return { status, text: (await text(response)).trim(), ...(location === undefined ? {} : { location }) }
}
