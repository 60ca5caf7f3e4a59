import { expect, test } from 'vitest'
import { newestImage } from './find-image.js'
import { chooseSubnets } from './find-network.js'

test('chooseSubnets takes one subnet for each zone, the same each time', () => {
  const subnets = [
    { SubnetId: 'subnet-3', AvailabilityZone: 'eu-west-1a', VpcId: 'vpc-1' },
    { SubnetId: 'subnet-1', AvailabilityZone: 'eu-west-1a', VpcId: 'vpc-1' },
    { SubnetId: 'subnet-2', AvailabilityZone: 'eu-west-1b', VpcId: 'vpc-2' },
  ]
  for (const found of [subnets, [...subnets].reverse()]) {
    const chosen = chooseSubnets(found)
    expect([...chosen.subnets]).toEqual([
      ['eu-west-1a', 'subnet-1'],
      ['eu-west-1b', 'subnet-2'],
    ])
    expect(chosen.vpcs).toEqual(['vpc-1', 'vpc-2'])
  }
})

test('the newest image of a pattern wins, and of equally new ones the same each time', () => {
  const images = [
    { ImageId: 'ami-1', CreationDate: '2026-01-01T00:00:00.000Z' },
    { ImageId: 'ami-3', CreationDate: '2026-03-01T00:00:00.000Z' },
    { ImageId: 'ami-2', CreationDate: '2026-03-01T00:00:00.000Z' },
  ]
  expect(newestImage(images)?.ImageId).toBe('ami-2')
  expect(newestImage([...images].reverse())?.ImageId).toBe('ami-2')
  expect(newestImage([])).toBeUndefined()
})
