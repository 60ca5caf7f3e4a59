import { expect, test } from 'vitest'
import type { JsonObject } from '../../src/base/json.js'
import { type Ec2Calls, makeEc2Calls } from '../../src/providers/ec2/ec2-calls.js'
import type { LaunchRequest, Provider } from '../../src/providers/provider.js'
import { describeAws } from '../support/aws/describe-aws.ts'
import { fastClock, useEc2Bench } from '../support/aws/ec2-bench.ts'
import type { Injection } from '../support/aws/fault-proxy.ts'

describeAws('EC2 machines are made once, on moto', () => {
  const bench = useEc2Bench()
  const { open, request, instances, living, calls, plant } = bench

  test('two launches at once make one machine, each time', async () => {
    for (let round = 0; round < 10; round += 1) {
      const name = `twin-${round}`
      const [first, second] = await Promise.all([
        open().launch(request({ name })),
        open().launch(request({ name, runId: 'run-2' })),
      ])
      expect(first.identity.id).toBe(second.identity.id)
    }
    expect(new Set((await living()).map(({ InstanceId }) => InstanceId)).size).toBe(10)
  })

  test.each([
    ['before ours', 'remember'],
    ['after ours, by a run that died', 'launched'],
  ])('a launch gives way to a machine that another run made %s', async (_what, when) => {
    const future = new Date(Date.now() + 3_600_000).toISOString()
    const tags = { 'drover:flock': bench.flock, 'drover:machine': 'web-1', 'drover:expires': future }
    const real = makeEc2Calls({ clock: fastClock })
    const planted: string[] = []
    const plantThen = async (moment: string): Promise<void> => {
      if (moment === when) planted.push(await plant(tags))
    }
    const meddled: Ec2Calls = {
      call: async (name, options) => {
        const answer = await real.call(name, options)
        if (name === 'RunInstances') await plantThen('launched')
        return answer
      },
    }
    const seen = await open({ calls: meddled }).launch(request({ remember: () => plantThen('remember') }))
    expect([seen.identity.id]).toEqual(planted)
    expect((await living()).map(({ InstanceId }) => InstanceId)).toEqual(planted)
  })

  test('a launch refuses two machines of one name, lists both, and makes none', async () => {
    const tags = { 'drover:flock': bench.flock, 'drover:machine': 'web-1' }
    const ids = [await plant(tags), await plant(tags)]
    expect((await open().list()).map(({ identity }) => identity.id).sort()).toEqual([...ids].sort())
    const launch = open().launch(request())
    await expect(launch).rejects.toMatchObject({ reason: 'ambiguous-machine' })
    for (const id of ids) await expect(launch).rejects.toThrow(id)
    expect(await living()).toHaveLength(2)
    expect(calls('RunInstances')).toBe(0)
  })

  test('a launch ends a machine whose making nobody completed in time, and makes another', async () => {
    const old = await plant({
      'drover:flock': bench.flock,
      'drover:machine': 'web-1',
      'drover:expires': '2026-01-01T00:00:00.000Z',
    })
    const seen = await open().launch(request())
    expect(seen.identity.id).not.toBe(old)
    expect((await living()).map(({ InstanceId }) => InstanceId)).toEqual([seen.identity.id])
  })

  test('a launch takes the machine of a remembered call although the settings say something else now', async () => {
    const memory: JsonObject[] = []
    const first = await open().launch(request({ remember: async (intent) => void memory.push(intent) }))
    bench.proxy.clear()
    bench.proxy.delays.visibilityMs = 300
    const remembered = memory[0]
    // The machine may not be visible yet: only the repeated launch call is sure to find it.
    const again = await open().launch(
      request({
        ...(remembered ? { remembered } : {}),
        settings: { ...bench.settings(), tags: { more: 'x' } },
      }),
    )
    expect(again.identity.id).toBe(first.identity.id)
  })

  test('a launch takes a new token when the machine of the remembered one is gone', async () => {
    const memory: JsonObject[] = []
    const first = await open().launch(request({ remember: async (intent) => void memory.push(intent) }))
    await open().terminate({ name: 'web-1', id: first.identity.id })
    const remembered = memory[0]
    const later: JsonObject[] = []
    const again = await open().launch(
      request({ ...(remembered ? { remembered } : {}), remember: async (intent) => void later.push(intent) }),
    )
    expect(again.identity.id).not.toBe(first.identity.id)
    expect(later.map(({ nonce }) => nonce)).not.toContain(memory[0]?.nonce)
    expect(await living()).toHaveLength(1)
  })

  test('a launch makes nothing when the intent cannot be written down, or the run may make no more', async () => {
    const throwIfInvalid = (): never => {
      throw new Error('refused')
    }
    await expect(open().launch(request({ remember: async () => throwIfInvalid() }))).rejects.toThrow(
      'refused',
    )
    await expect(open().launch(request({ spend: throwIfInvalid }))).rejects.toThrow('refused')
    expect(await instances()).toEqual([])
  })

  test.each([
    ['', { visibilityMs: 0, full: '' }],
    [', with no room in the first zone, and nothing seen at once', { visibilityMs: 150, full: 'eu-west-1a' }],
  ])(
    'a run that is cut off anywhere leaves no stray machine when it is run again%s',
    { timeout: 300_000 },
    async (_what, { visibilityMs, full }) => {
      let died = true
      for (let cut = 1; died; cut += 1) {
        const name = `cut-${cut}`
        bench.proxy.clear()
        bench.proxy.delays.visibilityMs = visibilityMs
        const isFull: Injection['when'] = ({ params }) => params['Placement.AvailabilityZone'] === full
        bench.proxy.inject({
          action: 'RunInstances',
          fault: 'insufficient-capacity',
          times: 1000,
          when: isFull,
        })
        const memory: JsonObject[] = []
        const life = makeLife(cut)
        const run = async (provider: Provider, more: Partial<LaunchRequest>): Promise<string> => {
          const { identity } = await provider.launch(request({ name, ...more }))
          const hostKeys = ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG5ldw']
          await provider.complete?.({ name, id: identity.id, hostKeys })
          return identity.id
        }
        const real = makeEc2Calls({ clock: fastClock, deadlineMs: 1_200_000 })
        const calls: Ec2Calls = { call: (call, options) => life.live(() => real.call(call, options)) }
        const remember = (intent: JsonObject): Promise<void> =>
          life.live(async () => void memory.push(intent))
        await run(open({ calls }), { remember }).catch((error: unknown) => {
          if (!life.isOver()) throw error
        })
        died = life.isOver()
        const remembered = memory.at(-1)
        const id = await run(open(), { runId: 'run-2', ...(remembered ? { remembered } : {}) })
        const mine = (await living()).filter(({ Tags }) =>
          Tags?.some(({ Key, Value }) => Key === 'drover:machine' && Value === name),
        )
        expect(mine.map(({ InstanceId }) => InstanceId)).toEqual([id])
        expect(mine[0]?.Tags?.map(({ Key }) => Key)).not.toContain('drover:expires')
      }
    },
  )

  /** A process that is killed when its nth effect has happened and before it learns of it. */
  const makeLife = (effects: number) => {
    let left = effects
    return {
      isOver: () => left <= 0,
      live: async <T>(effect: () => Promise<T>): Promise<T> => {
        if (left <= 0) throw new Error('killed')
        left -= 1
        const answer = await effect()
        if (left <= 0) throw new Error('killed')
        return answer
      },
    }
  }
})
