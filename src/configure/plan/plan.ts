import { sha256 } from '../../base/digest.js'
import type { FollowUp } from '../../base/follow-up.js'
import type { MachineCheck } from '../../flock/flock.js'
import type { DesiredFile, DesiredSymlink } from '../../render/desired.js'
import type { BaselinePlan } from '../../render/roles/plan-baseline.js'
import { encodeFollowUp } from '../../transaction/follow-up.js'
import type { Observed, ObservedPath } from '../commands/observe.js'
import { readStampDigest } from '../commands/stamp.js'
import { desiredDigest } from './desired-digest.js'
import { planSymlink, planSymlinkRemovals, type SymlinkChange, type SymlinkRemoval } from './plan-links.js'
import { type PlacedFile, relocate, relocateFiles, relocateSymlinks } from './relocate.js'

type FileAction = 'create' | 'replace' | 'set-mode'

export interface FileChange {
  readonly file: DesiredFile
  readonly action: FileAction
  /** Where the bytes go: the destination, or the end of its links. */
  readonly target: string
  /** What was there when Drover looked. */
  readonly observedSha256?: string
  /** It belongs into what a link is about to lead to: whatever is there, nothing reads it yet. */
  readonly unseen?: true
}

/** A file that Drover put there and no manifest asks for any more. */
interface FileRemoval {
  readonly path: string
  /** Where it is: the path, or in what a link above it will lead to. */
  readonly target: string
  readonly observedSha256: string
}

/** What `configure` would do to one machine. */
export interface ConfigurePlan {
  /** Of this plan: equal plans have equal digests. */
  readonly digest: string
  /** Of what is desired: what the stamp will say. */
  readonly desiredDigest: string
  readonly changes: readonly FileChange[]
  readonly removals: readonly FileRemoval[]
  readonly links: readonly SymlinkChange[]
  readonly linkRemovals: readonly SymlinkRemoval[]
  /** Of all roles; absent for a machine without. */
  readonly baselineDigest?: string
  /** Roles that are to run before anything else, in order. */
  readonly pending: readonly string[]
  readonly validations: readonly string[]
  /** Once each: daemon-reload first, then in the manifests' order; a restart makes a reload of the same unit needless. */
  readonly followUps: readonly FollowUp[]
  /** What must hold after the change. */
  readonly checks: readonly MachineCheck[]
  /** True when only the stamp is missing or says something else. */
  readonly stampOnly: boolean
  /** What the look saw of the changes before. No part of the digest: it says nothing of what is to be done. */
  readonly generation: string | undefined
}

/** Whether there is anything to do. */
export function isNothingToDo(plan: ConfigurePlan): boolean {
  return countChanges(plan) === 0 && plan.pending.length === 0 && !plan.stampOnly
}

/** Whether something slow has to be done before the transaction. */
export function needsWork({ pending, links }: ConfigurePlan): boolean {
  return pending.length > 0 || links.length > 0
}

/** How many paths would be changed. */
export function countChanges(
  plan: Pick<ConfigurePlan, 'changes' | 'removals' | 'links' | 'linkRemovals'>,
): number {
  return plan.changes.length + plan.removals.length + plan.links.length + plan.linkRemovals.length
}

export interface DesiredOnMachine {
  readonly files: readonly DesiredFile[]
  readonly links: readonly DesiredSymlink[]
  readonly checks: readonly MachineCheck[]
  /** Of a machine with roles. */
  readonly baseline?: BaselinePlan
}

