import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
  Route53Client,
} from '@aws-sdk/client-route-53'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { DroverError } from '../../src/base/errors.js'
import type { Dns } from '../../src/dns/dns.js'
import { route53Actions } from '../../src/dns/route53/actions.js'
import { makeRoute53Dns, type Route53Options } from '../../src/dns/route53/route53-dns.js'
import { realClock } from '../../src/system/real-clock.js'
import { describeDns } from '../contract/dns-contract.js'
import type { AwsCall } from '../support/aws/aws-call.ts'
import { describeAws } from '../support/aws/describe-aws.ts'
import { type FaultProxy, startFaultProxy } from '../support/aws/fault-proxy.ts'
import { awsEnv, type Moto, startMoto } from '../support/aws/moto.ts'

interface World {
  readonly moto: Moto
  readonly proxy: FaultProxy
  readonly open: (options?: Partial<Route53Options>) => Dns
  /** Speaks to moto directly, as somebody else would. */
  readonly other: Route53Client
  readonly makeZone: (name: string, vpc?: string) => Promise<string>
  readonly change: (
    zone: string,
    action: 'UPSERT' | 'DELETE',
    set: Partial<ResourceRecordSet>,
  ) => Promise<void>
  readonly sets: (zone: string) => Promise<readonly ResourceRecordSet[]>
  /** Called for each call of the adapter, after its effect and before its answer. */
  onEffect: (call: AwsCall) => void
  readonly close: () => Promise<void>
}

async function createApp(): Promise<World> {
  const moto = await startMoto()
  const proxy = await startFaultProxy({ target: moto.url, onEffect: (call) => world.onEffect(call) })
  for (const [name, value] of Object.entries(awsEnv(proxy.url))) vi.stubEnv(name, value)
  const other = new Route53Client({ endpoint: moto.url, region: 'us-east-1' })
  let count = 0
  const world: World = {
    moto,
    proxy,
    open: (options) => makeRoute53Dns({ clock: realClock, ...options }),
    other,
    makeZone: async (Name, vpc) => {
      count += 1
      const VPC = vpc === undefined ? {} : { VPC: { VPCRegion: 'eu-west-1' as const, VPCId: vpc } }
      const HostedZoneConfig = { PrivateZone: vpc !== undefined }
      const made = await other.send(
        new CreateHostedZoneCommand({ Name, CallerReference: String(count), HostedZoneConfig, ...VPC }),
      )
      return made.HostedZone?.Id?.replace('/hostedzone/', '') ?? ''
    },
    change: async (zone, Action, set) => {
      const whole = { Name: undefined, Type: 'A' as const, TTL: 60, ...set }
      const Changes = [{ Action, ResourceRecordSet: whole }]
      await other.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: zone, ChangeBatch: { Changes } }))
    },
    sets: async (zone) => {
      const page = await other.send(new ListResourceRecordSetsCommand({ HostedZoneId: zone }))
      return page.ResourceRecordSets ?? []
    },
    onEffect: () => undefined,
    close: async () => {
      await proxy.close()
      await moto.stop()
      vi.unstubAllEnvs()
    },
  }
  return world
}

const values = (...addresses: string[]) => ({ ResourceRecords: addresses.map((Value) => ({ Value })) })
const isTaken = ({ Name }: ResourceRecordSet): boolean => Name === 'taken.example.org.'

