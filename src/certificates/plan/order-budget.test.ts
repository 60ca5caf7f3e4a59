import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LogEvent } from '../../events/log-event.js'
import { acmeDirectories } from '../../flock/schema/certificate-schema.js'
import { makeOrderBudget } from '../make-order-budget.js'
import { type BudgetVerdict, judgeOrders, type OrderRequest } from './order-budget.js'
import { type Order, type OrdersSoFar, orderEvent, readOrders } from './order-events.js'
import { registeredDomain } from './registered-domain.js'

const nowMs = Date.parse('2026-11-22T12:00:00Z')
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const { production, staging } = acmeDirectories

const desired: OrderRequest = {
  machine: 'web-1',
  names: ['web-1.example.org', 'www.example.org'],
  acme: production,
  isRenewal: false,
}

function order(agoMs: number, part: Partial<Order> = {}): Order {
  return { ...desired, atMs: nowMs - agoMs, ...part }
}

/** So many orders below example.org, each for a name of its own, the oldest first. */
function others(count: number, oldestMs: number, part: Partial<Order> = {}): readonly Order[] {
  return Array.from({ length: count }, (_, index) =>
    order(oldestMs - index * minute, { names: [`x-${index}.example.org`], ...part }),
  )
}

function judge(soFar: Partial<OrdersSoFar>, part: Partial<OrderRequest> = {}): BudgetVerdict | undefined {
  const whole = { orders: [], ...soFar }
  return judgeOrders([{ ...desired, ...part }], { soFar: whole, nowMs, registeredDomain })[0]
}

const allowed = { kind: 'allowed' }
const until = (possibleAt: string): unknown => expect.objectContaining({ kind: 'refused', possibleAt })

const five = [6.9, 5, 4, 3, 2].map((days) => order(days * day))

test('the same names may be ordered five times a week', () => {
  expect(judge({ orders: five.slice(1) })).toEqual(allowed)
  expect(judge({ orders: five })).toEqual({
    kind: 'refused',
    possibleAt: '2026-11-22T14:24:00.000Z',
    message:
      'no order before 2026-11-22T14:24:00.000Z: 5 certificates for just these names were issued within a week',
  })
})

test('the same names may be ordered again at the very moment that was told, and not a millisecond before', () => {
  const four = five.slice(1)
  expect(judge({ orders: [order(7 * day), ...four] })).toEqual(allowed)
  expect(judge({ orders: [order(7 * day - 1), ...four] })).toEqual(until('2026-11-22T12:00:00.001Z'))
})

test('the same names are the same in another order and in capitals, and others with one more', () => {
  const names = ['WWW.example.org', 'web-1.example.org']
  const capitals = five.map((one) => ({ ...one, names }))
  expect(judge({ orders: capitals })).toEqual(until('2026-11-22T14:24:00.000Z'))
  expect(judge({ orders: five }, { names: [...names, 'x.example.org'] })).toEqual(allowed)
})

test('the same names are renewed no more often than they are ordered', () => {
  const renewals = five.map((one) => ({ ...one, isRenewal: true }))
  expect(judge({ orders: renewals }, { isRenewal: true })).toMatchObject({ kind: 'refused' })
})

test('the same names wait until as many orders have left the week as were too many', () => {
  expect(judge({ orders: [...five, order(1 * day), order(1 * hour)] })).toEqual(
    until('2026-11-25T12:00:00.000Z'),
  )
})

test('orders of the same names count from any machine, for the certificate authority does not know machines', () => {
  expect(judge({ orders: five.map((one) => ({ ...one, machine: 'old' })) })).toMatchObject({
    kind: 'refused',
  })
})

test('orders of the same names count when a runner whose clock is ahead has placed them', () => {
  expect(judge({ orders: [order(-hour), ...five.slice(1)] })).toMatchObject({ kind: 'refused' })
})

test('a registered domain may have fifty orders a week', () => {
  expect(judge({ orders: others(49, 3 * day) })).toEqual(allowed)
  const full = judge({ orders: others(50, 3 * day) })
  expect(full).toEqual(until('2026-11-26T12:00:00.000Z'))
  expect(full).toMatchObject({ message: expect.stringContaining('names below "example.org"') })
})

test('a registered domain does not count the orders of another, and an order for both counts for both', () => {
  expect(judge({ orders: others(50, day, { names: ['a.example.net'] }) })).toEqual(allowed)
  const both = { names: ['a.example.net', 'b.example.org'] }
  expect(judge({ orders: others(50, day, both) })).toMatchObject({ kind: 'refused' })
})