/** Compares what is desired with what was found. Pure: the same arguments give the same plan, byte for byte. */
export function planConfigure(
  { files, links: desiredLinks, checks, baseline }: DesiredOnMachine,
  observed: Observed,
): ConfigurePlan {
  const { found } = observed
  const links = relocateSymlinks(desiredLinks).flatMap((link) => planSymlink(link, found.get(link.place)))
  const moving = new Set(links.map(({ link }) => link.path))
  const changes = relocateFiles(files, desiredLinks).flatMap((file) =>
    file.behind !== undefined && moving.has(file.behind.path)
      ? [{ file, action: 'create', target: file.place, unseen: true } as const]
      : planFile(file, found.get(file.place)),
  )
  const linkRemovals = planSymlinkRemovals(desiredLinks, observed)
  const removals = planRemovals({ files, links: desiredLinks, linkRemovals }, observed)
  const followUps = orderFollowUps([
    ...changes.flatMap((change) => change.file.after),
    ...links.flatMap(({ link }) => link.after),
  ])
  const validations = [...new Set(changes.flatMap((change) => change.file.validate ?? []))]
  const desired = desiredDigest({ files, links: desiredLinks, baseline: baseline?.digest })
  const steps = { changes, removals, links, linkRemovals }
  const upToDate = countChanges(steps) === 0
  const plan = {
    desiredDigest: desired,
    ...steps,
    ...(baseline === undefined ? {} : { baselineDigest: baseline.digest }),
    pending: baseline?.pending ?? [],
    validations,
    followUps,
    checks,
    // What another run left unfinished is finished by a change, even one that changes no file.
    stampOnly: upToDate && (observed.isUnfinished === true || readStampDigest(observed.stamp) !== desired),
    generation: observed.generation,
  }
  return { ...plan, digest: digestOf(plan) }
}

function planFile(file: PlacedFile, found: ObservedPath | undefined): readonly FileChange[] {
  const target = found?.target ?? file.place
  if (found?.stat === undefined) return [{ file, action: 'create', target }]
  const seen = found.sha256 === undefined ? {} : { observedSha256: found.sha256 }
  if (found.sha256 !== sha256(file.bytes.reveal())) return [{ file, action: 'replace', target, ...seen }]
  const { mode, owner, group } = found.stat
  const isSame = mode === file.mode && owner === file.owner && group === file.group
  return isSame ? [] : [{ file, action: 'set-mode', target, ...seen }]
}

/**
 * Only what Drover put there, and only plain files: a link was made by somebody else. What lies behind
 * a link that is taken away goes with it.
 */
function planRemovals(
  { files, links, linkRemovals }: Omit<DesiredOnMachine, 'checks'> & Pick<ConfigurePlan, 'linkRemovals'>,
  { managed, found }: Observed,
): readonly FileRemoval[] {
  const desired = new Set(files.map((file) => file.destination))
  return managed.flatMap((path) => {
    const target = relocate(path, links)
    const there = found.get(target)
    if (desired.has(path) || there?.isLink || there?.sha256 === undefined) return []
    if (linkRemovals.some((gone) => path.startsWith(`${gone.path}/`))) return []
    return [{ path, target, observedSha256: there.sha256 }]
  })
}

function orderFollowUps(desired: readonly FollowUp[]): readonly FollowUp[] {
  const byKey = new Map(desired.map((followUp) => [encodeFollowUp(followUp), followUp]))
  const kept = [...byKey.values()].filter(
    (followUp) => followUp.kind !== 'reload' || !byKey.has(`restart ${followUp.unit}`),
  )
  const isFirst = (followUp: FollowUp): boolean => followUp.kind === 'daemon-reload'
  return [...kept.filter(isFirst), ...kept.filter((followUp) => !isFirst(followUp))]
}

/**
 * The hash of what was found is part of a plan, except for a file with secrets:
 * the digest is shown to people, and a short secret could be tried against it.
 */
function digestOf(plan: Omit<ConfigurePlan, 'digest'>): string {
  const changes = plan.changes.map((change) => [
    change.target,
    change.action,
    change.file.owner,
    change.file.group,
    change.file.mode,
    sha256(change.file.shown),
    change.file.secrets.length > 0 ? null : (change.observedSha256 ?? null),
  ])
  const links = [
    ...plan.links.map(({ link, action, observedLink }) => [
      link.place,
      action,
      link.to,
      observedLink ?? null,
    ]),
    ...plan.linkRemovals.map(({ place, observedLink }) => [place, 'remove', observedLink]),
  ]
  return sha256(
    JSON.stringify([
      plan.desiredDigest,
      changes,
      plan.removals.map(({ target }) => target),
      // A plan without links has the digest that it always had.
      ...(links.length === 0 ? [] : [links]),
      ...(plan.pending.length === 0 ? [] : [{ roles: plan.pending }]),
      plan.validations,
      plan.followUps.map(encodeFollowUp),
      plan.checks,
      plan.stampOnly,
    ]),
  )
}
