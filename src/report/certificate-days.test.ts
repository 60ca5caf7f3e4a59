import { expect, test } from 'vitest'
import { certificateTime } from './certificate-days.js'

const notAfter = '2026-12-31T12:00:00Z'
const second = 1000
const day = 86_400 * second

test.each([
  ['long before', 89.5 * day, 'fine', 89, '89 days left'],
  ['just three weeks before', 21 * day, 'fine', 21, '21 days left'],
  ['a second less than three weeks before', 21 * day - second, 'soon', 20, '20 days left'],
  ['just a week before', 7 * day, 'soon', 7, '7 days left'],
  ['a second less than a week before', 7 * day - second, 'urgent', 6, '6 days left'],
  ['a day and a half before', 1.5 * day, 'urgent', 1, '1 day left'],
  ['a second before', second, 'urgent', 0, 'less than a day left'],
  ['at its end', 0, 'expired', 0, 'expired today'],
  ['a second after', -second, 'expired', -1, 'expired today'],
  ['three days after', -3 * day, 'expired', -3, 'expired 3 days ago'],
])('daysUntil counts the days %s a certificate ends', (_when, leftMs, urgency, days, text) => {
  expect(certificateTime({ notAfter }, Date.parse(notAfter) - leftMs)).toEqual({ urgency, days, text })
})

test.each([
  ['of ninety days', 90, 20.9, 'soon'],
  ['of ninety days', 90, 21, 'fine'],
  ['of forty-five days', 45, 20.9, 'soon'],
  ['of forty-five days', 45, 6.9, 'urgent'],
  ['of six days that is new', 6, 5.9, 'fine'],
  ['of six days', 6, 2.9, 'soon'],
  ['of six days', 6, 0.9, 'urgent'],
])('a certificate %s (%d) with %d days left is %s', (_what, whole, left, urgency) => {
  const end = Date.parse(notAfter)
  const notBefore = new Date(end - whole * day).toISOString()
  expect(certificateTime({ notBefore, notAfter }, end - left * day).urgency).toBe(urgency)
})
