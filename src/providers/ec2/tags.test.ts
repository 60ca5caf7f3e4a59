import { expect, test } from 'vitest'
import { decodeHostKeys, encodeHostKeys, fromTagList, machineTags, toTagList } from './tags.js'

const key = (letter: string): string => `ssh-ed25519 ${`AAAAC3NzaC1lZDI1NTE5AAAAI${letter.repeat(43)}`}`

const owner = {
  flock: 'lo',
  machine: 'web-1',
  run: '77',
  created: '2026-11-22T00:00:00.000Z',
  tags: { team: 'w' },
}

test('machineTags says to whom the machine belongs, until when, and how it proves itself', () => {
  expect(machineTags(owner, { expires: '2026-11-22T01:00:00.000Z', hostKey: key('a'), token: 't' })).toEqual({
    team: 'w',
    Name: 'lo-web-1',
    'drover:flock': 'lo',
    'drover:machine': 'web-1',
    'drover:run': '77',
    'drover:created': '2026-11-22T00:00:00.000Z',
    'drover:expires': '2026-11-22T01:00:00.000Z',
    'drover:host-key': key('a'),
    'drover:launch-key': key('a'),
    'drover:token': 't',
  })
})

test('machineTags lets no tag of the user replace an owner tag', () => {
  const tags = machineTags(
    { ...owner, tags: { 'drover:flock': 'x', Name: 'y' } },
    { expires: '', hostKey: '', token: '' },
  )
  expect(tags).toMatchObject({ 'drover:flock': 'lo', Name: 'lo-web-1' })
})

test('a list of tags is in order of key, and is read back as it was', () => {
  expect(toTagList({ b: '1', a: '2' })).toEqual([
    { Key: 'a', Value: '2' },
    { Key: 'b', Value: '1' },
  ])
  expect(fromTagList([{ Key: 'a' }, { Value: 'x' }, { Key: 'b', Value: '1' }])).toEqual({ a: '', b: '1' })
  expect(fromTagList(undefined)).toEqual({})
})

test('host keys in a tag are read back as they were', () => {
  const keys = [key('a'), key('b'), key('c')]
  expect(decodeHostKeys(encodeHostKeys('web-1', keys))).toEqual(keys)
})

test('host keys that do not fit are left out of the tag', () => {
  const rsa = `ssh-rsa ${'A'.repeat(372)}`
  expect(encodeHostKeys('web-1', [rsa, key('a')])).toBe(key('a'))
  expect(() => encodeHostKeys('web-1', [rsa])).toThrow(/no host key fits/)
})

test('host keys are read as none from a tag that says something else', () => {
  expect(decodeHostKeys('hello there general')).toEqual([])
  expect(decodeHostKeys(undefined)).toEqual([])
})
