import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53'
import type { Clock } from '../../system/clock.js'
import { retry } from '../../system/retry.js'
import type { Zone } from './choose-zone.js'
import { type Attempt, explainFailure, failureKind } from './explain-failure.js'
import { type LoadedRoute53, loadRoute53 } from './load-route53.js'

export interface Route53ApiOptions {
  readonly clock: Clock
  readonly signal?: AbortSignal
  /** How long a call that is throttled or not answered is retried. */
  readonly callDeadlineMs: number
  /** How long to wait for the answer to one attempt. */
  readonly answerMs: number
}

/** A name in a zone. */
export interface Place {
  readonly zone: Zone
  readonly name: string
}

/** The calls to Route 53 that Drover makes. Failures are DroverErrors, except those of `deleteOnce`. */
export interface Route53Api {
  listZones(): Promise<readonly Zone[]>
  /** All record sets of exactly this name. */
  listSets(place: Place): Promise<readonly ResourceRecordSet[]>
  /** Answers with the id of the change. */
  upsert(place: Place, set: ResourceRecordSet): Promise<string>
  /** Deletes exactly this record set. The call is sent once, and throws what the SDK throws. */
  deleteOnce(place: Place, set: ResourceRecordSet): Promise<void>
  /** True when all servers know of the change. */
  isInSync(change: { readonly id: string; readonly name: string }): Promise<boolean>
}

interface Call extends LoadedRoute53 {
  readonly options: { readonly abortSignal?: AbortSignal }
}

/** The SDK is loaded by the first call. */
export function makeRoute53Api({ clock, signal, callDeadlineMs, answerMs }: Route53ApiOptions): Route53Api {
  const options = signal === undefined ? {} : { abortSignal: signal }
  let loading: Promise<LoadedRoute53> | undefined
  const load = (): Promise<LoadedRoute53> => {
    loading ??= loadRoute53({ answerMs })
    return loading
  }
  const send = async <T>(attempt: Attempt, work: (call: Call) => Promise<T>): Promise<T> => {
    const loaded = await load()
    const patience = { clock, baseMs: 500, maxMs: 8_000, deadlineMs: callDeadlineMs, isRetryable }
    try {
      return await retry({ ...patience, ...(signal === undefined ? {} : { signal }) }, () =>
        work({ ...loaded, options }),
      )
    } catch (error) {
      signal?.throwIfAborted()
      throw explainFailure(error, attempt)
    }
  }

  const listZones = async (): Promise<readonly Zone[]> => {
    const zones: Zone[] = []
    for (let marker: string | undefined; ; ) {
      const page = await send(
        { what: 'the hosted zones could not be listed', call: 'listZones' },
        ({ sdk, client, options }) =>
          client.send(new sdk.ListHostedZonesCommand({ Marker: marker }), options),
      )
      for (const { Id = '', Name, Config } of page.HostedZones ?? []) {
        zones.push({
          id: Id.replace(/^\/hostedzone\//, ''),
          name: plainName(Name),
          isPrivate: Config?.PrivateZone ?? false,
        })
      }
      marker = page.NextMarker
      if (page.IsTruncated !== true || marker === undefined) return zones
    }
  }

  const listSets = async ({ zone, name }: Place): Promise<readonly ResourceRecordSet[]> => {
    const sets: ResourceRecordSet[] = []
    let from: Pick<ResourceRecordSet, 'Type' | 'SetIdentifier'> = { Type: undefined }
    for (;;) {
      const page = await send(
        { what: `"${name}": its records could not be read`, call: 'listSets' },
        ({ sdk, client, options }) => {
          const start = {
            StartRecordName: name,
            StartRecordType: from.Type,
            StartRecordIdentifier: from.SetIdentifier,
          }
          return client.send(
            new sdk.ListResourceRecordSetsCommand({ HostedZoneId: zone.id, ...start }),
            options,
          )
        },
      )
      // The record sets come in order of name, beginning with ours.
      sets.push(...(page.ResourceRecordSets ?? []).filter((set) => plainName(set.Name) === name))
      if (page.IsTruncated !== true || plainName(page.NextRecordName) !== name) return sets
      from = { Type: page.NextRecordType, SetIdentifier: page.NextRecordIdentifier }
    }
  }

  const change = async ({ sdk, client, options }: Call, { zone, ...one }: Change & { zone: Zone }) =>
    client.send(
      new sdk.ChangeResourceRecordSetsCommand({ HostedZoneId: zone.id, ChangeBatch: { Changes: [one] } }),
      options,
    )

  return {
    listZones,
    listSets,
    upsert: async ({ zone, name }, set) => {
      const { ChangeInfo } = await send(
        { what: `"${name}": its record could not be written`, call: 'changeSets' },
        (call) => change(call, { zone, Action: 'UPSERT', ResourceRecordSet: set }),
      )
      return ChangeInfo?.Id ?? ''
    },
    deleteOnce: async ({ zone }, set) => {
      await change({ ...(await load()), options }, { zone, Action: 'DELETE', ResourceRecordSet: set })
    },
    isInSync: async ({ id, name }) => {
      const { ChangeInfo } = await send(
        { what: `"${name}": the status of its change could not be read`, call: 'getChange' },
        ({ sdk, client, options }) => client.send(new sdk.GetChangeCommand({ Id: id }), options),
      )
      return ChangeInfo?.Status === 'INSYNC'
    },
  }
}

/** True if another attempt makes sense: the call had no effect, or can be repeated without harm. */
export function isRetryable(error: unknown): boolean {
  return ['throttled', 'unreachable'].includes(failureKind(error))
}

function plainName(name = ''): string {
  return name.replace(/\.$/, '').toLowerCase()
}
