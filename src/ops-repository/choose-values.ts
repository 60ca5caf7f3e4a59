import type { Problem } from '../base/errors.js'
import { githubName } from '../workflows/github-name.js'
import { parseToolkit, refPattern, repositoryPattern, type SlotValues } from '../workflows/workflow-values.js'
import type { ObservedFolder } from './observe-folder.js'

/** What the operations about a folder are asked with. */
export interface FolderRequest {
  readonly selectors: readonly string[]
  readonly toolkit?: string | undefined
  /** `OWNER/NAME` on GitHub. */
  readonly repository?: string | undefined
  readonly defaultBranch?: string | undefined
  /** Of the flock. */
  readonly name?: string | undefined
}

/** What the flags say, else what the repository itself says; a value is absent when neither does. */
export function knownValues(
  request: FolderRequest,
  { look, found, branches, checkout }: ObservedFolder,
): Partial<SlotValues> {
  const asked = parseToolkit(request.toolkit ?? '')
  const origin = githubName(look.origin ?? '')
  // The config branch names the repository in full; on main a workflow names its neighbour by a path.
  const repository = request.repository ?? origin ?? found.repository
  return {
    ...(found.toolkit !== undefined && { toolkit: found.toolkit }),
    ...(found.toolkitRef !== undefined && { toolkitRef: found.toolkitRef }),
    ...asked,
    ...(repository !== undefined && { repository }),
    defaultBranch: branches.main.name,
    branch: checkout.branch,
  }
}

/** Everything wrong with the form of what was asked for. */
export function flagProblems(request: FolderRequest): readonly Problem[] {
  const { toolkit, repository, defaultBranch, name } = request
  return [
    ...(toolkit === undefined || parseToolkit(toolkit) ? [] : [wrong('toolkit', toolkit)]),
    ...(repository === undefined || repositoryPattern.test(repository)
      ? []
      : [wrong('repository', repository)]),
    ...(defaultBranch === undefined || refPattern.test(defaultBranch)
      ? []
      : [wrong('default-branch', defaultBranch)]),
    ...(name === undefined || flockName.test(name) ? [] : [wrong('name', name)]),
  ]
}

/** One for each value that is not known, all at once. */
export function missingValues(values: Partial<SlotValues>): readonly Problem[] {
  return (['toolkit', 'repository'] as const)
    .filter((slot) => values[slot] === undefined)
    .map((slot) => ({
      reason: 'invalid-argument' as const,
      message: `--${slot}: is not given, and the files do not say it`,
      hint: `give --${slot} ${forms[slot]}`,
    }))
}

/** All of them are there. */
export function hasAll(values: Partial<SlotValues>): values is SlotValues {
  return missingValues(values).length === 0
}

/** As `flock.yml` takes it. */
export const flockName = /^[a-z][a-z0-9-]{0,30}$/

const forms = {
  toolkit: 'OWNER/REPO@REF, a commit or tag of the toolkit',
  repository: 'OWNER/NAME, the ops repository on GitHub',
  'default-branch': 'NAME, the name of a branch',
  name: 'FLOCK, 1 to 31 of a-z, 0-9 and "-" that start with a letter',
} as const

function wrong(flag: keyof typeof forms, value: string): Problem {
  return {
    reason: 'invalid-argument',
    message: `--${flag}: "${value}" is not understood`,
    hint: `give --${flag} ${forms[flag]}`,
  }
}
