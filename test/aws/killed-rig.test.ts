import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeAws } from '../support/aws/describe-aws.ts'
import { processesOf } from '../support/aws/processes-of.ts'
import { type Aws, startAws } from '../support/aws/start-aws.ts'

// No other suite may run beside this one, because any rig that starts would sweep.
describeAws('a rig that was killed', () => {
  let living: Aws

  beforeAll(async () => {
    living = await startAws({ machines: true })
  }, 900_000)
  afterAll(async () => {
    await living?.close()
  })

  test('a rig that was killed is swept by the next one, and a living one is not', async () => {
    const killed = spawn(process.execPath, ['test/support/aws/one-machine.ts'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said] = (await once(killed.stdout, 'data')) as [Buffer]
    const { id, stateDir, motoPid } = JSON.parse(said.toString()) as {
      id: string
      stateDir: string
      motoPid: number
    }
    const ended = once(killed, 'exit')
    killed.kill('SIGKILL')
    await ended
    expect(processesOf([id])).not.toEqual([])
    // moto ends by itself.
    await expect.poll(() => existsSync(`/proc/${motoPid}`), { timeout: 100_000, interval: 100 }).toBe(false)
    const next = await startAws({ machines: true })
    expect(processesOf([id])).toEqual([])
    expect(existsSync(living.hypervisor?.stateDir ?? '')).toBe(true)
    await next.close()
    expect(existsSync(stateDir)).toBe(false)
    expect(living.hypervisor?.failures).toEqual([])
  })
})
