import { readFileSync } from 'node:fs'
import type { Identity } from '../../src/base/identity.js'
import { Secret } from '../../src/base/secret.js'
import type { Session } from '../../src/remote/session.js'
import { makeSshRemote } from '../../src/remote/ssh-remote.js'
import { answerOf } from '../../src/task/answer-of.js'
import { type AcmeProxy, startAcmeProxy } from './acme-proxy.ts'
import { type CertificateFlock, makeCertificateFlock } from './certificate-flock.ts'
import type { JsonReport } from './doors.ts'

/** A machine that orders through a proxy of its own, so that its requests can be told from those of others. */
export interface OrderingMachine {
  readonly name: string
  /** What its certificate is for. */
  readonly host: string
  readonly proxy: AcmeProxy
  /** Output of a command, as root. */
  on(command: string): Promise<string>
  certbot(...words: readonly string[]): Promise<JsonReport['machines'][number]>
  /** As a machine that was made just now and had no certificate yet, on the branch neither. */
  forget(): Promise<void>
  /** Kills all processes of the unit that orders at once, as a loss of power does. */
  kill(): Promise<void>
}

export interface OrderingMachines extends CertificateFlock {
  /** Waits until one is free. */
  withMachine<Answer>(work: (machine: OrderingMachine) => Promise<Answer>): Promise<Answer>
}

const unit = 'drover-certificate.service'
const webroot = '/var/www/acme'

/** `count` machines whose nginx answers challenges, `kill-1` and on, and a Pebble without chaos: requests are counted here. */
export async function makeOrderingMachines(
  flockName: string,
  count: number,
  hosts: readonly string[] = ['{name}.certs.test'],
): Promise<OrderingMachines> {
  const chaos = { nonceRejectPercent: 0, authorizationReusePercent: 0, validationSleepSeconds: 0 }
  const certificates = await makeCertificateFlock(flockName, { chaos })
  const { flock, pebble } = certificates
  const names = Array.from({ length: count }, (_, index) => `kill-${index + 1}`)
  const proxies = await Promise.all(names.map(() => startAcmeProxy(pebble)))
  const own = names.map(
    (name, index) => `  ${name}: { certificate: { acme: "${proxies[index]?.directory}" } }`,
  )
  const settings = certificates
    .settings({ names: JSON.stringify(hosts).replaceAll(',', ', ') })
    .replace(/^roles:.*\nvars:.*\n/m, '')
  flock.ops.push(
    { 'flock.yml': settings.replace(/^machines:[\s\S]*/m, `machines:\n${own.join('\n')}\n`) },
    'machines',
  )
  const sessions: Session[] = []
  const stop = async (): Promise<void> => {
    await Promise.all(sessions.map((session) => session[Symbol.asyncDispose]()))
    await Promise.all(proxies.map((proxy) => proxy.stop()))
    await certificates.stop()
  }
  try {
    await flock.report(['provision', ...names])
    const machines = await Promise.all(
      proxies.map(async (proxy, index) => {
        const name = names[index] ?? ''
        const host = `${name}.certs.test`
        await pebble.setAddresses(host, [certificates.addressOf(name)])
        const session = await connect(flock, name)
        sessions.push(session)
        const machine = orderingMachine({ ...certificates, session, name, host, proxy })
        await machine.on(
          `mkdir -p ${webroot} && echo 'server { listen 80 default_server; root ${webroot}; }' >/etc/nginx/sites-available/default && systemctl reload nginx`,
        )
        await machine.on(`base64 -d >/etc/ssl/pebble.pem <<<${Buffer.from(pebble.ca).toString('base64')}`)
        return machine
      }),
    )
    return { ...certificates, stop, withMachine: poolOf(machines) }
  } catch (error) {
    await stop()
    throw error
  }
}

interface Parts extends Pick<CertificateFlock, 'certbot' | 'flock'> {
  readonly session: Session
  readonly name: string
  readonly host: string
  readonly proxy: AcmeProxy
}

function orderingMachine({ session, name, host, proxy, certbot, flock }: Parts): OrderingMachine {
  const on: OrderingMachine['on'] = (command) =>
    answerOf(session, { command: { argv: ['bash', '-c', command] }, subject: name, hint: 'look' })
  return {
    name,
    host,
    proxy,
    on,
    certbot: async (...words) => {
      // Not by way of the clone, which others write into meanwhile.
      const { machines, ...rest } = await certbot(name, '--repository', flock.ops.url, ...words)
      const [machine] = machines
      if (machine === undefined) throw new Error(`no outcome: ${JSON.stringify(rest)}`)
      return machine
    },
    forget: async () => {
      await on('rm -rf /etc/letsencrypt /etc/drover/tls /var/lib/drover/certificates')
      flock.ops.git('fetch', '--quiet', 'origin', 'config')
      const found = flock.ops
        .git('ls-tree', '-r', '--name-only', 'FETCH_HEAD', `machines/${name}/`)
        .split('\n')
      const kept = found.filter((path) => /certificate\.json|\/sealed\//.test(path))
      if (kept.length === 0) return
      flock.ops.push(Object.fromEntries(kept.map((path) => [path, undefined])), 'forget the certificate')
    },
    kill: async () => {
      await on(
        `systemctl kill --signal=KILL ${unit}; for wait in $(seq 1000); do case $(systemctl show -p ActiveState --value ${unit}) in inactive | failed) exit 0 ;; esac; sleep 0.02; done; exit 1`,
      )
    },
  }
}

async function connect(flock: CertificateFlock['flock'], machine: string): Promise<Session> {
  const identity = JSON.parse(flock.ops.read(`machines/${machine}/machine.json`)) as Identity
  const key = new Secret('key', readFileSync(flock.keyFile, 'utf8'))
  const limits = { timeoutMs: 30_000, reachMs: 10_000 }
  return makeSshRemote().connect({ machine, identity, key, ownerOfKey: () => undefined, ...limits })
}

function poolOf(machines: readonly OrderingMachine[]): OrderingMachines['withMachine'] {
  const free = [...machines]
  const waiting: ((machine: OrderingMachine) => void)[] = []
  return async (work) => {
    const machine = free.pop() ?? (await new Promise<OrderingMachine>((resolve) => waiting.push(resolve)))
    try {
      return await work(machine)
    } finally {
      const next = waiting.shift()
      if (next === undefined) free.push(machine)
      else next(machine)
    }
  }
}
