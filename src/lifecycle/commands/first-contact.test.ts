import { expect, test } from 'vitest'
import { parseAptLock } from './apt-lock.js'
import { parseBoot } from './boot.js'
import { parseDisarmed } from './expiry.js'

test('names who holds the locks of apt', () => {
  expect(parseAptLock('\n')).toEqual([])
  expect(parseAptLock('812 apt-get\n90 unattended-upgr\n')).toEqual([
    'apt-get (process 812)',
    'unattended-upgr (process 90)',
  ])
})

const gone = 'drover-expiry.timer not-found inactive\ndrover-expiry.service not-found inactive\n'

test('a timer is gone only when systemd knows neither of its units', () => {
  expect(parseDisarmed(gone)).toEqual([])
  expect(parseDisarmed(gone.replace('timer not-found inactive', 'timer loaded active'))).toEqual([
    'drover-expiry.timer is loaded and active',
  ])
  expect(parseDisarmed(gone.replace('service not-found inactive', 'service not-found activating'))).toEqual([
    'drover-expiry.service is not-found and activating',
  ])
  expect(parseDisarmed('')).toHaveLength(2)
})

test('reads the id and the age of a boot', () => {
  const id = '0d8e39d5-6f19-4c67-9f37-0a1f6d4a3b11'
  expect(parseBoot(`${id}\n5000 1250\n`)).toEqual({ id, ageSeconds: 4987.5 })
  expect(parseBoot(`${id}\n`)).toBeUndefined()
  expect(parseBoot('')).toBeUndefined()
})
