import { artifactPlace } from '../artifacts/commands/artifact-place.js'
import { artifactProblems } from '../artifacts/find-artifact.js'
import { InputError, type Problem, throwIfInvalid } from '../base/errors.js'
import { uniqueProblems } from '../base/problems.js'
import type { Secret } from '../base/secret.js'
import { flockFile } from '../branch/flock-in.js'
import type { FlockView } from '../branch/flock-view.js'
import { releaseOf } from '../code/commands/release.js'
import { type CodePorts, type DesiredCode, resolveCode } from '../code/resolve-code.js'
import type { ArtifactEntry, Machine } from '../flock/flock.js'
import type { CapturePath, DesiredFile, DesiredSymlink } from '../render/desired.js'
import type { Baseline } from '../render/roles/baseline.js'
import type { SealingPorts } from '../sealed/push-generated.js'
import type { SourcePorts } from '../task/ports.js'
import { symlinkClashes } from './plan/symlink-clashes.js'
import { renderMachines, renderToApply } from './render-machines.js'

/** All that one machine is to be. */
export interface DesiredMachine {
  readonly files: readonly DesiredFile[]
  readonly captures: readonly CapturePath[]
  /** Absent for a machine without roles. */
  readonly baseline?: Baseline
  readonly code: readonly DesiredCode[]
  readonly artifacts: readonly ArtifactEntry[]
  /** What makes the wanted code and artifacts the current ones. */
  readonly links: readonly DesiredSymlink[]
}

export interface DesiredFlock {
  readonly of: (machine: string) => DesiredMachine
  readonly secrets: readonly Secret[]
  /** Names of generated values that are not there yet. */
  readonly toMake: (machine: string) => readonly string[]
}

export type DesiredPorts = SealingPorts & SourcePorts

export interface DesiredRequest {
  readonly view: FlockView
  readonly machines: readonly Machine[]
  /** The operation that is going to bring it about: generated values that are not there yet are made. Absent for who only looks. */
  readonly operation?: string
  /** Commits that code had at an earlier time, by machine and name: its branches lead elsewhere now. */
  readonly commitOf?: (machine: string, code: string) => string | undefined
}

/**
 * Everything of all machines, before any is touched: files and roles are rendered, revisions are
 * resolved, once each for the whole run. Throws one InputError with all problems.
 */
export async function resolveDesired(
  ports: DesiredPorts,
  { view, machines, operation, commitOf = () => undefined }: DesiredRequest,
): Promise<DesiredFlock> {
  const desired = await settle(() =>
    operation === undefined
      ? renderMachines(ports, view, machines)
      : renderToApply(ports, view, { machines, operation }),
  )
  const parts = await Promise.all(
    machines.map((machine) => settle(() => resolveParts(ports, { view, machine, commitOf }))),
  )
  const byName = new Map(machines.map(({ name }, at) => [name, parts[at]?.value]))
  const clashes = machines.flatMap(({ name }) =>
    symlinkClashes(desired.value?.of(name).files ?? [], byName.get(name)?.links ?? []),
  )
  throwIfInvalid(uniqueProblems([...[desired, ...parts].flatMap(({ problems }) => problems), ...clashes]))
  return {
    secrets: desired.value?.secrets ?? [],
    toMake: (name) => desired.value?.toMake(name) ?? [],
    of: (name) => ({
      ...nothing,
      ...(desired.value?.of(name) ?? {}),
      ...(byName.get(name) ?? {}),
    }),
  }
}

const nothing: DesiredMachine = { files: [], captures: [], code: [], artifacts: [], links: [] }

interface OneMachine extends Required<Pick<DesiredRequest, 'commitOf'>> {
  readonly view: FlockView
  readonly machine: Machine
}

type Parts = Pick<DesiredMachine, 'code' | 'artifacts' | 'links'>

async function resolveParts(ports: CodePorts, { view, machine, commitOf }: OneMachine): Promise<Parts> {
  const { snapshot } = view
  const { artifacts } = machine
  const pinned = machine.code.map((entry) => {
    const revision = commitOf(machine.name, entry.name)
    return revision === undefined ? entry : { ...entry, revision }
  })
  const code = await settle(() => resolveCode(ports, pinned))
  throwIfInvalid([...code.problems, ...artifactProblems(artifacts, snapshot.tree)])
  const desired = code.value ?? []
  return {
    code: desired,
    artifacts,
    links: [...desired.map(codeLink), ...artifacts.map(artifactLink)],
  }
}

function codeLink({ entry, commit }: DesiredCode): DesiredSymlink {
  const { link, label } = releaseOf(entry, commit)
  return { ...link, kind: 'code', name: entry.name, label, after: entry.after, from: { file: flockFile } }
}

function artifactLink(entry: ArtifactEntry): DesiredSymlink {
  const { path, label } = artifactPlace(entry)
  return {
    path: entry.path,
    to: path,
    kind: 'artifact',
    name: entry.name,
    label,
    after: entry.after,
    from: { file: flockFile },
  }
}

interface Settled<T> {
  readonly value?: T
  readonly problems: readonly Problem[]
}

/** Problems of the input are gathered; every other error is thrown. */
async function settle<T>(work: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await work(), problems: [] }
  } catch (error) {
    if (error instanceof InputError) return { problems: error.problems }
    throw error
  }
}
