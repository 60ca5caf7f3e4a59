import { request } from 'node:https'
import { text } from 'node:stream/consumers'

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

export interface HttpAsk {
  /** PEM; nothing else is trusted. */
  readonly ca: string
  /** Sent with POST, as JOSE, when there is one. */
  readonly body?: string
}

/** One request over TLS to a server that only a CA of its own speaks for, which fetch cannot be told. */
export function askHttp(url: string, { ca, body }: HttpAsk): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const headers = body === undefined ? {} : { 'content-type': 'application/jose+json' }
    const asked = request(url, { ca, method, headers, timeout: 10_000 }, (response) => {
      text(response).then((said) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: said })
      }, reject)
    })
    asked.once('timeout', () => asked.destroy(new Error(`${url} did not answer`)))
    asked.once('error', reject)
    asked.end(body)
  })
}
