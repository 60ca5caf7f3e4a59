import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface PagingServer extends AsyncDisposable {
  readonly url: string
  /** Parameters of each call, in order. */
  readonly calls: URLSearchParams[]
}

/**
 * DescribeInstances as EC2 answers it for a large account: page by page, which moto does not do. Each
 * instance is as long as EC2's own are.
 */
export async function startPagingServer({
  flock,
  instances,
  pageSize = 1000,
}: {
  readonly flock: string
  readonly instances: number
  /** No page holds more, whatever is asked for. */
  readonly pageSize?: number
}): Promise<PagingServer> {
  const calls: URLSearchParams[] = []
  const server = createServer(async (incoming, response) => {
    const params = new URLSearchParams(await readBody(incoming))
    calls.push(params)
    const start = Number(params.get('NextToken') ?? 0)
    const end = Math.min(instances, start + Math.min(pageSize, Number(params.get('MaxResults') ?? instances)))
    const items = Array.from({ length: end - start }, (_, index) => reservation(flock, start + index))
    const next = end < instances ? `<nextToken>${end}</nextToken>` : ''
    response
      .writeHead(200, { 'content-type': 'text/xml;charset=UTF-8' })
      .end(
        `<?xml version="1.0"?><DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId><reservationSet>${items.join('')}</reservationSet>${next}</DescribeInstancesResponse>`,
      )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function reservation(flock: string, number: number): string {
  const id = number.toString(16).padStart(17, '0')
  const tags = {
    Name: `${flock}-m-${number}`,
    'drover:flock': flock,
    'drover:machine': `m-${number}`,
    'drover:run': '1',
    'drover:created': '2026-11-22T00:00:00.000Z',
    'drover:host-key': `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${'a'.repeat(43)}`,
  }
  const address = `10.0.${number >> 8}.${number & 255}`
  return `<item><reservationId>r-${id}</reservationId><ownerId>123456789012</ownerId><groupSet/><instancesSet><item>
<instanceId>i-${id}</instanceId><imageId>ami-0123456789abcdef0</imageId><instanceState><code>16</code><name>running</name></instanceState>
<privateDnsName>ip-10-0-0-1.eu-west-1.compute.internal</privateDnsName><dnsName>ec2-1.compute.amazonaws.com</dnsName><reason/><amiLaunchIndex>0</amiLaunchIndex><productCodes/>
<instanceType>t3.small</instanceType><launchTime>2026-11-22T00:00:00.000Z</launchTime><placement><availabilityZone>eu-west-1a</availabilityZone><groupName/><tenancy>default</tenancy></placement>
<monitoring><state>disabled</state></monitoring><subnetId>subnet-0123456789abcdef0</subnetId><vpcId>vpc-0123456789abcdef0</vpcId><privateIpAddress>${address}</privateIpAddress><ipAddress>${address}</ipAddress><sourceDestCheck>true</sourceDestCheck>
<groupSet><item><groupId>sg-0123456789abcdef0</groupId><groupName>web</groupName></item></groupSet><architecture>x86_64</architecture><rootDeviceType>ebs</rootDeviceType><rootDeviceName>/dev/xvda</rootDeviceName>
<blockDeviceMapping><item><deviceName>/dev/xvda</deviceName><ebs><volumeId>vol-${id}</volumeId><status>attached</status><attachTime>2026-11-22T00:00:00.000Z</attachTime><deleteOnTermination>true</deleteOnTermination></ebs></item></blockDeviceMapping>
<virtualizationType>hvm</virtualizationType><clientToken>${id}</clientToken><tagSet>${Object.entries(tags)
    .map(([key, value]) => `<item><key>${key}</key><value>${value}</value></item>`)
    .join('')}</tagSet><hypervisor>xen</hypervisor>
<networkInterfaceSet><item><networkInterfaceId>eni-${id}</networkInterfaceId><subnetId>subnet-0123456789abcdef0</subnetId><vpcId>vpc-0123456789abcdef0</vpcId><description/><ownerId>123456789012</ownerId><status>in-use</status><macAddress>02:00:00:00:00:01</macAddress><privateIpAddress>${address}</privateIpAddress><sourceDestCheck>true</sourceDestCheck><groupSet/><attachment><attachmentId>eni-attach-${id}</attachmentId><deviceIndex>0</deviceIndex><status>attached</status><deleteOnTermination>true</deleteOnTermination></attachment></item></networkInterfaceSet>
<ebsOptimized>false</ebsOptimized><cpuOptions><coreCount>1</coreCount><threadsPerCore>2</threadsPerCore></cpuOptions><metadataOptions><state>applied</state><httpTokens>required</httpTokens><httpPutResponseHopLimit>1</httpPutResponseHopLimit><httpEndpoint>enabled</httpEndpoint></metadataOptions></item></instancesSet></item>`
}
