import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { within } from '../within.ts'
import { installMoto } from './install-moto.ts'

export interface Moto extends AsyncDisposable {
  readonly url: string
  readonly pid: number
  /** Forgets everything, of all regions and services. */
  reset(): Promise<void>
  stop(): Promise<void>
}

const startLimit = { what: 'moto to say its port', seconds: 120 }

export const awsRegion = 'eu-west-1'

/** Environment for the AWS SDK to speak to `url`, and to nothing else. */
export function awsEnv(url: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: awsRegion,
    AWS_ACCESS_KEY_ID: 'AKIADROVERTEST',
    AWS_SECRET_ACCESS_KEY: 'of-no-account',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  }
}

// Lives as long as its standard input: that ends with our process, whatever ends us.
const server = `
import sys
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
sys.stdin.read()
`

/** moto, an imitation of AWS (EC2, Route 53, SSM), on a free port of the loopback address. */
export async function startMoto(): Promise<Moto> {
  const python = await installMoto()
  const child = spawn(python, ['-c', server], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
  })
  const ended = once(child, 'exit')
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-2000)
  })
  const early = ended.then(() => {
    throw new Error(`moto did not start: ${said.trim().split('\n').at(-1)}`)
  })
  early.catch(() => undefined)
  const started = within(Promise.race([once(child.stdout, 'data'), early]), startLimit)
  const [port] = (await started.catch((error: unknown) => {
    child.kill('SIGKILL')
    throw error
  })) as [Buffer]
  const url = `http://127.0.0.1:${Number(port.toString())}`
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  const reset = async (): Promise<void> => {
    const answer = await fetch(`${url}/moto-api/reset`, { method: 'POST' })
    if (!answer.ok) throw new Error(`moto: reset answered ${answer.status}`)
  }
  return { url, pid: child.pid ?? 0, reset, stop, [Symbol.asyncDispose]: stop }
}

/** The same for a client that is made by hand. */
export function sdkSettings(url: string): {
  readonly endpoint: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
} {
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = awsEnv(url)
  return { endpoint: url, region: awsRegion, credentials: { accessKeyId, secretAccessKey } }
}
