import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { DroverError } from '../../base/errors.js'
import type { Clock } from '../../system/clock.js'
import { retry } from '../../system/retry.js'
import type { Dns, DnsRecord } from '../dns.js'
import { chooseZone, type Zone } from './choose-zone.js'
import { explainFailure, isRefusedChange } from './explain-failure.js'
import { hasIpv6, judgeName, type NameState } from './judge-name.js'
import { isRetryable, makeRoute53Api, type Place, type Route53Api } from './route53-api.js'

export interface Route53Options {
  readonly clock: Clock
  readonly signal?: AbortSignal
  /** How long a call that is throttled or not answered is retried. */
  readonly callDeadlineMs?: number
  /** How long to wait for the answer to one attempt. */
  readonly answerMs?: number
  /** How long to wait until all servers know of a change; AWS says that it is usually a minute. */
  readonly syncDeadlineMs?: number
}

/**
 * DNS names in Route 53. A record that already has this address is not written again, so `point` does
 * not wait for a change that another run sent a moment ago.
 */
export function makeRoute53Dns(options: Route53Options): Dns {
  const { clock, signal, callDeadlineMs = 120_000, answerMs = 20_000, syncDeadlineMs = 300_000 } = options
  const api = makeRoute53Api({ clock, callDeadlineMs, answerMs, ...(signal === undefined ? {} : { signal }) })
  const findPlace = makeFindPlace(api)

  const point: Dns['point'] = async ({ name, address, ttlSeconds }) => {
    const place = await findPlace(name)
    const sets = await api.listSets(place)
    const state = judgeName(sets)
    if (state.kind === 'foreign') throw foreign(name, state)
    if (hasIpv6(sets)) {
      throw foreign(name, { why: 'it also has an IPv6 address (AAAA), which Drover did not give it' })
    }
    const isSo = state.kind === 'plain' && state.address === address && state.ttlSeconds === ttlSeconds
    if (isSo) return false
    const id = await api.upsert(place, {
      Name: `${name}.`,
      Type: 'A',
      TTL: ttlSeconds,
      ResourceRecords: [{ Value: address }],
    })
    await waitForSync({ id, name })
    return true
  }

  const waitForSync = async (change: { readonly id: string; readonly name: string }): Promise<void> => {
    const startMs = clock.elapsed()
    while (!(await api.isInSync(change))) {
      if (clock.elapsed() - startMs > syncDeadlineMs) {
        throw new DroverError(
          `route53: "${change.name}": was written, but is not on all servers after ${syncDeadlineMs / 1000} s`,
          { reason: 'timed-out', hint: 'The change continues by itself. Run the operation again later.' },
        )
      }
      // The pauses are spread out: many machines of one run wait at once, and the account has five requests a second.
      await clock.sleep(2_000 + clock.random() * 4_000, signal)
    }
  }

  const remove: Dns['remove'] = async (record) => {
    const place = await findPlace(record.name)
    let mayBeGone = false
    const attempt = async (): Promise<boolean> => {
      const set = ownSet(judgeName(await api.listSets(place)), record)
      // A DELETE whose answer was lost may have been ours.
      if (set === undefined) return mayBeGone
      try {
        await api.deleteOnce(place, set)
      } catch (error) {
        mayBeGone ||= !isRefusedChange(error)
        throw error
      }
      return true
    }
    try {
      return await retry(
        {
          clock,
          baseMs: 500,
          maxMs: 8_000,
          deadlineMs: callDeadlineMs,
          // A refusal means that the record is no longer what was read, so it is read again.
          isRetryable: (error) => isRefusedChange(error) || isRetryable(error),
          ...(signal === undefined ? {} : { signal }),
        },
        attempt,
      )
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof DroverError) throw error
      throw explainFailure(error, {
        what: `"${record.name}": its record could not be removed`,
        call: 'changeSets',
      })
    }
  }

  return { name: 'route53', credentials: 'aws', point, remove }
}

/** The record set to delete, if the name points to the address and to no other. */
function ownSet(state: NameState, { name, address }: DnsRecord): ResourceRecordSet | undefined {
  if (state.kind === 'plain' && state.address === address) return state.set
  // Drover does not mend a name that leads elsewhere, but must report one that still leads to the machine.
  if (state.kind === 'foreign' && state.addresses.includes(address)) throw foreign(name, state)
  return undefined
}

function foreign(name: string, { why }: { readonly why: string }): DroverError {
  return new DroverError(`route53: "${name}": not changed: ${why}`, {
    reason: 'dns-failed',
    hint: 'Drover changes only names that have one plain A record. Remove the record by hand, or give the machine another name.',
  })
}

/** Lists the zones only once, because each call counts against the account's five in a second. */
function makeFindPlace(api: Route53Api): (name: string) => Promise<Place> {
  let listed: Promise<readonly Zone[]> | undefined
  return async (name) => {
    listed ??= api.listZones()
    const zones = await listed.catch((error: unknown) => {
      listed = undefined
      throw error
    })
    const choice = chooseZone(name, zones)
    if (choice.kind === 'zone') return { zone: choice.zone, name }
    if (choice.kind === 'none') {
      throw new DroverError(`route53: "${name}": no hosted zone of this account holds it`, {
        reason: 'dns-failed',
        hint: 'Ensure that the name is right, that its zone is in this AWS account, and that the credentials are of this account.',
      })
    }
    const ids = choice.zones.map(({ id }) => id).join(', ')
    throw new DroverError(
      `route53: "${name}": several hosted zones are called "${choice.zones[0].name}": ${ids}`,
      {
        reason: 'dns-failed',
        hint: 'Resolvers ask only one of them. Delete the others, or give the machine another name.',
      },
    )
  }
}
