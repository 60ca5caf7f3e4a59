import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { bridgeAddress, holdBridge } from './bridge.ts'
import type { Pebble } from './pebble.ts'

export interface AcmeAsked {
  /** From 1, since `begin`. */
  readonly number: number
  /** As `POST order-plz`: the first part of the path says which resource, as Pebble calls it. */
  readonly what: string
  /** Of the server's answer; absent as long as there is none. */
  readonly status?: number
}

/**
 * Called before a request goes on to the server, and again before its answer goes back. `cut` ends the connection; what
 * is the type of an error refuses the request with it, in the server's place.
 */
export type AcmeHook = (asked: AcmeAsked) => Promise<'pass' | 'cut' | keyof typeof refusals>

const refusals = { 'bad-nonce': ['badNonce', 400], unauthorized: ['unauthorized', 403] } as const

/** A proxy to Pebble that sees every request. */
export interface AcmeProxy {
  /** URL of the directory. The URLs that Pebble gives lead back here, because it takes its name from the request. */
  readonly directory: string
  /** Counts from 1 again. */
  begin(hook?: AcmeHook): void
  /** The requests since then and the server's answers, also those that nobody received. */
  asked(): readonly AcmeAsked[]
  stop(): Promise<void>
}

export async function startAcmeProxy({ directory, ca, server: own }: Pebble): Promise<AcmeProxy> {
  const { hostname, port, pathname } = new URL(directory)
  let asked: AcmeAsked[] = []
  let hook: AcmeHook | undefined
  const certificate = { cert: readFileSync(own.certificateFile), key: readFileSync(own.keyFile) }
  const server = createServer(certificate, async (incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming
    const body = await buffer(incoming)
    const at = asked.length
    const one: AcmeAsked = { number: at + 1, what: `${method} ${url.split('/')[1]}` }
    const into = asked
    into[at] = one
    const verdict = await hook?.(one)
    if (verdict === 'cut') return void incoming.destroy()
    if (verdict !== undefined && verdict !== 'pass') {
      const [type, status] = refusals[verdict]
      into[at] = { ...one, status }
      outgoing.writeHead(status, { 'content-type': 'application/problem+json' })
      const problem = { type: `urn:ietf:params:acme:error:${type}`, detail: 'refused by the test', status }
      return void outgoing.end(JSON.stringify(problem))
    }
    const onward = request(
      { hostname, port, method, path: url, headers, ca, agent: false },
      async (answer) => {
        const status = answer.statusCode ?? 0
        const bytes = await buffer(answer)
        into[at] = { ...one, status }
        if ((await hook?.({ ...one, status })) === 'cut') return void incoming.destroy()
        outgoing.writeHead(status, answer.headers).end(bytes)
      },
    )
    onward.on('error', () => incoming.destroy())
    onward.end(body)
  })
  const bridge = await holdBridge()
  server.listen(0, bridgeAddress)
  await once(server, 'listening')
  return {
    directory: `https://${bridgeAddress}:${(server.address() as AddressInfo).port}${pathname}`,
    begin: (next) => {
      asked = []
      hook = next
    },
    asked: () => asked,
    stop: async () => {
      await close(server)
      await bridge.release()
    },
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
