import { expect, test } from 'vitest'
import type { JsonObject } from '../../base/json.js'
import { ec2Problems, parseEc2Settings } from './settings.js'

const parse = (settings: JsonObject, defaultRegion: string | undefined = 'eu-west-1') =>
  parseEc2Settings('web-1', { settings, defaultRegion })
const messages = (settings: JsonObject, defaultRegion: string | undefined = 'eu-west-1') =>
  ec2Problems('web-1', { settings, defaultRegion }).map(({ message }) => message)

test('parseEc2Settings needs nothing but a region', () => {
  expect(parse({})).toEqual({
    region: 'eu-west-1',
    zones: [],
    types: ['t3.small'],
    image: {
      kind: 'pattern',
      owner: '099720109477',
      name: 'ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-*',
    },
    architecture: 'amd64',
    subnet: { kind: 'default' },
    securityGroups: [],
    tags: {},
    address: 'public',
    makingMinutes: 60,
  })
})

test('parseEc2Settings takes every setting', () => {
  const settings = {
    region: 'us-east-2',
    zones: ['us-east-2b', 'us-east-2a'],
    types: ['m7g.large', 't4g.small'],
    image: 'debian-13',
    architecture: 'arm64',
    subnet: { tier: 'web' },
    'security-groups': ['sg-0123456789abcdef0', 'web'],
    volume: { size: 30, type: 'gp3', encrypted: true },
    'instance-profile': 'web-profile',
    tags: { team: 'writing' },
    address: 'private',
    'user-data': '#cloud-config\npackages: [jq]\n',
    'making-minutes': 90,
  }
  expect(parse(settings)).toEqual({
    region: 'us-east-2',
    zones: ['us-east-2b', 'us-east-2a'],
    types: ['m7g.large', 't4g.small'],
    image: { kind: 'pattern', owner: '136693071363', name: 'debian-13-arm64-*' },
    architecture: 'arm64',
    subnet: { kind: 'tags', tags: { tier: 'web' } },
    securityGroups: ['sg-0123456789abcdef0', 'web'],
    volumeSize: 30,
    instanceProfile: 'web-profile',
    tags: { team: 'writing' },
    address: 'private',
    userData: '#cloud-config\npackages: [jq]\n',
    makingMinutes: 90,
  })
})

test.each([
  [{ id: 'ami-0123456789abcdef0' }, { kind: 'id', id: 'ami-0123456789abcdef0' }],
  [{ ssm: '/aws/service/x' }, { kind: 'ssm', parameter: '/aws/service/x' }],
  [
    { owner: 'self', name: 'web-*' },
    { kind: 'pattern', owner: 'self', name: 'web-*' },
  ],
])('parseEc2Settings takes the image %o', (image, expected) => {
  expect(parse({ image }).image).toEqual(expected)
})

test('parseEc2Settings refuses all that is wrong with one error', () => {
  expect(() => parse({ type: 't3.small', address: 'both' })).toThrow(/and 1 more/)
})

test('ec2Problems reports all that is wrong at once, with what was meant', () => {
  const problems = ec2Problems('web-1', {
    settings: {
      regoin: 'eu-west-1',
      zones: ['us-east-1a'],
      types: [],
      image: 'ubuntu-24.4',
      volume: { size: 0, encrypted: false, typ: 'gp3' },
      address: 'both',
      tags: { 'drover:flock': 'other' },
      'making-minutes': 5,
      'user-data': '#!/bin/sh\nreboot\n',
    },
    defaultRegion: 'eu-west-1',
  })
  expect(
    problems.map(({ message, hint }) => [message.replace('machines.web-1: settings: ', ''), hint]),
  ).toEqual([
    ['"types" must be a list of instance types, for example ["t3.small"]', expect.any(String)],
    [expect.stringContaining('"image" must be one of ubuntu-24.04, '), 'Did you mean "ubuntu-24.04"?'],
    ['"volume.size" must be a whole number of GiB from 1 to 65536', expect.any(String)],
    ['"volume.encrypted" must be true: every volume is encrypted', expect.any(String)],
    ['unknown setting "volume.typ"', 'Did you mean "type"?'],
    [expect.stringContaining('"tags" must be a map of texts'), expect.any(String)],
    ['"address" must be "public" or "private"', expect.any(String)],
    ['"making-minutes" must be a whole number of minutes from 10 to 720', expect.any(String)],
    ['unknown setting "regoin"', 'Did you mean "region"?'],
    ['zone "us-east-1a" is not in region "eu-west-1"', 'Name zones of the region, for example "eu-west-1a".'],
    ['"user-data" is not cloud-config', 'Give cloud-config text; Drover adds its own part.'],
  ])
  expect(new Set(problems.map(({ reason }) => reason))).toEqual(new Set(['invalid-settings']))
})

test('ec2Problems requires a region from some layer', () => {
  expect(ec2Problems('web-1', { settings: {}, defaultRegion: undefined })).toMatchObject([
    { message: 'machines.web-1: settings: no "region" is given' },
  ])
  expect(messages({ region: 'eu-west-1' })).toEqual([])
})

test.each([
  [{ region: 'Ireland' }, '"region" must be'],
  [{ image: { id: 'ami-x' } }, '"image" must be'],
  [{ image: { owner: 'self' } }, '"image" must be'],
  [{ subnet: {} }, '"subnet" must be'],
  [{ subnet: 'my-subnet' }, '"subnet" must be'],
  [{ 'instance-profile': 'a b' }, '"instance-profile" must be'],
  [{ tags: { Name: 'x' } }, '"tags" must be'],
  [{ tags: { cost: 12 } }, '"tags" must be'],
  [{ 'user-data': 'merge_how: []\n' }, '"user-data" must not say how it is merged'],
  [{ 'user-data': 'x'.repeat(13_000) }, '"user-data" has more than 12288 bytes'],
  [
    { tags: Object.fromEntries(Array.from({ length: 41 }, (_, i) => [`t${i}`, ''])) },
    '"tags" has more than 40',
  ],
])('ec2Problems refuses %o', (settings, expected) => {
  expect(messages(settings as JsonObject).join('\n')).toContain(expected)
})
