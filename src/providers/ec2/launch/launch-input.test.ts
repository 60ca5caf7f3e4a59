import { expect, test } from 'vitest'
import type { JsonObject } from '../../../base/json.js'
import { parseEc2Settings } from '../settings.js'
import type { Intent } from './intent.js'
import { launchCall } from './launch-input.js'

const attempt = { zone: 'eu-west-1b', type: 't3.small', subnet: 'subnet-b' }
const intent: Intent = {
  provider: 'ec2',
  region: 'eu-west-1',
  run: '7',
  nonce: 'ab',
  at: '2026-11-22T10:00:00.000Z',
  expiresAt: '2026-11-22T11:00:00.000Z',
  image: 'ami-1',
  rootDevice: '/dev/xvda',
  volumeSize: 20,
  securityGroups: ['sg-1'],
  attempts: [attempt],
  next: 0,
}
const call = (settings: JsonObject = {}) =>
  launchCall({
    flock: 'lo',
    machine: 'web-1',
    intent,
    attempt,
    settings: parseEc2Settings('web-1', { settings, defaultRegion: 'eu-west-1' }),
    token: 'token',
    hostKey: 'ssh-ed25519 AAAA',
    userData: 'text',
  })

test('launchCall makes one machine that ends by itself, requires IMDSv2 and has an encrypted gp3 volume', () => {
  expect(call()).toMatchObject({
    MinCount: 1,
    MaxCount: 1,
    ClientToken: 'token',
    ImageId: 'ami-1',
    InstanceType: 't3.small',
    Placement: { AvailabilityZone: 'eu-west-1b' },
    InstanceInitiatedShutdownBehavior: 'terminate',
    MetadataOptions: { HttpTokens: 'required' },
    BlockDeviceMappings: [
      {
        DeviceName: '/dev/xvda',
        Ebs: { VolumeSize: 20, VolumeType: 'gp3', Encrypted: true, DeleteOnTermination: true },
      },
    ],
    UserData: 'dGV4dA==',
  })
})

test('launchCall tags everything that the call makes', () => {
  const specifications = call().TagSpecifications ?? []
  expect(specifications.map(({ ResourceType }) => ResourceType)).toEqual([
    'instance',
    'volume',
    'network-interface',
  ])
  for (const { Tags } of specifications) {
    expect(Tags).toEqual(
      expect.arrayContaining([
        { Key: 'drover:flock', Value: 'lo' },
        { Key: 'drover:machine', Value: 'web-1' },
        { Key: 'drover:run', Value: '7' },
      ]),
    )
  }
  expect(specifications[0]?.Tags).toContainEqual({
    Key: 'drover:expires',
    Value: '2026-11-22T11:00:00.000Z',
  })
})

test('launchCall gives a public address only where one is asked for', () => {
  expect(call().NetworkInterfaces).toMatchObject([
    { SubnetId: 'subnet-b', Groups: ['sg-1'], AssociatePublicIpAddress: true },
  ])
  expect(call({ address: 'private' }).NetworkInterfaces).toMatchObject([{ AssociatePublicIpAddress: false }])
})

test.each([
  ['web', { Name: 'web' }],
  [
    'arn:aws:iam::123456789012:instance-profile/web',
    { Arn: 'arn:aws:iam::123456789012:instance-profile/web' },
  ],
])('launchCall passes the instance profile %s', (profile, expected) => {
  expect(call({ 'instance-profile': profile }).IamInstanceProfile).toEqual(expected)
})

test('launchCall gives the same call for the same input', () => {
  expect(JSON.stringify(call())).toBe(JSON.stringify(call()))
})
