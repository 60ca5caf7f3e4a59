import { expect, test } from 'vitest'
import type { AcmeCertificate } from '../../flock/desired-certificate.js'
import type { Attempt, UnitReport } from '../commands/read-unit.js'
import { type OrderOutcome, outcomeOfOrder } from './order-end.js'

const names = ['a.example.org']
const acme = 'https://acme.example.org/directory'
const desired: AcmeCertificate = { from: 'acme', names, acme, challenge: 'webroot', key: 'ecdsa' }
const placed = { machine: 'web-1', names, acme, isRenewal: false, atMs: Date.parse('2026-11-22T12:00:00Z') }
const attempt: Attempt = { attempt: 1, kind: 'done', orders: 1, invalid: [] }
const refused: Attempt = { ...attempt, kind: 'refused', type: 'badNonce', status: 400 }
const lost = { name: 'a.example.org', type: 'dns', detail: 'no such name' }

function endOf(
  attempts: readonly Attempt[],
  more: Partial<UnitReport> & { isDone?: boolean } = {},
): OrderOutcome {
  const { isDone = true, ...report } = more
  return outcomeOfOrder({ report: { attempts, ...report } as UnitReport, isDone }, { placed, desired })
}

test('an order that was fulfilled is told and logged with all of its attempts', () => {
  expect(endOf([refused, attempt])).toMatchObject({
    kind: 'done',
    said: ['ordered'],
    event: { ordered: true, orders: 2, attempts: 2, names, registered_domains: ['example.org'] },
  })
})

test('an order is not counted when certbot had the certificate already', () => {
  expect(endOf([{ ...attempt, orders: 0 }])).toEqual({ kind: 'done', said: ['kept'] })
})

test('an order is counted although an earlier run had placed it', () => {
  const end = endOf([{ ...attempt, orders: 0, resumed: true }])
  expect(end).toMatchObject({ said: ['ordered'], event: { ordered: true, orders: 0 } })
})

test('an order that was fulfilled is kept before it is told that the certificate is not served', () => {
  const end = endOf([attempt], { isDone: false, failed: 'nginx -t' })
  expect(end).toMatchObject({ kind: 'done', said: ['ordered', 'not yet served (nginx -t)'] })
  expect(endOf([attempt], { isDone: false })).toMatchObject({
    said: ['ordered', 'not yet served (cut off)'],
  })
})

test('an order that failed is no order in the log, and names what failed, also in an earlier one', () => {
  const end = endOf([{ ...attempt, kind: 'challenge', earlier: [lost], invalid: [lost] }], { isDone: false })
  expect(end).toMatchObject({
    kind: 'failed',
    outcome: {
      reason: 'authorization-failed',
      message: expect.not.stringContaining('web-1'),
      event: { ordered: false, failed_authorizations: 2, failed_names: ['a.example.org', 'a.example.org'] },
    },
  })
})
