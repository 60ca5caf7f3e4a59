import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import type { Tree } from '../base/tree.js'
import type { Flock, Machine } from '../flock/flock.js'
import { affectedMachines, type BranchState, changedPaths } from '../flock/select/affected.js'
import { selectMachines } from '../flock/select/select.js'
import type { Snapshot } from '../ledger/ledger.js'
import type { BranchPorts, OriginPorts, ReportPorts, ToolkitPorts } from '../task/ports.js'
import { flockIn, readWeakestLayer } from './flock-in.js'

/** The flock at one commit of the config branch. */
export interface FlockView {
  readonly snapshot: Snapshot
  readonly flock: Flock
}

export async function readFlock(ports: BranchPorts): Promise<FlockView> {
  const [snapshot, toolkit] = await Promise.all([ports.ledger.read(), readToolkit(ports)])
  return { snapshot, flock: flockIn(snapshot.tree, toolkit) }
}

/** The toolkit, its own layer understood: while git fetches there is time for it. */
async function readToolkit(ports: ToolkitPorts): Promise<Tree> {
  const toolkit = await ports.toolkit()
  readWeakestLayer(toolkit)
  return toolkit
}

/**
 * The flock at an earlier commit of the branch. Throws `commit-missing` when the repository does not have it, and
 * `not-on-branch` for one that was never merged: what is not on the branch reaches no machine.
 */
export async function readFlockAt(ports: BranchPorts, commit: string): Promise<FlockView> {
  requireWholeCommit('to', commit)
  const snapshot = await ports.ledger.readAt(commit)
  if (snapshot === undefined) {
    throw new DroverError(`to: the repository has no commit "${commit}"`, {
      reason: 'commit-missing',
      hint: 'Ensure that the commit is on the config branch and was pushed.',
    })
  }
  if (!(await ports.ledger.isOnBranch(commit))) {
    throw new DroverError(`to: the commit "${commit}" is not in the history of the config branch`, {
      reason: 'not-on-branch',
      hint: 'Only what was merged reaches machines. Merge the commit first, or choose one that "git log" of the branch shows.',
    })
  }
  return { snapshot, flock: flockIn(snapshot.tree, await ports.toolkit()) }
}

function requireWholeCommit(option: string, commit: string): void {
  if (/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit)) return
  throw new DroverError(`${option}: "${commit}" is not a whole commit id`, {
    reason: 'invalid-argument',
    hint: 'Give all of it, as "git rev-parse COMMIT" prints it: an abbreviation cannot be fetched.',
  })
}

/** What choosing may have to look at: the branch as it was, and where the run comes from. */
export type ChoosePorts = BranchPorts & OriginPorts & ReportPorts

/** What chooses machines. */
export interface Selection {
  readonly selectors: readonly string[]
  /** What `changed` compares with. */
  readonly since?: string | undefined
}

/** The machines that a person asked for, in the order of `flock.yml`. */
export async function chooseMachines(
  ports: ChoosePorts,
  view: FlockView,
  request: Selection,
): Promise<readonly Machine[]> {
  const wantsChanged = request.selectors.some((selector) => selector.replace(/^!/, '') === 'changed')
  const changed = wantsChanged ? await changedMachines(ports, view, request.since) : undefined
  return selectMachines({
    flock: view.flock,
    selectors: request.selectors,
    ...(changed === undefined ? {} : { changed }),
  })
}

/** Machines that the commits since `since` concern; all of them when that commit is gone (first push, forced push). */
async function changedMachines(
  ports: ChoosePorts,
  view: FlockView,
  given: string | undefined,
): Promise<ReadonlySet<string>> {
  const since = given ?? ports.before
  if (since === undefined) {
    throw new DroverError('machines: "changed" needs a commit to compare with', {
      reason: 'invalid-argument',
      hint: 'Give --since COMMIT, or use it in a workflow that a push started.',
    })
  }
  requireWholeCommit('since', since)
  const before = /^0+$/.test(since) ? undefined : await ports.ledger.readAt(since)
  if (before === undefined) {
    ports.reporter.report({
      kind: 'notice',
      level: 'info',
      message: `the branch has no commit ${since.slice(0, 12)} to compare with: every machine counts as changed`,
    })
  }
  const toolkit = await ports.toolkit()
  const paths = before === undefined ? [] : changedPaths(before.tree, view.snapshot.tree)
  const { flock, snapshot } = view
  const { names, why } = affectedMachines({
    before: before === undefined ? undefined : stateBefore(before.tree, toolkit),
    after: { flock, trees: { toolkit, config: snapshot.tree } },
    changedPaths: paths,
  })
  for (const [name, reasons] of why) {
    ports.reporter.report({
      kind: 'notice',
      level: 'info',
      message: `${name} is concerned: ${reasons.join(', ')}`,
    })
  }
  return names
}

/** A flock.yml that was wrong before this push is no reason to refuse the one that mends it. */
function stateBefore(config: Tree, toolkit: Tree): BranchState | undefined {
  try {
    return { flock: flockIn(config, toolkit), trees: { toolkit, config } }
  } catch (error) {
    if (error instanceof DroverError) return undefined
    throw error
  }
}

/** Tells whose pinned host key a line is: an address may have gone from one machine to another. */
export function ownerOfKey({ snapshot }: FlockView): (key: string) => string | undefined {
  const owners = new Map<string, string>()
  return (key) => {
    if (owners.size === 0) {
      for (const [name, { identity }] of snapshot.machines) {
        for (const line of identity?.hostKeys ?? []) owners.set(line, name)
      }
    }
    return owners.get(key)
  }
}

/** The pinned identity of a machine; throws `not-provisioned`. */
export function identityOf(view: FlockView, name: string): Identity {
  const identity = view.snapshot.machines.get(name)?.identity
  if (identity !== undefined) return identity
  throw new DroverError(`${name}: the machine does not exist yet`, {
    reason: 'not-provisioned',
    hint: `Run "drover provision ${name}" first, or "drover create ${name}" to do all in one.`,
  })
}

/** The survey as it is once this identity is on the branch. */
export function withIdentity(
  view: FlockView,
  { name, identity }: { readonly name: string; readonly identity: Identity },
): FlockView {
  const { snapshot } = view
  const machines = new Map(snapshot.machines)
  machines.set(name, { ...machines.get(name), identity })
  return { ...view, snapshot: { ...snapshot, machines } }
}
