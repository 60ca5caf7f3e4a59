import { sha256 } from '../../base/digest.js'
import type { Problem } from '../../base/errors.js'
import type { FollowUp } from '../../base/follow-up.js'
import type { MachineCheck } from '../../flock/flock.js'
import { encodeFollowUp } from '../../recipes/follow-up.js'
import type { Found, Sighting } from '../../recipes/look.js'
import { readStampDigest } from '../../recipes/stamp.js'
import type { DesiredFile } from '../../render/desired.js'
import { desiredDigest } from './desired-digest.js'

export type FileAction = 'create' | 'replace' | 'set-mode'

export interface FileChange {
  readonly file: DesiredFile
  readonly action: FileAction
  /** Where the bytes go: the destination, or the end of its links. */
  readonly target: string
  /** What was there when Drover looked. */
  readonly seenSha256?: string
}

/** A file that Drover put there and no manifest asks for any more. */
export interface FileRemoval {
  readonly path: string
  readonly seenSha256: string
}

/** What `configure` would do to one machine. */
export interface ConfigurePlan {
  /** Of this plan: equal plans have equal digests. */
  readonly digest: string
  /** Of what is desired: what the stamp will say. */
  readonly desiredDigest: string
  readonly changes: readonly FileChange[]
  readonly removals: readonly FileRemoval[]
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
  return plan.changes.length === 0 && plan.removals.length === 0 && !plan.stampOnly
}

/** Compares what is desired with what was found. Pure: the same arguments give the same plan, byte for byte. */
export function planConfigure(
  { files, checks }: { readonly files: readonly DesiredFile[]; readonly checks: readonly MachineCheck[] },
  sighting: Sighting,
): ConfigurePlan {
  const changes = files.flatMap((file) => planFile(file, sighting.found.get(file.destination)))
  const removals = planRemovals(files, sighting)
  const followUps = orderFollowUps(changes.flatMap((change) => change.file.after))
  const validations = [...new Set(changes.flatMap((change) => change.file.validate ?? []))]
  const desired = desiredDigest(files)
  const upToDate = changes.length === 0 && removals.length === 0
  const plan = {
    desiredDigest: desired,
    changes,
    removals,
    validations,
    followUps,
    checks,
    // What another run left unfinished is finished by a change, even one that changes no file.
    stampOnly: upToDate && (sighting.isUnfinished === true || readStampDigest(sighting.stamp) !== desired),
    generation: sighting.generation,
  }
  return { ...plan, digest: digestOf(plan) }
}

/** What stands where a file should be and cannot be replaced by one. */
export function planProblems(files: readonly DesiredFile[], sighting: Sighting): readonly Problem[] {
  return files.flatMap((file) => {
    const type = sighting.found.get(file.destination)?.stat?.type ?? 'file'
    if (type === 'file') return []
    return [
      {
        message: `${file.destination}: a ${type === 'folder' ? 'folder' : 'device, socket, pipe or loop of links'} is there, and Drover replaces only files`,
        reason: 'command-failed',
        at: file.from,
        hint: 'Choose another destination, or move away what is there.',
      },
    ]
  })
}

function planFile(file: DesiredFile, found: Found | undefined): readonly FileChange[] {
  const target = found?.target ?? file.destination
  if (found?.stat === undefined) return [{ file, action: 'create', target }]
  const seen = found.sha256 === undefined ? {} : { seenSha256: found.sha256 }
  if (found.sha256 !== sha256(file.bytes)) return [{ file, action: 'replace', target, ...seen }]
  const { mode, owner, group } = found.stat
  const isSame = mode === file.mode && owner === file.owner && group === file.group
  return isSame ? [] : [{ file, action: 'set-mode', target, ...seen }]
}

/** Only what Drover put there, and only plain files: a link was made by somebody else. */
function planRemovals(files: readonly DesiredFile[], { managed, found }: Sighting): readonly FileRemoval[] {
  const wanted = new Set(files.map((file) => file.destination))
  return managed.flatMap((path) => {
    const there = found.get(path)
    if (wanted.has(path) || there?.isLink || there?.sha256 === undefined) return []
    return [{ path, seenSha256: there.sha256 }]
  })
}

function orderFollowUps(wanted: readonly FollowUp[]): readonly FollowUp[] {
  const byKey = new Map(wanted.map((followUp) => [encodeFollowUp(followUp), followUp]))
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
    change.file.secrets.length > 0 ? null : (change.seenSha256 ?? null),
  ])
  return sha256(
    JSON.stringify([
      plan.desiredDigest,
      changes,
      plan.removals.map(({ path }) => path),
      plan.validations,
      plan.followUps.map(encodeFollowUp),
      plan.checks,
      plan.stampOnly,
    ]),
  )
}
