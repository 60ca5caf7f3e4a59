import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * What the server does to a push, once it holds all of it: `lose-answer` takes
 * the push and cuts the connection, `cut` cuts it before git sees the push,
 * `unavailable` answers 503.
 */
type Fault = 'lose-answer' | 'cut' | 'unavailable'

export interface GitHttpServer {
  /** The URL of a repository below the root. */
  url(name: string): string
  /** Faults for the next pushes, one each, in order. */
  faults: Fault[]
  /** Added before each answer. */
  latencyMs: number
  /** Without it, each answer ends its connection, so that curl does not repeat a push by itself when one is cut. */
  keepAlive: boolean
  /** Called when a push has arrived, before git takes it. */
  onPush: () => void | Promise<void>
  /** Called when git has taken a push, before it is answered. */
  onPushed: () => void | Promise<void>
  /** Headers and addresses of all requests so far. */
  readonly requests: readonly { readonly target: string; readonly authorization: string | undefined }[]
  close(): Promise<void>
}

export interface GitHttpServerOptions {
  /** All repositories below it are served. */
  readonly root: string
  /** Asked for by HTTP basic authentication. */
  readonly auth?: { readonly user: string; readonly password: string }
  /** Address of this computer to listen at, by default one that no machine can reach. */
  readonly host?: string
}

/** Real `git http-backend` behind a small server. */
export async function startGitHttpServer({
  root,
  auth,
  host = '127.0.0.1',
}: GitHttpServerOptions): Promise<GitHttpServer> {
  const backend = findBackend()
  const requests: { target: string; authorization: string | undefined }[] = []
  const wanted = auth && `Basic ${Buffer.from(`${auth.user}:${auth.password}`).toString('base64')}`
  const server = createServer((request, response) => {
    const { authorization } = request.headers
    if (!control.keepAlive) response.setHeader('Connection', 'close')
    requests.push({ target: request.url ?? '', authorization })
    if (wanted !== undefined && authorization?.toLowerCase() !== wanted.toLowerCase()) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' }).end()
      return
    }
    serve({ request, response, backend, root, control }).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  const control: GitHttpServer = {
    url: (name) => `http://${host}:${port}/${name}`,
    faults: [],
    latencyMs: 0,
    keepAlive: true,
    onPush: () => undefined,
    onPushed: () => undefined,
    requests,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return control
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly backend: string
  readonly root: string
  readonly control: GitHttpServer
}

async function serve({ request, response, backend, root, control }: Exchange): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const isPush = request.method === 'POST' && request.url?.endsWith('/git-receive-pack') === true
  if (isPush) await control.onPush()
  const fault = isPush ? control.faults.shift() : undefined
  if (fault === 'cut') return void request.socket.destroy()
  if (fault === 'unavailable') return void response.writeHead(503).end()
  const output = await runBackend(Buffer.concat(chunks), { request, backend, root })
  if (isPush) await control.onPushed()
  if (control.latencyMs > 0) await sleep(control.latencyMs)
  if (fault === 'lose-answer') return void request.socket.destroy()
  answer(output, response)
}

function runBackend(
  body: Buffer,
  { request, backend, root }: Pick<Exchange, 'request' | 'backend' | 'root'>,
): Promise<Buffer> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const header = (name: string): string => String(request.headers[name] ?? '')
  const child = spawn(backend, {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_PROTOCOL: header('git-protocol'),
      HTTP_CONTENT_ENCODING: header('content-encoding'),
      REQUEST_METHOD: request.method,
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: header('content-type'),
      CONTENT_LENGTH: String(body.length),
    },
  })
  return new Promise((resolve, reject) => {
    const output: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stdin.on('error', () => undefined)
    child.stdin.end(body)
    child.once('error', reject)
    child.once('close', () => resolve(Buffer.concat(output)))
  })
}

/** What a CGI program prints (RFC 3875, section 6): header fields, an empty line, the body. */
function answer(output: Buffer, response: ServerResponse): void {
  const end = output.indexOf('\r\n\r\n')
  const lines = output.toString('latin1', 0, Math.max(end, 0)).split('\r\n')
  let status = end < 0 ? 500 : 200
  for (const line of lines) {
    const [name = '', value = ''] = line.split(/:\s*/, 2)
    if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10)
    else if (name !== '') response.setHeader(name, value)
  }
  response.writeHead(status).end(output.subarray(end + 4))
}

function findBackend(): string {
  const path = join(execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(), 'git-http-backend')
  if (existsSync(path)) return path
  throw new Error(`"${path}" is missing: install the whole git package, which brings git-http-backend`)
}
