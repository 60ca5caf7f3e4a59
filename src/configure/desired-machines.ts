import { InputError, type Problem, refuse } from '../base/errors.js'
import type { Secret } from '../base/secret.js'
import type { ArtifactEntry, Machine } from '../flock/flock.js'
import { artifactPlace } from '../artifacts/commands/artifact-place.js'
import { releaseOf } from '../code/commands/release.js'
import type { Baseline } from '../roles/plan/baseline.js'
import type { CapturePath, DesiredFile, DesiredLink } from '../render/desired.js'
import { artifactProblems } from '../artifacts/find-artifact.js'
import { resolveCode, type WantedCode } from '../code/resolve-code.js'
import { renderMachines, renderToApply } from './render-machines.js'
import { flockFile } from '../branch/flock-in.js'
import type { Ports } from '../task/ports.js'
import type { Survey } from '../branch/flock-view.js'
import { linkClashes } from './plan/link-clashes.js'

/** All that one machine is to be. */
export interface WantedMachine {
  readonly files: readonly DesiredFile[]
  readonly captures: readonly CapturePath[]
  /** Absent for a machine without roles. */
  readonly baseline?: Baseline
  readonly code: readonly WantedCode[]
  readonly artifacts: readonly ArtifactEntry[]
  /** What makes the wanted code and artifacts the current ones. */
  readonly links: readonly DesiredLink[]
}

export interface WantedFlock {
  readonly of: (machine: string) => WantedMachine
  readonly secrets: readonly Secret[]
  /** Names of generated values that are not there yet. */
  readonly toMake: (machine: string) => readonly string[]
}

export interface Want {
  readonly survey: Survey
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
export async function wantMachines(
  ports: Ports,
  { survey, machines, operation, commitOf = () => undefined }: Want,
): Promise<WantedFlock> {
  const desired = await settle(() =>
    operation === undefined
      ? renderMachines(ports, survey, machines)
      : renderToApply(ports, survey, { machines, operation }),
  )
  const parts = await Promise.all(
    machines.map((machine) => settle(() => wantParts(ports, { survey, machine, commitOf }))),
  )
  const byName = new Map(machines.map(({ name }, at) => [name, parts[at]?.value]))
  const clashes = machines.flatMap(({ name }) =>
    linkClashes(desired.value?.of(name).files ?? [], byName.get(name)?.links ?? []),
  )
  refuse(once([...[desired, ...parts].flatMap(({ problems }) => problems), ...clashes]))
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

const nothing: WantedMachine = { files: [], captures: [], code: [], artifacts: [], links: [] }

interface OneMachine extends Required<Pick<Want, 'commitOf'>> {
  readonly survey: Survey
  readonly machine: Machine
}

type Parts = Pick<WantedMachine, 'code' | 'artifacts' | 'links'>

async function wantParts(ports: Ports, { survey, machine, commitOf }: OneMachine): Promise<Parts> {
  const { snapshot } = survey
  const { artifacts } = machine
  const pinned = machine.code.map((entry) => {
    const revision = commitOf(machine.name, entry.name)
    return revision === undefined ? entry : { ...entry, revision }
  })
  const code = await settle(() => resolveCode(ports, pinned))
  refuse([...code.problems, ...artifactProblems(artifacts, snapshot.tree)])
  const wanted = code.value ?? []
  return {
    code: wanted,
    artifacts,
    links: [...wanted.map(codeLink), ...artifacts.map(artifactLink)],
  }
}

function codeLink({ entry, commit }: WantedCode): DesiredLink {
  const { link, label } = releaseOf(entry, commit)
  return { ...link, kind: 'code', name: entry.name, label, after: entry.after, from: { file: flockFile } }
}

function artifactLink(entry: ArtifactEntry): DesiredLink {
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

/** Machines of one group have the same problems. */
function once(problems: readonly Problem[]): readonly Problem[] {
  return [
    ...new Map(problems.map((problem) => [JSON.stringify([problem.at, problem.message]), problem])).values(),
  ]
}
