import { expect, test } from 'vitest'
import { registeredDomain } from './registered-domain.js'

test.each([
  ['www.example.org', 'example.org'],
  ['a.b.example.co.uk', 'example.co.uk'],
  ['one.github.io', 'one.github.io'],
  ['machine.lo.test', 'lo.test'],
  ['localhost', 'localhost'],
])('the registered domain of %s is %s', (name, desired) => {
  expect(registeredDomain(name)).toBe(desired)
})
