import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Dns } from '../../src/dns/dns.js'

export interface DnsUnderTest {
  /** An adapter that shares nothing in memory with another, as in another process. */
  readonly open: () => Dns
  /** Holds the names of the suite; has no dot at either end. */
  readonly zone: string
  /** The IPv4 addresses that are written for a name. */
  readonly lookUp: (name: string) => Promise<readonly string[]>
  /** Gives a name the address 192.0.2.200 in a way that is not Drover's to change. */
  readonly takeName: (name: string) => Promise<void>
  /** All that is written and not by the adapter, to be compared. */
  readonly others: () => Promise<unknown>
  readonly close: () => Promise<void>
}

/** The promises of the port in `src/dns/dns.ts`, for any DNS. */
export function describeDns(name: string, make: () => Promise<DnsUnderTest>): void {
  describe(`the ${name} DNS`, () => {
    let under: DnsUnderTest

    beforeAll(async () => {
      under = await make()
    })
    afterAll(() => under.close())

    const record = (label: string, number: number) => ({
      name: `${label}.${under.zone}`,
      address: `192.0.2.${number}`,
      ttlSeconds: 60,
    })
    const addresses = (label: string): Promise<readonly string[]> => under.lookUp(`${label}.${under.zone}`)

    test('a DNS says which one it is', () => {
      expect(under.open().name).toBe(name)
    })

    test('a DNS points a new name, and has nothing to do the second time', async () => {
      expect(await under.open().point(record('web', 1))).toBe(true)
      expect(await addresses('web')).toEqual(['192.0.2.1'])
      expect(await under.open().point(record('web', 1))).toBe(false)
      expect(await addresses('web')).toEqual(['192.0.2.1'])
    })

    test('a DNS points a name to another address and no longer to the old one', async () => {
      expect(await under.open().point(record('web', 2))).toBe(true)
      expect(await addresses('web')).toEqual(['192.0.2.2'])
    })

    test('a DNS keeps names apart that begin or end alike', async () => {
      await under.open().point(record('web-2', 3))
      await under.open().point(record('a.web', 4))
      await under.open().point(record('web', 5))
      expect(await addresses('web-2')).toEqual(['192.0.2.3'])
      expect(await addresses('a.web')).toEqual(['192.0.2.4'])
      expect(await under.open().remove(record('web', 5))).toBe(true)
      expect(await addresses('web-2')).toEqual(['192.0.2.3'])
      expect(await addresses('a.web')).toEqual(['192.0.2.4'])
      expect(await addresses('web')).toEqual([])
    })

    test('a DNS leaves a name that points elsewhere', async () => {
      await under.open().point(record('moved', 6))
      expect(await under.open().remove(record('moved', 7))).toBe(false)
      expect(await addresses('moved')).toEqual(['192.0.2.6'])
    })

    test('a DNS removes a name once, and succeeds when there is none', async () => {
      await under.open().point(record('gone', 8))
      expect(await under.open().remove(record('gone', 8))).toBe(true)
      expect(await addresses('gone')).toEqual([])
      expect(await under.open().remove(record('gone', 8))).toBe(false)
      expect(await under.open().remove(record('never', 8))).toBe(false)
    })

    test('a DNS loses none of many names that come at once', async () => {
      const labels = Array.from({ length: 12 }, (_, index) => `many-${index}`)
      const pointed = labels.map((label, index) => under.open().point(record(label, 100 + index)))
      expect(await Promise.all(pointed)).toEqual(labels.map(() => true))
      for (const [index, label] of labels.entries()) {
        expect(await addresses(label)).toEqual([`192.0.2.${100 + index}`])
      }
      const removed = labels.map((label, index) => under.open().remove(record(label, 100 + index)))
      expect(await Promise.all(removed)).toEqual(labels.map(() => true))
      expect((await Promise.all(labels.map(addresses))).flat()).toEqual([])
    })

    test('a DNS gives one name one address, also when two come at once', async () => {
      await Promise.all([9, 10].map((number) => under.open().point(record('race', number))))
      const found = await addresses('race')
      expect(found).toHaveLength(1)
      expect(['192.0.2.9', '192.0.2.10']).toContain(found[0])
    })

    test('a DNS leaves what others made, and says which name it could not have', async () => {
      await under.takeName(`taken.${under.zone}`)
      const before = await under.others()
      const refused = under.open().point(record('taken', 11))
      await expect(refused).rejects.toMatchObject({ name: 'DroverError', reason: 'dns-failed' })
      await expect(refused).rejects.toThrow(`"taken.${under.zone}"`)
      expect(await under.open().remove(record('taken', 11))).toBe(false)
      expect(await under.others()).toEqual(before)
      expect(await addresses('taken')).toContain('192.0.2.200')
    })
  })
}
