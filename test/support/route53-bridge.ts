import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import {
  CreateHostedZoneCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53'
import { awsEnv, type Moto, sdkSettings } from './aws/moto.ts'
import { bridgeAddress } from './bridge.ts'
import { makeServerCertificate } from './server-certificate.ts'

const endpoint = 'route53.amazonaws.com'

export interface Route53Bridge {
  /** Shell for a local machine: all of its units reach moto for Route 53, with rights as a role would give them. */
  readonly join: string
  /** All TXT records that the zone had at any time, as `NAME VALUE`. */
  readonly seen: ReadonlySet<string>
  /** TXT records in the zone now. */
  texts(): Promise<readonly string[]>
  stop(): Promise<void>
}

/**
 * moto's Route 53 where local machines reach it under its real name: Debian's botocore knows no other endpoint than
 * that, but a proxy. After each change `publish` gets what the zone holds, before the change is answered.
 */
export async function openRoute53(
  moto: Moto,
  zone: string,
  publish: (name: string, texts: readonly string[]) => Promise<void>,
): Promise<Route53Bridge> {
  const client = new Route53Client(sdkSettings(moto.url))
  const made = await client.send(new CreateHostedZoneCommand({ Name: zone, CallerReference: 'bridge' }))
  const seen = new Set<string>()
  const published = new Set<string>()
  const textSets = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
    const { ResourceRecordSets: sets = [] } = await client.send(
      new ListResourceRecordSetsCommand({ HostedZoneId: made.HostedZone?.Id }),
    )
    const texts = sets.filter(({ Type }) => Type === 'TXT')
    return new Map(
      texts.map(({ Name = '', ResourceRecords: records = [] }) => [
        Name,
        records.map(({ Value = '' }) => Value.replace(/^"|"$/g, '')),
      ]),
    )
  }
  const publishAll = async (): Promise<void> => {
    const sets = await textSets()
    for (const [name, values] of sets) for (const value of values) seen.add(`${name} ${value}`)
    for (const name of new Set([...published, ...sets.keys()])) {
      published.add(name)
      await publish(name, sets.get(name) ?? [])
    }
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/', headers } = request
    const body = await text(request)
    const said = await fetch(`${moto.url}${url}`, {
      method,
      headers: {
        authorization: headers.authorization ?? '',
        'content-type': headers['content-type'] ?? 'text/xml',
      },
      ...(body === '' ? {} : { body }),
    })
    const answered = await said.text()
    if (method === 'POST') await publishAll()
    response.writeHead(said.status, { 'content-type': 'text/xml' }).end(answered)
  }

  const folder = mkdtempSync(join(tmpdir(), 'drover-route53-'))
  const { caFile, certificateFile, keyFile } = makeServerCertificate(folder, [endpoint])
  const files = { cert: readFileSync(certificateFile), key: readFileSync(keyFile) }
  const secure = createSecureServer(files, (request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  const proxy = createServer((_, response) => void response.writeHead(405).end())
  proxy.on('connect', ({ url }, socket) => {
    if (url !== `${endpoint}:443`) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    secure.emit('connection', socket)
  })
  await new Promise<void>((resolve) => proxy.listen(0, bridgeAddress, resolve))
  const { port } = proxy.address() as AddressInfo
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = awsEnv(moto.url)
  const settings = {
    AWS_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY,
    AWS_CA_BUNDLE: '/etc/ssl/route53.pem',
    HTTPS_PROXY: `http://${bridgeAddress}:${port}`,
    NO_PROXY: bridgeAddress,
  }
  const ca = readFileSync(caFile).toString('base64')
  const words = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
  return {
    join: `echo ${ca} | base64 -d >/etc/ssl/route53.pem; systemctl set-environment ${words.join(' ')}`,
    seen,
    texts: async () => [...(await textSets()).keys()],
    stop: async () => {
      secure.closeAllConnections()
      proxy.closeAllConnections()
      await new Promise((resolve) => proxy.close(resolve))
      client.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
