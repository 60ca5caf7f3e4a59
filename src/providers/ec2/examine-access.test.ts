import { expect, test } from 'vitest'
import { realClock } from '../../system/real-clock.js'
import type { ProviderScope } from '../provider.js'
import type { ApiCall } from './api-calls.js'
import type { Ec2Context } from './context.js'
import type { Ec2Calls } from './ec2-calls.js'
import { toFailure } from './ec2-failure.js'
import { examineAccess } from './examine-access.js'

interface Sent {
  readonly name: string
  readonly region: string
  readonly input: Readonly<Record<string, unknown>>
  readonly repeat: boolean | undefined
}

/** An account that answers dry runs with these codes, and reads as if it had one image and one subnet. */
function account(codes: Partial<Record<ApiCall, string>> = {}): { calls: Ec2Calls; sent: Sent[] } {
  const sent: Sent[] = []
  const answers: Partial<Record<ApiCall, unknown>> = {
    DescribeImages: { Images: [{ ImageId: 'ami-0123456789abcdef0', CreationDate: '2026-01-01' }] },
    DescribeSubnets: {
      Subnets: [{ SubnetId: 'subnet-0123456789abcdef0', AvailabilityZone: 'eu-west-1a', VpcId: 'vpc-1' }],
    },
    DescribeSecurityGroups: { SecurityGroups: [] },
  }
  const calls: Ec2Calls = {
    call: async (name, { input, region, repeat, subject }) => {
      sent.push({ name, region, repeat, input: { ...input } })
      const code = codes[name] ?? ('DryRun' in input ? 'DryRunOperation' : undefined)
      if (code !== undefined) {
        const cause = Object.assign(new Error('words of AWS'), {
          name: code,
          $metadata: { httpStatusCode: 412 },
        })
        throw toFailure(cause, { subject, call: name, region })
      }
      return answers[name] as never
    },
  }
  return { calls, sent }
}

const machine = (name: string, settings: ProviderScope['machines'][number]['settings'] = {}) => ({
  name,
  settings: { region: 'eu-west-1', ...settings },
  user: 'root',
  port: 22,
})

function context(calls: Ec2Calls, machines: ProviderScope['machines']): Ec2Context {
  return {
    scope: { flock: 'demo', machines, known: new Map() },
    calls,
    clock: realClock,
    sshAnswers: async () => false,
    defaultRegion: undefined,
  }
}

test('examineAccess makes dry runs only, once for each region and kind of machine', async () => {
  const { calls, sent } = account()
  const machines = [
    machine('a', { tags: { one: 'x' } }),
    machine('b'),
    machine('c', { types: ['t3.large'] }),
    machine('d', { region: 'us-east-1' }),
  ]
  expect(await examineAccess(context(calls, machines))).toEqual([
    { about: 'AWS eu-west-1: list machines' },
    { about: 'AWS us-east-1: list machines' },
    { about: 'AWS eu-west-1: make a machine like a' },
    { about: 'AWS eu-west-1: make a machine like c' },
    { about: 'AWS us-east-1: make a machine like d' },
  ])
  const runs = sent.filter(({ name }) => name === 'RunInstances')
  expect(runs.map(({ input }) => input.DryRun)).toEqual([true, true, true])
  expect(runs.every(({ input }) => !('ClientToken' in input))).toBe(true)
  expect(sent.every(({ repeat }) => repeat === false)).toBe(true)
})

test.each([
  ['DescribeInstances', 'UnauthorizedOperation', 'not-permitted', 'AWS eu-west-1: list machines'],
  ['RunInstances', 'UnauthorizedOperation', 'not-permitted', 'AWS eu-west-1: make a machine like a'],
  ['DescribeImages', 'ExpiredToken', 'no-credentials', 'AWS eu-west-1: make a machine like a'],
  ['DescribeSubnets', 'ECONNREFUSED', 'provider-unreachable', 'AWS eu-west-1: make a machine like a'],
] as const)('examineAccess: %s that ends with %s is %s', async (name, code, reason, about) => {
  const { calls } = account({ [name]: code })
  const examined = await examineAccess(context(calls, [machine('a')]))
  expect(examined.filter(({ error }) => error !== undefined)).toMatchObject([{ about, error: { reason } }])
})

test('examineAccess reports that no region is known', async () => {
  const { calls, sent } = account()
  const [examined] = await examineAccess(context(calls, [{ ...machine('a'), settings: {} }]))
  expect(examined?.error?.reason).toBe('invalid-settings')
  expect(sent).toEqual([])
})

test('examineAccess does not accept an answer that made something', async () => {
  const { calls } = account()
  const careless: Ec2Calls = {
    call: async (name, options) =>
      name === 'DescribeInstances' ? ({ Reservations: [] } as never) : calls.call(name, options),
  }
  const [examined] = await examineAccess(context(careless, [machine('a')]))
  expect(examined?.error?.reason).toBe('provider-failed')
})