describeAws('Route 53 as a DNS', () => {
  describeDns('route53', async () => {
    const world = await createApp()
    const zone = await world.makeZone('example.org')
    return {
      open: world.open,
      zone: 'example.org',
      lookUp: async (name) =>
        (await world.sets(zone))
          .filter((set) => set.Name === `${name}.` && set.Type === 'A')
          .flatMap((set) => set.ResourceRecords?.flatMap(({ Value }) => Value ?? []) ?? []),
      takeName: (name) =>
        world.change(zone, 'UPSERT', { Name: `${name}.`, ...values('192.0.2.200', '192.0.2.201') }),
      others: async () => (await world.sets(zone)).filter((set) => set.Type !== 'A' || isTaken(set)),
      close: world.close,
    }
  })

  describe('Route 53', () => {
    let world: World
    let zone = ''
    const record = { name: 'web.example.org', address: '192.0.2.1', ttlSeconds: 60 }
    const actions = (): string[] => world.proxy.calls.map(({ action }) => action)
    const addressSets = async (id = zone): Promise<readonly ResourceRecordSet[]> =>
      (await world.sets(id)).filter(({ Type }) => Type !== 'NS' && Type !== 'SOA')

    beforeAll(async () => {
      world = await createApp()
    })
    afterAll(() => world.close())
    afterEach(async () => {
      world.proxy.clear()
      world.onEffect = () => undefined
      await world.moto.reset()
    })
    const withZone = async (): Promise<void> => {
      zone = await world.makeZone('example.org')
      world.proxy.calls.length = 0
    }
    const failure = async (work: Promise<unknown>): Promise<DroverError> =>
      work.then(
        () => Promise.reject(new Error('nothing failed')),
        (error: DroverError) => error,
      )

    test('Route 53 finds the zone by the longest suffix on the third page of zones', async () => {
      const elsewhere = await world.makeZone('example.org')
      for (let index = 0; index < 210; index += 1) await world.makeZone(`z${index}.example.net`)
      const near = await world.makeZone('eu.example.org')
      world.proxy.calls.length = 0
      expect(await world.open().point({ ...record, name: 'web.eu.example.org' })).toBe(true)
      expect(actions().filter((action) => action === 'ListHostedZones')).toHaveLength(3)
      expect(await addressSets(near)).toHaveLength(1)
      expect(await addressSets(elsewhere)).toHaveLength(0)
    })

    test('Route 53 lists the zones once for all names of a run', async () => {
      await withZone()
      const dns = world.open()
      const names = ['a', 'b', 'c'].map((label) => `${label}.example.org`)
      await Promise.all(names.map((name) => dns.point({ ...record, name })))
      expect(actions().filter((action) => action === 'ListHostedZones')).toHaveLength(1)
    })

    test('Route 53 takes a private zone only where there is no public one', async () => {
      const hidden = await world.makeZone('example.org', 'vpc-1')
      await world.open().point(record)
      expect(await addressSets(hidden)).toHaveLength(1)
      const open = await world.makeZone('example.org')
      await world.open().point({ ...record, name: 'db.example.org' })
      expect(await addressSets(open)).toHaveLength(1)
      expect(await addressSets(hidden)).toHaveLength(1)
    })

    test('Route 53 reports a name that no zone holds', async () => {
      await world.makeZone('example.com')
      expect(await failure(world.open().point(record))).toMatchObject({
        reason: 'dns-failed',
        message: 'route53: "web.example.org": no hosted zone of this account holds it',
      })
    })

    test('Route 53 reports two zones of one name', async () => {
      await world.makeZone('example.org')
      await world.makeZone('example.org')
      const { message } = await failure(world.open().point(record))
      expect(message).toMatch(/several hosted zones are called "example.org": \w+, \w+$/)
    })

    test('Route 53 writes the time to live, and corrects it', async () => {
      await withZone()
      await world.open().point({ ...record, ttlSeconds: 300 })
      expect(await addressSets()).toMatchObject([{ TTL: 300 }])
      expect(await world.open().point(record)).toBe(true)
      expect(await addressSets()).toMatchObject([{ TTL: 60 }])
    })

    test('Route 53 waits until all servers know the record', async () => {
      await withZone()
      world.proxy.delays.insyncMs = 3_000
      const startMs = performance.now()
      expect(await world.open().point(record)).toBe(true)
      expect(performance.now() - startMs).toBeGreaterThan(3_000)
      expect(actions().at(-1)).toBe('GetChange')
    })

    test('Route 53 reports servers that do not know the record in time', async () => {
      await withZone()
      world.proxy.delays.insyncMs = 60_000
      expect(await failure(world.open({ syncDeadlineMs: 1_000 }).point(record))).toMatchObject({
        reason: 'timed-out',
        message: 'route53: "web.example.org": was written, but is not on all servers after 1 s',
      })
    })

    test.each(['ListHostedZones', 'ListResourceRecordSets', 'ChangeResourceRecordSets', 'GetChange'])(
      'Route 53 tries %s again when it is throttled, fails, or its answer is lost',
      async (action) => {
        await withZone()
        world.proxy.inject({ action, fault: 'throttle', times: 2 })
        world.proxy.inject({ action, fault: 'internal-error' })
        world.proxy.inject({ action, fault: 'reset', at: 'after' })
        expect(await world.open().point(record)).toBe(true)
        expect(actions().filter((each) => each === action)).toHaveLength(5)
        expect(await addressSets()).toMatchObject([values('192.0.2.1')])
      },
    )

    test('Route 53 does not wait for ever for an answer, and checks afterwards', async () => {
      await withZone()
      for (const action of ['ListHostedZones', 'ChangeResourceRecordSets']) {
        world.proxy.inject({ action, fault: 'timeout', at: 'after' })
      }
      expect(await world.open({ answerMs: 500 }).point(record)).toBe(true)
      expect(await addressSets()).toMatchObject([values('192.0.2.1')])
      world.proxy.inject({ action: 'ChangeResourceRecordSets', fault: 'timeout', at: 'after' })
      expect(await world.open({ answerMs: 500 }).remove(record)).toBe(true)
      expect(await addressSets()).toEqual([])
    })

    test.each([
      ['throttle', 'provider-throttled'],
      ['unavailable', 'provider-unreachable'],
      ['reset', 'provider-unreachable'],
      ['timeout', 'provider-unreachable'],
    ] as const)('Route 53 gives up on a lasting %s at the deadline', async (fault, reason) => {
      await withZone()
      world.proxy.inject({ action: 'ChangeResourceRecordSets', fault, times: 1000 })
      const error = await failure(world.open({ callDeadlineMs: 1_500, answerMs: 1_000 }).point(record))
      expect(error).toMatchObject({ name: 'DroverError', reason })
      expect(error.message).toMatch(/^route53: "web\.example\.org": its record could not be written: \w/)
    })

    test.each(Object.values(route53Actions))(
      'Route 53 names the permission when %s is not allowed',
      async (permission) => {
        await withZone()
        world.proxy.inject({ action: permission.replace('route53:', ''), fault: 'unauthorized' })
        const error = await failure(world.open().point(record))
        expect(error).toMatchObject({ reason: 'not-permitted' })
        expect(error.hint).toContain(`"${permission}"`)
      },
    )

    test.each(['auth-failure', 'expired-token'] as const)(
      'Route 53 reports missing credentials at %s',
      async (fault) => {
        await withZone()
        world.proxy.inject({ action: 'ListHostedZones', fault })
        expect(await failure(world.open().point(record))).toMatchObject({ reason: 'no-credentials' })
      },
    )

    test('Route 53 reports missing credentials where none are given', async () => {
      vi.stubEnv('AWS_ACCESS_KEY_ID', '')
      vi.stubEnv('AWS_SECRET_ACCESS_KEY', '')
      try {
        expect(await failure(world.open().point(record))).toMatchObject({ reason: 'no-credentials' })
        expect(world.proxy.calls).toEqual([])
      } finally {
        for (const [name, value] of Object.entries(awsEnv(world.proxy.url))) vi.stubEnv(name, value)
      }
    })

    test('Route 53 needs no region', async () => {
      await withZone()
      vi.stubEnv('AWS_REGION', '')
      try {
        expect(await world.open().point(record)).toBe(true)
      } finally {
        vi.stubEnv('AWS_REGION', awsEnv(world.proxy.url).AWS_REGION)
      }
    })

    test('Route 53 makes no call but those whose permissions it names', async () => {
      await withZone()
      await world.open().point(record)
      await world.open().remove(record)
      const named: readonly string[] = Object.values(route53Actions)
      expect([...new Set(actions())].filter((action) => !named.includes(`route53:${action}`))).toEqual([])
      expect(new Set(actions()).size).toBe(named.length)
    })

    test('Route 53 stops waiting when the run is cancelled', async () => {
      await withZone()
      world.proxy.delays.insyncMs = 60_000
      const giveUp = new AbortController()
      const reason = new Error('enough')
      const pointed = failure(world.open({ signal: giveUp.signal }).point(record))
      setTimeout(() => giveUp.abort(reason), 500)
      expect(await pointed).toBe(reason)
    })

    const elsewhere = { HostedZoneId: 'Z2', DNSName: 'lb.example.org.', EvaluateTargetHealth: false }
    test.each<[string, Partial<ResourceRecordSet>, string]>([
      ['an alias', { TTL: undefined, AliasTarget: elsewhere }, 'it is an alias of "lb.example.org'],
      ['several values', values('192.0.2.8', '192.0.2.9'), 'it has 2 values'],
      ['a CNAME', { Type: 'CNAME', ...values('x.example.org.') }, 'it is an alias (CNAME) of another name'],
      [
        'a routing policy',
        { SetIdentifier: 'one', Weight: 1, ...values('192.0.2.8') },
        'its record set has a',
      ],
      ['an IPv6 address', { Type: 'AAAA', ...values('2001:db8::1') }, 'it also has an IPv6 address (AAAA)'],
    ])('Route 53 leaves a name with %s as it is', async (_, set, why) => {
      await withZone()
      await world.change(zone, 'UPSERT', { Name: 'web.example.org.', ...set })
      const before = await addressSets()
      const error = await failure(world.open().point(record))
      expect(error).toMatchObject({ reason: 'dns-failed' })
      expect(error.message).toContain(`"web.example.org": not changed: ${why}`)
      expect(await world.open().remove(record)).toBe(false)
      expect(await addressSets()).toEqual(before)
    })

    test('Route 53 does not silently leave a name when one of its values is the address that goes', async () => {
      await withZone()
      await world.change(zone, 'UPSERT', { Name: 'web.example.org.', ...values('192.0.2.1', '192.0.2.9') })
      const before = await addressSets()
      expect(await failure(world.open().remove(record))).toMatchObject({
        reason: 'dns-failed',
        message: 'route53: "web.example.org": not changed: it has 2 values',
      })
      expect(await addressSets()).toEqual(before)
    })

    /** Once, while the adapter reads the record and before it acts on what it read. */
    const meanwhile = (work: () => Promise<void>): void => {
      world.proxy.delays.latencyMs = 300
      world.onEffect = ({ action }) => {
        if (action !== 'ListResourceRecordSets') return
        world.onEffect = () => undefined
        void work()
      }
    }
    const set = { Name: 'web.example.org.', TTL: 60, ...values('192.0.2.1') }

    test('a removal observes again when the record changed, and leaves what it is now', async () => {
      await withZone()
      await world.open().point(record)
      world.proxy.calls.length = 0
      meanwhile(() => world.change(zone, 'UPSERT', { ...set, ...values('192.0.2.7') }))
      expect(await world.open().remove(record)).toBe(false)
      expect(actions().filter((action) => action === 'ListResourceRecordSets')).toHaveLength(2)
      expect(await addressSets()).toMatchObject([values('192.0.2.7')])
    })

    test('a removal observes again when only the time to live changed, and removes the record', async () => {
      await withZone()
      await world.open().point(record)
      meanwhile(() => world.change(zone, 'UPSERT', { ...set, TTL: 61 }))
      expect(await world.open().remove(record)).toBe(true)
      expect(await addressSets()).toEqual([])
    })

    test('a removal removed nothing when somebody else was quicker', async () => {
      await withZone()
      await world.open().point(record)
      meanwhile(() => world.change(zone, 'DELETE', set))
      expect(await world.open().remove(record)).toBe(false)
    })

    test('a removal knows its own effect when the answer was lost', async () => {
      await withZone()
      await world.open().point(record)
      world.proxy.inject({ action: 'ChangeResourceRecordSets', fault: 'reset', at: 'after' })
      expect(await world.open().remove(record)).toBe(true)
      expect(await addressSets()).toEqual([])
    })

    test('a removal is tried again when it is throttled', async () => {
      await withZone()
      await world.open().point(record)
      world.proxy.inject({ action: 'ChangeResourceRecordSets', fault: 'throttle', times: 2 })
      expect(await world.open().remove(record)).toBe(true)
      expect(await addressSets()).toEqual([])
    })

    test('a removal gives up at the deadline, with the reason', async () => {
      await withZone()
      await world.open().point(record)
      world.proxy.inject({ action: 'ChangeResourceRecordSets', fault: 'throttle', times: 1000 })
      expect(await failure(world.open({ callDeadlineMs: 1_000 }).remove(record))).toMatchObject({
        reason: 'provider-throttled',
      })
      expect(await addressSets()).toHaveLength(1)
    })
  })
})
