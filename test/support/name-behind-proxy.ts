import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bridgeAddress, listenOnBridge } from './bridge.ts'
import { makeServerCertificate } from './server-certificate.ts'

export interface NameBehindProxy {
  /** URL of an HTTP proxy on the bridge of the local machines, which leads to nothing but the name. */
  readonly proxy: string
  /** PEM: the CA that the name's certificate is from. */
  readonly ca: string
  stop(): Promise<void>
}

/** Answers HTTPS at port 443 of a name on the internet, for local machines that use the proxy and know the CA. */
export async function serveBehindProxy(
  name: string,
  answer: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<NameBehindProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'drover-name-'))
  try {
    const { caFile, certificateFile, keyFile } = makeServerCertificate(folder, [name])
    const files = { cert: readFileSync(certificateFile), key: readFileSync(keyFile) }
    const secure = createSecureServer(files, (incoming, response) => {
      answer(incoming, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
    })
    const proxy = createServer((_, response) => void response.writeHead(405).end())
    proxy.on('connect', ({ url }, socket) => {
      socket.on('error', () => socket.destroy())
      if (url !== `${name}:443`) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      secure.emit('connection', socket)
    })
    const port = await listenOnBridge(proxy)
    return {
      proxy: `http://${bridgeAddress}:${port}`,
      ca: readFileSync(caFile, 'utf8'),
      stop: async () => {
        secure.closeAllConnections()
        proxy.closeAllConnections()
        await new Promise((resolve) => proxy.close(resolve))
      },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
