import { type IncomingMessage, request as requestHttp } from 'node:http'
import { buffer } from 'node:stream/consumers'
import {
  CreateHostedZoneCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53'
import type { Answer } from './aws/aws-faults.ts'
import { type Moto, sdkSettings } from './aws/moto.ts'
import { changesIn, type Policy, type RecordChange, refusal } from './aws/route53-gate.ts'
import type { AccessKey } from './aws/signature.ts'
import { bridgeAddress } from './bridge.ts'
import { serveBehindProxy } from './name-behind-proxy.ts'
import { within } from './within.ts'

const endpoint = 'route53.amazonaws.com'

export interface Route53Bridge {
  /** Shell for a local machine: all of its units reach Route 53, and no metadata service of EC2. Ends with `joined`. */
  readonly join: string
  /** With which machines may do what the policy allows. */
  readonly key: AccessKey
  /** What was changed, in order. */
  readonly changes: readonly RecordChange[]
  /** Names with TXT records in the zone now. */
  texts(): Promise<readonly string[]>
  /** Another policy from now on; a policy has `ZONE_ID` for the zone. */
  permit(policy: Policy): void
  stop(): Promise<void>
}

interface Wish {
  readonly zone: string
  readonly policy: Policy
  /** Gets the TXT records of a name after each change, before that is answered. */
  readonly publish: (name: string, texts: readonly string[]) => Promise<void>
}

/**
 * moto's Route 53 where local machines reach it under its real name, and only with the key: Debian's botocore knows
 * no other endpoint than that, but a proxy, and takes the CAs of its machine.
 */
export async function openRoute53(moto: Moto, wish: Wish): Promise<Route53Bridge> {
  const key = { accessKeyId: 'AKIADROVERMACHINE', secretAccessKey: 'of/the+machine' }
  const client = new Route53Client(sdkSettings(moto.url))
  const made = await within(
    client.send(new CreateHostedZoneCommand({ Name: wish.zone, CallerReference: 'bridge' })),
    { what: 'moto to make a zone', seconds: 20 },
  )
  const zoneId = made.HostedZone?.Id?.replace('/hostedzone/', '') ?? ''
  const inZone = (policy: Policy): Policy => JSON.parse(JSON.stringify(policy).replaceAll('ZONE_ID', zoneId))
  let policy = inZone(wish.policy)
  const textSets = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
    const { ResourceRecordSets: sets = [] } = await within(
      client.send(new ListResourceRecordSetsCommand({ HostedZoneId: zoneId })),
      { what: 'moto to list the records of the zone', seconds: 20 },
    )
    const texts = sets.filter(({ Type }) => Type === 'TXT')
    return new Map(
      texts.map(({ Name = '', ResourceRecords: records = [] }) => [
        Name,
        records.map(({ Value = '' }) => Value.replace(/^"|"$/g, '')),
      ]),
    )
  }
  const published = new Set<string>()
  const publishAll = async (): Promise<void> => {
    const sets = await textSets()
    for (const name of new Set([...published, ...sets.keys()])) {
      published.add(name)
      await wish.publish(name, sets.get(name) ?? [])
    }
  }
  const changes: RecordChange[] = []
  const server = await serveBehindProxy(endpoint, async (incoming, response) => {
    const { method = '', url: path = '', headers } = incoming
    const bytes = await buffer(incoming)
    const body = bytes.toString()
    const refused = refusal({ method, path, headers, body }, { key, policy })
    const limit = { what: `moto to answer ${method} ${path}`, seconds: 20 }
    const { status, body: said } = refused ?? (await within(forward(moto, incoming, bytes), limit))
    if (method === 'POST' && status < 300) {
      changes.push(...changesIn(body))
      await publishAll()
    }
    response.writeHead(status, { 'content-type': 'text/xml' }).end(said)
  })
  const ca = Buffer.from(server.ca).toString('base64')
  const caFile = '/usr/local/share/ca-certificates/route53.crt'
  const environment = `HTTPS_PROXY=${server.proxy} NO_PROXY=${bridgeAddress} AWS_EC2_METADATA_DISABLED=true`
  return {
    join: `echo ${ca} | base64 -d >${caFile} && update-ca-certificates >/dev/null 2>&1 && systemctl set-environment ${environment} && echo joined`,
    key,
    changes,
    texts: async () => [...(await textSets()).keys()],
    permit: (other) => {
      policy = inZone(other)
    },
    stop: async () => {
      client.destroy()
      await server.stop()
    },
  }
}

/** As it came, host and all: moto tells services apart by that. */
function forward(
  moto: Moto,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<Pick<Answer, 'status' | 'body'>> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(moto.url)
    const outgoing = requestHttp({ hostname, port, method, path: url, headers }, (answer) => {
      const status = answer.statusCode ?? 500
      buffer(answer).then((text) => resolve({ status, body: text.toString() }), reject)
    })
    outgoing.once('error', reject).end(body)
  })
}
