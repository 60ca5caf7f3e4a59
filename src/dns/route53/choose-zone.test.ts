import { expect, test } from 'vitest'
import { chooseZone, type Zone } from './choose-zone.js'

const open = (name: string, id = name): Zone => ({ id, name, isPrivate: false })
const closed = (name: string): Zone => ({ id: `private ${name}`, name, isPrivate: true })

test.each<[string, string, Zone[], string]>([
  ['the only one', 'a.example.org', [open('example.org')], 'example.org'],
  [
    'the longest, wherever it stands',
    'a.eu.example.org',
    [open('org'), open('eu.example.org'), open('example.org')],
    'eu.example.org',
  ],
  ['its own', 'example.org', [open('example.org'), open('org')], 'example.org'],
  [
    'a shorter public one before a private one',
    'a.eu.example.org',
    [closed('eu.example.org'), open('example.org')],
    'example.org',
  ],
  [
    'a private one where there is no public one',
    'a.example.org',
    [closed('example.org'), open('example.com')],
    'private example.org',
  ],
])('a name belongs to the zone that is %s', (_, name, zones, id) => {
  expect(chooseZone(name, zones)).toMatchObject({ kind: 'zone', zone: { id } })
})

test.each<[string, Zone[]]>([
  ['only ends in the same letters', [open('ample.org')]],
  ['is below the name', [open('b.a.example.org')]],
  ['does not exist', []],
])('a name belongs to no zone that %s', (_, zones) => {
  expect(chooseZone('a.example.org', zones)).toEqual({ kind: 'none' })
})

test('two zones of the same name are reported as ambiguous', () => {
  const zones = [open('example.org', 'Z1'), open('org', 'Z2'), open('example.org', 'Z3')]
  expect(chooseZone('a.example.org', zones)).toEqual({ kind: 'several', zones: [zones[0], zones[2]] })
})
