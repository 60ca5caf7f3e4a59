import { DroverError } from '../base/errors.js'
import type { Dns } from '../dns/dns.js'
import { realClock } from '../system/real-clock.js'

interface DnsOptions {
  readonly flock: string
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal | undefined
}

/** The adapter, loaded when it is asked for. `DROVER_HOSTS_FILE`: another file than the computer's own for the DNS `hosts`. */
export async function makeDns(name: string, { flock, env, signal }: DnsOptions): Promise<Dns> {
  const cancel = signal === undefined ? {} : { signal }
  if (name === 'route53') {
    const { makeRoute53Dns } = await import('../dns/route53/route53-dns.js')
    return makeRoute53Dns({ clock: realClock, ...cancel })
  }
  if (name === 'hosts') {
    const { makeHostsDns } = await import('../dns/hosts/hosts-dns.js')
    const { DROVER_HOSTS_FILE: path } = env
    return makeHostsDns({ flock, ...(path ? { path } : {}), ...cancel })
  }
  throw new DroverError(`dns: "${name}" is not one`, {
    reason: 'invalid-flock',
    hint: 'Use "route53" or "hosts".',
    at: { file: 'flock.yml' },
  })
}
