import type { Identity } from '../base/identity.js'
import type { TreeChange } from '../events/record.js'
import { machinePath, putTombstone } from '../ledger/machine-files.js'
import type { Task } from '../task/task.js'

/** What the ledger holds of a machine that lives; its captured files stay. */
export function forgotten(name: string): readonly TreeChange[] {
  return ['machine.json', 'state.json', 'launch.json'].map((file) => ({
    kind: 'remove',
    path: machinePath(name, file),
  }))
}

export function tombstone({ machine, ports }: Task, { id, provider, region, address }: Identity): TreeChange {
  return putTombstone(machine.name, {
    id,
    provider,
    address,
    at: new Date(ports.clock.now()).toISOString(),
    run: ports.run.id,
    ...(region === undefined ? {} : { region }),
  })
}
