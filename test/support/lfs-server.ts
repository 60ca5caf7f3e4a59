import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface LfsServer {
  /** URL of the repository whose objects these are. */
  readonly url: string
  /** `METHOD PATH AUTHORIZATION` of each request. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

/** As much of the batch API of Git LFS (git-lfs, docs/api/batch.md) as a download needs; it requires a token. */
export async function startLfsServer(objects: readonly Buffer[], token: string): Promise<LfsServer> {
  const byOid = new Map(objects.map((bytes) => [createHash('sha256').update(bytes).digest('hex'), bytes]))
  const basic = `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
  const requests: string[] = []
  const server = createServer(async (request, response) => {
    const { method, url = '', headers } = request
    requests.push(`${method} ${url} ${headers.authorization ?? '-'}`)
    if (headers.authorization?.toLowerCase() !== basic.toLowerCase()) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="lfs"' }).end()
      return
    }
    if (url === '/ops.git/info/lfs/objects/batch') {
      const asked = JSON.parse(await text(request)) as { objects: { oid: string; size: number }[] }
      const found = asked.objects.map(({ oid, size }) =>
        byOid.has(oid)
          ? { oid, size, actions: { download: { href: `${origin}/objects/${oid}` } } }
          : { oid, size, error: { code: 404, message: 'no such object' } },
      )
      response.writeHead(200, { 'Content-Type': 'application/vnd.git-lfs+json' })
      response.end(JSON.stringify({ transfer: 'basic', objects: found }))
      return
    }
    const bytes = byOid.get(url.split('/').at(-1) ?? '')
    response.writeHead(bytes === undefined ? 404 : 200).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `${origin}/ops.git`,
    requests,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