test('a registered domain counts a wildcard and the domain itself', () => {
  const mixed = [...others(49, day), order(day, { names: ['*.example.org', 'example.org'] })]
  expect(judge({ orders: mixed }, { names: ['*.example.org'] })).toMatchObject({ kind: 'refused' })
})

test('a registered domain that is full keeps no renewal waiting, and renewals keep no order waiting', () => {
  expect(judge({ orders: others(50, day) }, { isRenewal: true })).toEqual(allowed)
  expect(judge({ orders: others(50, day, { isRenewal: true }) })).toEqual(allowed)
})

test('a registered domain and names that are both full are both told, with the later date', () => {
  const orders = [...Array.from({ length: 5 }, () => order(hour)), ...others(45, 3 * day)]
  expect(judge({ orders })).toEqual({
    kind: 'refused',
    possibleAt: '2026-11-29T11:00:00.000Z',
    message: expect.stringMatching(/just these names.*; 50 certificates for names below/),
  })
})

test('orders from a server for tests are not counted', () => {
  const orders = others(60, day, { acme: staging })
  expect(judge({ orders })).toEqual(allowed)
  const many = others(60, day)
  expect(judge({ orders: many }, { acme: staging })).toEqual(allowed)
  expect(judge({ orders: many }, { acme: 'https://10.213.0.1:14000/dir' })).toEqual(allowed)
})

test('several orders at once count each for the next', () => {
  const wishes = Array.from({ length: 4 }, (_, index) => ({ ...desired, names: [`n-${index}.example.org`] }))
  const soFar = { orders: others(48, 6 * day) }
  const verdicts = judgeOrders(wishes, { soFar, nowMs, registeredDomain })
  expect(verdicts.map(({ kind }) => kind)).toEqual(['allowed', 'allowed', 'refused', 'refused'])
})

const event = (keys: object, time = '2026-11-22T11:00:00Z'): LogEvent => ({
  ...({ operation: 'certbot', outcome: 'changed', reason: 'done', message: '', record: 'r' } as const),
  ...{ time, machine: 'web-1', duration_ms: 1, config: 'c', run_id: '1', run_attempt: 1, actor: 'ada' },
  ...keys,
})

test('events of the log give the orders back that were written', () => {
  const placed = order(hour)
  expect(readOrders([event(orderEvent(placed, registeredDomain)), event({})]).orders).toEqual([placed])
  expect(orderEvent(placed, registeredDomain)).toMatchObject({ registered_domains: ['example.org'] })
})

test('events of the log count at their own time when they do not say another', () => {
  const bare = event({ ordered: true, names: ['a.example.org'], acme: production, ordered_at: 'soon' })
  expect(readOrders([bare]).orders).toMatchObject([{ atMs: nowMs - hour, isRenewal: false }])
})

test('events of the log with another shape are no orders', () => {
  const odd = [{ ordered: 'yes' }, { ordered: true }, { ordered: true, names: 'a', acme: production }]
  expect(readOrders(odd.map((keys) => event(keys))).orders).toEqual([])
})

test('an order at the date that was told is allowed, and no order ever passes a limit', () => {
  const ages = fc.array(fc.integer({ min: 0, max: 9 * day }), { maxLength: 12 })
  fc.assert(
    fc.property(ages, (agos) => {
      const orders = agos.map((ago) => order(ago))
      const soFar = { orders }
      const [verdict] = judgeOrders([desired], { soFar, nowMs, registeredDomain })
      const inWeek = agos.filter((ago) => ago < 7 * day).length
      expect(verdict?.kind).toBe(inWeek < 5 ? 'allowed' : 'refused')
      if (verdict?.kind !== 'refused') return
      const at = Date.parse(verdict.possibleAt)
      const later = (ms: number): string | undefined =>
        judgeOrders([desired], { soFar, nowMs: ms, registeredDomain })[0]?.kind
      expect([later(at - 1), later(at)]).toEqual(['refused', 'allowed'])
    }),
  )
})

test('machines of one process that order side by side spend one budget', () => {
  const parts = { clock: { now: () => nowMs }, registeredDomain }
  const budget = makeOrderBudget({ soFar: { orders: others(49, day) }, ...parts })
  budget.spend({ ...desired, machine: 'web-1', names: ['web-1.example.org'] })
  expect(() => budget.spend({ ...desired, machine: 'web-2', names: ['web-2.example.org'] })).toThrow(
    expect.objectContaining({
      reason: 'over-quota',
      message: expect.stringMatching(/^web-2: no order before 2026-11-28T12:00:00.000Z: 50 certificates/),
    }),
  )
})
