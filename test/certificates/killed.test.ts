import { afterAll, beforeAll, expect, test } from 'vitest'
import { askTls, makeCertificateFlock, wipe } from '../support/certificate-flock.ts'

const { addressOf, certbot, flock, lineagesOn, make, pebble, recordOf, stop } =
  await makeCertificateFlock('certkill')
const changed = { outcome: 'changed' }

afterAll(stop)

beforeAll(async () => {
  expect(await make('web-1')).toMatchObject(changed)
})

const stepsOf: readonly (readonly [string, readonly string[]])[] = [
  ['an order', ['connect', 'look at certificates', 'look from outside', 'order', 'record the order']],
  ['a restoration', ['restore the certificate']],
]
/** As a machine that was made just now; with nothing on the branch unless it is to be restored. */
const forget = async (keepsSealed: boolean): Promise<void> => {
  await flock.on('web-1', wipe)
  if (keepsSealed) return
  flock.ops.push(
    { 'machines/web-1/certificate.json': undefined, 'machines/web-1/sealed': undefined },
    'forget the certificate',
  )
}
const killAt = async (step: string): Promise<void> => {
  let said = ''
  const ran = await flock.cli(['certbot', 'web-1'], {
    onChild: (child) => {
      child.stderr?.on('data', (part) => {
        said += String(part)
        if (said.includes(step)) child.kill('SIGKILL')
      })
    },
  })
  expect(ran.signal, `${step} was not met: ${said}`).toBe('SIGKILL')
}

for (const [what, steps] of stepsOf) {
  test.each(steps)(
    `${what} that is killed at "%s" is completed by the next run without a second order`,
    async (step) => {
      const isRestored = what === 'a restoration'
      await forget(isRestored)
      const before = pebble.counts()
      await killAt(step)
      const next = await certbot('web-1')
      expect(next.machines[0], JSON.stringify(next.machines)).toBeDefined()
      expect(['ok', 'changed']).toContain(next.machines[0]?.outcome)
      const { orders, certificates } = pebble.counts()
      expect(certificates - before.certificates).toBe(isRestored ? 0 : 1)
      // Pebble refuses nonces: a try that failed by one is continued, too.
      expect(orders - before.orders).toBe(isRestored ? 0 : 1)
      const answer = await askTls('web-1.certs.test', addressOf('web-1'), await pebble.issuingRoot())
      expect(answer).toMatchObject({ error: undefined, serial: recordOf('web-1').serial })
      expect((await certbot('web-1')).machines[0]).toMatchObject({ outcome: 'ok', reason: 'already-so' })
    },
  )
}

test.each([0, 0.1, 0.2, 0.4, 0.8])(
  'a restoration that the machine itself loses after %s s is done anew, and nothing is ordered',
  async (seconds) => {
    const lineages = await lineagesOn('web-1')
    const before = pebble.counts()
    await flock.on('web-1', wipe)
    const unit = 'drover-certificate.service'
    const [, cut] = await Promise.all([
      certbot('web-1'),
      flock.on(
        'web-1',
        `for wait in $(seq 2000); do case $(systemctl show -p ActiveState --value ${unit}) in active | activating) sleep ${seconds}; systemctl kill -s KILL ${unit}; echo cut; break ;; esac; sleep 0.01; done`,
      ),
    ])
    expect(cut).toContain('cut')
    expect(['ok', 'changed']).toContain((await certbot('web-1')).machines[0]?.outcome)
    expect(await lineagesOn('web-1')).toBe(lineages)
    expect(pebble.counts()).toEqual(before)
    const answer = await askTls('web-1.certs.test', addressOf('web-1'), await pebble.issuingRoot())
    expect(answer).toMatchObject({ error: undefined, serial: recordOf('web-1').serial })
  },
)
