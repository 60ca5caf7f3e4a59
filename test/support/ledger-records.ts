import type { LedgerRecord, TreeChange } from '../../src/events/record.js'
import type { MachineEntry } from '../../src/ledger/ledger.js'
import { encodeIdentity, encodeState, machinePath } from '../../src/ledger/machine-files.js'

const exampleIdentity = {
  provider: 'local',
  id: 'lo-demo-1',
  address: '10.0.0.2',
  port: 22,
  user: 'drover',
  hostKeys: ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample'],
  createdAt: '2026-11-21T10:00:00Z',
  createdBy: 'local-1',
} as const

const exampleState = {
  config: 'a'.repeat(40),
  digest: 'sha256:1',
  operation: 'configure',
  outcome: 'changed',
  reason: 'done',
  run: { id: 'local-1', attempt: 1, actor: 'ada' },
  time: '2026-11-21T10:00:00Z',
} as const

export function makeRecord(machine: string, given: Partial<LedgerRecord> = {}): LedgerRecord {
  return {
    id: `configure/${machine}/local-1/1`,
    run: { id: 'local-1', attempt: 1, actor: 'ada', url: 'https://example.org/runs/1' },
    operation: 'configure',
    machine,
    outcome: 'changed',
    reason: 'done',
    message: '3 files changed',
    time: '2026-11-21T10:00:00Z',
    durationMs: 1234,
    config: 'a'.repeat(40),
    changes: [
      put(machinePath(machine, 'machine.json'), encodeIdentity({ ...exampleIdentity, id: machine })),
      put(machinePath(machine, 'state.json'), encodeState(exampleState)),
    ],
    ...given,
  }
}

export function put(path: string, content: string | Buffer): TreeChange {
  return { kind: 'put', path, mode: '100644', bytes: Buffer.from(content) }
}

/** A dashboard that names each machine, what is applied there, and whether it is known. */
export function renderNames(entries: ReadonlyMap<string, MachineEntry>): string {
  const rows = [...entries].map(
    ([name, { identity, state }]) => `${name} ${identity?.id} ${state?.outcome}\n`,
  )
  return `# flock\n${rows.join('')}`
}
