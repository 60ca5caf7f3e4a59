import type { TreeChange } from '../ledger/ledger.js'
import { encodeState, machinePath } from '../ledger/machine-files.js'
import type { Stamp } from './commands/stamp.js'
import type { Done, Job } from '../task/task.js'
import type { Survey } from '../branch/flock-view.js'
import { managedOf } from './observe-paths.js'
import type { WantedMachine } from './desired-machines.js'

export interface Applied {
  readonly survey: Survey
  readonly wanted: WantedMachine
  /** Of what is desired. */
  readonly digest: string
}

/** What the machine is to say of itself once this is there. */
export function appliedStamp({ machine, ports }: Job, { survey, wanted, digest }: Applied): Stamp {
  const { files, links } = wanted
  const artifacts = Object.fromEntries(wanted.artifacts.map(({ name, sha256 }) => [name, sha256]))
  return {
    flock: survey.flock.name,
    machine: machine.name,
    config: survey.snapshot.commit,
    digest,
    run: ports.run,
    time: new Date(ports.clock.now()).toISOString(),
    ...managedOf({ files, links }),
    ...versionsOf(wanted),
    ...(wanted.artifacts.length === 0 ? {} : { artifacts }),
  }
}

/** `state.json`: what the branch is to say of the machine. */
export function appliedState(
  { machine, ports }: Job,
  { survey, wanted, digest, done }: Applied & { readonly done: Pick<Done, 'kind' | 'reason'> },
): TreeChange {
  return {
    kind: 'put',
    path: machinePath(machine.name, 'state.json'),
    mode: '100644',
    bytes: Buffer.from(
      encodeState({
        config: survey.snapshot.commit,
        digest,
        operation: 'configure',
        outcome: done.kind,
        reason: done.reason,
        run: ports.run,
        time: new Date(ports.clock.now()).toISOString(),
        ...versionsOf(wanted),
      }),
    ),
  }
}

function versionsOf({ code, baseline }: WantedMachine): Pick<Stamp, 'code' | 'baseline'> {
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
