import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeOpsRepository, type OpsRepository } from '../support/ops-repository.ts'
import { runAction } from '../support/run-drover.ts'

// The built action, with the git repository and Node's own start in the time.
let folder = ''
let ops: OpsRepository

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drover-plan-'))
  ops = makeOpsRepository(join(folder, 'ops'), join(import.meta.dirname, '..', 'fixtures', 'ops'))
  writeFileSync(
    join(folder, 'peak.cjs'),
    "process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`))\n",
  )
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  { count: 1000, withinMs: 1000 },
  { count: 10_000, withinMs: 2000 },
])('$count machines are shared among 20 jobs within $withinMs ms and 300 MB', async ({ count, withinMs }) => {
  ops.push(
    { 'flock.yml': `flock: large\nprovider: local\nmachines:\n  "lo-{seq:05}": { count: ${count} }\n` },
    `${count} machines`,
  )
  const ran = await runAction({
    inputs: { operation: 'shard', for: 'configure', machines: 'all', repository: ops.url, branch: 'config' },
    folder,
    env: { NODE_OPTIONS: `--require ${join(folder, 'peak.cjs')}` },
  })
  expect(ran.code, ran.stdout + ran.stderr).toBe(0)
  const shards = JSON.parse(ran.outputs.get('shards') ?? '') as readonly { readonly machines: string }[]
  const names = JSON.parse(ran.outputs.get('machines') ?? '') as readonly string[]
  expect(shards).toHaveLength(20)
  expect(shards.flatMap(({ machines }) => machines.split(' '))).toEqual(names)
  expect(new Set(names).size).toBe(count)
  const peakKb = Number(/^peak (\d+)$/m.exec(ran.stderr)?.[1])
  expect(peakKb / 1024).toBeLessThan(300)
  expect(ran.durationMs).toBeLessThan(withinMs)
})
