import type { Settings } from '../../base/adapter-list.js'
import type { RawSettings } from './settings-schema.js'

/** What the documentation says of each setting. */
export const settingsReference = {
  region: { meaning: 'where the machine is', byDefault: '`AWS_REGION`' },
  zones: { meaning: 'zones in order of preference', byDefault: 'every zone that has a subnet' },
  types: {
    meaning: 'instance types in order of preference',
    byDefault: '`t3.small`, or `t4g.small` for `arm64`',
  },
  image: {
    meaning:
      '`ubuntu-24.04`, `ubuntu-22.04`, `debian-12`, `debian-13`; `{ id: ami-… }`; `{ ssm: PARAMETER }`; `{ owner: ACCOUNT, name: PATTERN }`, of which the newest is taken',
    byDefault: '`ubuntu-24.04`',
  },
  architecture: { meaning: '`amd64` or `arm64`, for an image by name or pattern', byDefault: '`amd64`' },
  subnet: { meaning: 'an id, or a map of tags', byDefault: 'the default subnet of each zone' },
  'security-groups': { meaning: 'ids or names', byDefault: 'the default group of the VPC' },
  volume: {
    meaning: '`{ size: GiB }`; always encrypted, `gp3`, and gone with the machine',
    byDefault: 'as large as the image',
  },
  'instance-profile': { meaning: 'name or ARN', byDefault: 'none' },
  tags: {
    meaning: 'tags of your own, on the machine, its volume and its network interface',
    byDefault: 'none',
  },
  address: { meaning: '`public` or `private`: which one to reach the machine at', byDefault: '`public`' },
  'user-data': {
    meaning:
      'more [cloud-config](https://cloudinit.readthedocs.io/); what Drover says stays, lists are joined',
    byDefault: 'none',
  },
  'making-minutes': {
    meaning: 'from 10 to 720: how long the making may take before the machine ends by itself',
    byDefault: '60',
  },
} satisfies Settings & Record<keyof RawSettings, unknown>
