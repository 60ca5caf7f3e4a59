import type { FlockView } from '../branch/flock-view.js'
import type { DesiredMachine } from '../desired/desired-machines.js'
import type { TreeChange } from '../events/record.js'
import { encodeState, machinePath } from '../ledger/machine-files.js'
import type { Task, TaskOutcome } from '../task/task.js'
import type { Stamp } from './commands/stamp.js'
import { managedOf } from './observe-paths.js'

export interface Applied {
  readonly view: FlockView
  readonly desired: DesiredMachine
  /** Of what is desired. */
  readonly digest: string
}

/** What the machine is to say of itself once this is there. */
export function appliedStamp({ machine, operation, ports }: Task, { view, desired, digest }: Applied): Stamp {
  const { files, links } = desired
  const artifacts = Object.fromEntries(desired.artifacts.map(({ name, sha256 }) => [name, sha256]))
  return {
    flock: view.flock.name,
    machine: machine.name,
    config: view.snapshot.commit,
    digest,
    operation,
    run: ports.run,
    time: new Date(ports.clock.now()).toISOString(),
    ...managedOf({ files, links }),
    ...versionsOf(desired),
    ...(desired.artifacts.length === 0 ? {} : { artifacts }),
  }
}

/** `state.json`: what the branch is to say of the machine. */
export function appliedState(
  { machine, operation, ports }: Task,
  { view, desired, digest, done }: Applied & { readonly done: Pick<TaskOutcome, 'kind' | 'reason'> },
): TreeChange {
  return {
    kind: 'put',
    path: machinePath(machine.name, 'state.json'),
    mode: '100644',
    bytes: Buffer.from(
      encodeState({
        config: view.snapshot.commit,
        digest,
        operation,
        outcome: done.kind,
        reason: done.reason,
        run: ports.run,
        time: new Date(ports.clock.now()).toISOString(),
        ...versionsOf(desired),
      }),
    ),
  }
}

function versionsOf({ code, baseline }: DesiredMachine): Pick<Stamp, 'code' | 'baseline'> {
  const roles = baseline?.roles ?? []
  return {
    ...(code.length === 0
      ? {}
      : { code: Object.fromEntries(code.map(({ entry, commit }) => [entry.name, commit])) }),
    ...(roles.length === 0
      ? {}
      : { baseline: Object.fromEntries(roles.map(({ name, digest }) => [name, digest])) }),
  }
}
