import type { Tree, TreeFile } from '../../base/tree.js'
import { flockFile } from '../../branch/flock-in.js'
import type { BranchFiles, ObservedFolder } from '../../ops-repository/observe-folder.js'
import type { Finding } from '../../report/result-data.js'
import { compareWorkflows } from '../../workflows/compare-workflows.js'
import { type SlotValues, secretsToPass } from '../../workflows/workflow-values.js'
import { renderReadme } from './render-readme.js'

/** What one branch still needs, and what it has otherwise than its templates. */
export interface BranchPlan {
  readonly branch: BranchFiles
  readonly files: Tree
  readonly message: string
  /** Files that somebody changed: they stay. */
  readonly differing: readonly Finding[]
}

export interface InitPlanInput {
  readonly slots: SlotValues
  /** Name for the flock of the example. */
  readonly flock: string
}

/** Pure: only what is missing is added, so what is right or edited stays, and doing it twice changes nothing. */
export function planInit(
  observed: ObservedFolder,
  { slots, flock, secretNames }: InitPlanInput & { readonly secretNames: Iterable<string> },
): readonly BranchPlan[] {
  const values = { ...slots, secrets: secretsToPass(secretNames) }
  return (['main', 'config'] as const).map((kind) => {
    const branch = observed.branches[kind]
    const compared = compareWorkflows(branch.workflows, values)
    const missing = compared.filter(({ state }) => state === 'missing')
    const workflows = missing.map(({ path, wanted }): [string, TreeFile] => [path, textFile(wanted)])
    const own = kind === 'main' ? readmeOf(branch, values) : exampleOf(observed, flock)
    return {
      branch,
      files: new Map([...own, ...workflows]),
      message: messageFor(kind, branch, own.length > 0),
      differing: compared.filter(({ state }) => state === 'stale' || state === 'edited').map(differing),
    }
  })
}

/** The example flock under the name that was asked for; nothing where there is a flock already. */
export function exampleOf(
  { branches, starter }: Pick<ObservedFolder, 'branches' | 'starter'>,
  flock: string,
): readonly (readonly [string, TreeFile])[] {
  const { tree } = branches.config
  if (tree.has(flockFile)) return []
  return [...starter.example]
    .filter(([path]) => !tree.has(path))
    .map(([path, file]) => [path, path === flockFile ? named(file, flock) : file] as const)
}

function named(file: TreeFile, flock: string): TreeFile {
  return textFile(file.bytes.toString('utf8').replace(/^flock: .*$/m, `flock: ${flock}`))
}

function readmeOf(
  { tree }: BranchFiles,
  values: SlotValues & { readonly secrets: readonly string[] },
): readonly (readonly [string, TreeFile])[] {
  return tree.has('README.md') ? [] : [['README.md', textFile(renderReadme(values))] as const]
}

function messageFor(kind: 'main' | 'config', { commit }: BranchFiles, hasOwn: boolean): string {
  if (kind === 'config' && hasOwn) return 'Begin the config branch: an example flock and its workflows'
  return commit === undefined ? 'The workflows of Drover' : 'Add the workflows of Drover that were missing'
}

function differing({ path, diff }: { readonly path: string; readonly diff?: string }): Finding {
  return {
    state: 'note',
    about: path,
    message: 'differs from its template, and stays as it is',
    hint: 'Run "drover workflows sync" on its branch: it brings secrets and versions up to date and keeps edits.',
    ...(diff !== undefined && { detail: diff }),
  }
}

function textFile(text: string): TreeFile {
  return { mode: '100644', bytes: Buffer.from(text) }
}
