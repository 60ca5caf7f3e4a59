import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpsRepository } from '../support/ops-repository.ts'
import type { FrozenBuild } from './frozen-build.ts'
import type { Lane } from './lane.ts'

const writers = 30

/** As many processes push one record each at the same time; how many records are not on the branch after. */
export async function pushTogether(
  lane: Lane,
  build: FrozenBuild,
): Promise<{ readonly written: number; readonly lost: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'drover-records-'))
  const ids = Array.from({ length: writers }, () => `faults/${randomUUID()}`)
  try {
    const running = ids.map((id, index) => {
      const file = join(folder, `${index}.json`)
      writeFileSync(file, `${JSON.stringify(recordOf(id, index))}\n`)
      return lane.start(['replay', file], build)
    })
    await Promise.all(running.map(({ ended }) => ended))
    const log = readLog(lane)
    return { written: writers, lost: ids.filter((id) => !log.includes(id)).length }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The whole log of the branch. */
export function readLog(lane: { readonly ops: OpsRepository }): string {
  return lane.ops.git('--git-dir', lane.ops.url, 'grep', '--no-color', '-h', '', 'config', '--', 'log/')
}

function recordOf(id: string, index: number): object {
  return {
    version: 1,
    id,
    run: { id: `faults-${index}`, attempt: 1, actor: 'faults' },
    operation: 'configure',
    machine: `writer-${index}`,
    outcome: 'ok',
    reason: 'already-so',
    message: 'nothing to do',
    time: new Date().toISOString(),
    durationMs: 1,
    config: '0'.repeat(40),
    changes: [],
  }
}
