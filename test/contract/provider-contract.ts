import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Identity } from '../../src/base/identity.js'
import type { JsonObject } from '../../src/base/json.js'
import type { LaunchRequest, Provider, ProviderMachine } from '../../src/providers/provider.js'
import { makeTestKey, type TestKey } from '../support/test-key.js'

export interface ProviderUnderTest {
  /** A provider of the flock that shares nothing in memory with another, as in another process. */
  readonly open: () => Provider
  /** A provider of another flock in the same place. */
  readonly openOther: () => Provider
  readonly user: string
  /** Settings of a machine; by default none. */
  readonly settings?: JsonObject
  /** An id of the provider's that no machine has. */
  readonly strangeId: string
  /** For how long a machine that answered may refuse again, as when cloud-init restarts sshd. By default not at all. */
  readonly restlessMs?: number
  /** Stops a machine behind the provider's back, as a power cut would. */
  readonly stop: (machine: ProviderMachine) => Promise<void>
  /** Removes all that was made, of both flocks. */
  readonly close: () => Promise<void>
}

/** What a port may have and need not. */
export interface OptionalParts {
  /** The making of a machine is remembered, counted, and has an end that must be reported. */
  readonly making?: boolean
  readonly stop?: boolean
  readonly reboot?: boolean
}

/** The promises of the port in `src/providers/provider.ts`, for any provider. */
export function describeProvider(
  name: string,
  make: () => Promise<ProviderUnderTest>,
  parts: OptionalParts = {},
): void {
  describe(`the ${name} provider`, () => {
    let under: ProviderUnderTest
    let key: TestKey

    beforeAll(async () => {
      key = await makeTestKey()
      under = await make()
    })
    afterAll(async () => {
      await under.close()
      await key.remove()
    })

    const request = (machine: string, more: Partial<LaunchRequest> = {}): LaunchRequest => ({
      name: machine,
      authorizedKeys: [key.line],
      user: under.user,
      runId: 'local-test.1',
      settings: under.settings ?? {},
      remember: async () => undefined,
      spend: () => undefined,
      seed: async () => Buffer.alloc(32),
      onStep: () => undefined,
      ...more,
    })
    const find = async (machine: string): Promise<ProviderMachine | undefined> =>
      (await under.open().list()).find((one) => one.name === machine)
    const login = async (identity: Identity, command: string): Promise<string> => {
      const deadline = performance.now() + (under.restlessMs ?? 0)
      for (;;) {
        const ended = await key.login(identity, command).catch((error: { readonly stderr?: string }) => error)
        if (typeof ended === 'string') return ended
        const isRefused = /Connection (refused|closed|reset)/.test(ended.stderr ?? '')
        if (!isRefused || performance.now() > deadline) throw ended
        await sleep(100)
      }
    }

    test('a provider lists nothing before anything is launched', async () => {
      expect(await under.open().list()).toEqual([])
    })

    test('a provider launches a machine that lets the key in under the host key it told before', async () => {
      const steps: string[] = []
      const before = Date.now()
      const seen = await under.open().launch(request('one', { onStep: (step) => steps.push(step) }))
      expect(seen).toMatchObject({ name: 'one', presence: 'running' })
      expect(seen.identity).toMatchObject({ user: under.user, createdBy: 'local-test.1' })
      expect(seen.identity.provider).toBe(under.open().name)
      expect(seen.identity.hostKeys[0]).toMatch(/^ssh-ed25519 [A-Za-z0-9+/]+=*$/)
      expect(Date.parse(seen.identity.createdAt)).toBeGreaterThanOrEqual(before)
      expect(steps.length).toBeGreaterThan(0)
      expect(await login(seen.identity, 'hostname; id -un')).toBe(`one\n${under.user}\n`)
    })

    test('a provider lists what it launched, with the same identity', async () => {
      const [seen, ...others] = await under.open().list()
      expect(others).toEqual([])
      expect(seen).toEqual(await under.open().launch(request('one')))
    })

    test('a provider changes nothing of a machine that runs already', async () => {
      const before = await find('one')
      const again = await under.open().launch(request('one', { runId: 'local-test.2' }))
      expect(again).toEqual(before)
    })

    test('a provider makes one machine of two launches at once', async () => {
      const [first, second] = await Promise.all([
        under.open().launch(request('twin')),
        under.open().launch(request('twin')),
      ])
      expect(first).toEqual(second)
      expect((await under.open().list()).filter((one) => one.name === 'twin')).toEqual([first])
    })

    test('a provider lists machines in order of name', async () => {
      await under.open().launch(request('a-first'))
      expect((await under.open().list()).map((one) => one.name)).toEqual(['a-first', 'one', 'twin'])
    })

    test('a provider shows a stopped machine, and starts it with its identity and its disk', async () => {
      const before = await under.open().launch(request('one'))
      await login(before.identity, 'sudo -n true; echo kept > ~/kept; sync')
      await under.stop(before)
      expect(await find('one')).toEqual({ ...before, presence: 'stopped' })
      expect(await under.open().launch(request('one'))).toEqual(before)
      expect(await login(before.identity, 'cat ~/kept')).toBe('kept\n')
    })

    test('a provider finishes a launch whose caller gave up', async () => {
      const giveUp = new AbortController()
      const onStep = (): void => giveUp.abort()
      const abandoned = under.open().launch(request('abandoned', { signal: giveUp.signal, onStep }))
      await expect(abandoned).rejects.toThrow()
      const seen = await under.open().launch(request('abandoned'))
      expect(await login(seen.identity, 'hostname')).toBe('abandoned\n')
      await under.open().terminate({ name: 'abandoned', id: seen.identity.id })
    })

    test('a provider keeps the machines of another flock apart, even of the same name', async () => {
      const mine = await under.open().launch(request('one'))
      expect(await under.openOther().list()).toEqual([])
      const theirs = await under.openOther().launch(request('one'))
      expect(theirs.identity.id).not.toBe(mine.identity.id)
      expect(theirs.identity.address).not.toBe(mine.identity.address)
      await under.openOther().terminate({ name: 'one', id: theirs.identity.id })
      expect(await find('one')).toEqual(mine)
    })

    test('a provider refuses to terminate a machine that has another id', async () => {
      const before = await find('one')
      await expect(under.open().terminate({ name: 'one', id: under.strangeId })).rejects.toMatchObject({
        name: 'DroverError',
        reason: 'provider-failed',
      })
      expect(await find('one')).toEqual(before)
    })

    test('a provider terminates a machine, and succeeds when it is gone already', async () => {
      const seen = await under.open().launch(request('one'))
      const machine = { name: 'one', id: seen.identity.id }
      await Promise.all([under.open().terminate(machine), under.open().terminate(machine)])
      expect(await find('one')).toBeUndefined()
      await expect(key.login(seen.identity, 'true')).rejects.toThrow()
      await under.open().terminate(machine)
    })

    test('a provider never uses the id of a terminated machine again', async () => {
      const old = await under.open().launch(request('short'))
      await under.open().terminate({ name: 'short', id: old.identity.id })
      const next = await under.open().launch(request('short'))
      expect(next.identity.id).not.toBe(old.identity.id)
      expect(next.identity.hostKeys).not.toEqual(old.identity.hostKeys)
      await expect(under.open().terminate({ name: 'short', id: old.identity.id })).rejects.toThrow()
      expect(await find('short')).toEqual(next)
    })

    if (parts.making) {
      test('a provider makes nothing that is not remembered first', async () => {
        const refusal = new Error('the branch cannot be written')
        const remember = (): Promise<never> => Promise.reject(refusal)
        await expect(under.open().launch(request('unwritten', { remember }))).rejects.toThrow(refusal.message)
        expect(await find('unwritten')).toBeUndefined()
        const remembered: JsonObject[] = []
        const kept = async (intent: JsonObject): Promise<void> => void remembered.push(intent)
        const seen = await under.open().launch(request('unwritten', { remember: kept }))
        expect(remembered.length).toBeGreaterThan(0)
        await under.open().terminate({ name: 'unwritten', id: seen.identity.id })
      })

      test('a provider makes nothing that the run may not make any more', async () => {
        const spend = (): never => {
          throw new Error('over budget')
        }
        await expect(under.open().launch(request('unpaid', { spend }))).rejects.toThrow('over budget')
        expect(await find('unpaid')).toBeUndefined()
      })

      test('a provider shows when a machine expires, until its making is complete', async () => {
        const made = await under.open().launch(request('made'))
        expect(Date.parse(made.expiresAt ?? '')).toBeGreaterThan(Date.now())
        const machine = { name: 'made', id: made.identity.id }
        const hostKeys = [key.line.split(' ').slice(0, 2).join(' ')]
        const strange = { ...machine, id: under.strangeId, hostKeys }
        await expect(under.open().complete?.(strange)).rejects.toThrow()
        expect(await find('made')).toEqual(made)
        for (let times = 0; times < 2; times += 1) {
          await under.open().complete?.({ ...machine, hostKeys })
          const seen = await find('made')
          expect(seen).toEqual({ ...made, identity: { ...made.identity, hostKeys }, expiresAt: undefined })
        }
        await under.open().terminate(machine)
      })
    }

    if (parts.stop)
      test('a provider stops a machine, and a launch starts it again', async () => {
        const before = await under.open().launch(request('halted'))
        const machine = { name: 'halted', id: before.identity.id }
        await under.open().stop?.(machine)
        await expect(key.login(before.identity, 'true')).rejects.toThrow()
        expect(await find('halted')).toMatchObject({ presence: 'stopped', identity: { id: machine.id } })
        await under.open().stop?.(machine)
        const after = await under.open().launch(request('halted'))
        expect(after.identity.id).toBe(machine.id)
        expect(await login(after.identity, 'hostname')).toBe('halted\n')
        await under.open().terminate(machine)
      })

    if (parts.reboot)
      test('a provider reboots a machine', async () => {
        const { identity } = await under.open().launch(request('again'))
        const started = (): Promise<string> =>
          login(identity, 'systemctl show --property UserspaceTimestampMonotonic')
        const before = await started()
        await under.open().reboot?.({ name: 'again', id: identity.id })
        await expect.poll(() => started().catch(() => before), { timeout: 60_000 }).not.toBe(before)
        expect(await login(identity, 'hostname')).toBe('again\n')
        await under.open().terminate({ name: 'again', id: identity.id })
      })

    test('a provider says what it does not understand in the settings', async () => {
      await expect(
        under.open().launch(request('wrong', { settings: { ...under.settings, 'no-such-setting': 1 } })),
      ).rejects.toThrow(/"no-such-setting"/)
      expect(await find('wrong')).toBeUndefined()
    })
  })
}
