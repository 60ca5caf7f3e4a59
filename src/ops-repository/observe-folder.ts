import { DroverError, type Problem, throwIfInvalid } from '../base/errors.js'
import type { Tree } from '../base/tree.js'
import { flockFile } from '../branch/flock-in.js'
import { flockSecretNames } from '../flock/secret-names.js'
import type { CheckoutLook, OpsCheckout } from '../ledger/git/ops-checkout.js'
import type { FolderPorts, Starter, ToolkitPorts } from '../task/ports.js'
import { readValues } from '../workflows/read-values.js'
import {
  type BranchKind,
  type WorkflowFile,
  withBases,
  workflowFiles,
} from '../workflows/workflow-templates.js'
import { refPattern, type SlotValues } from '../workflows/workflow-values.js'
import type { FolderRequest } from './choose-values.js'

/** One branch of the ops repository as it is on this computer. */
export interface BranchFiles {
  readonly name: string
  /** Absent where the branch is not begun. */
  readonly commit?: string
  readonly tree: Tree
  /** Its workflows with their templates. */
  readonly workflows: readonly WorkflowFile[]
}

export interface ObservedFolder {
  readonly checkout: OpsCheckout
  readonly look: CheckoutLook
  readonly starter: Starter
  /** The toolkit's own layer. */
  readonly toolkit: Tree
  readonly branches: Readonly<Record<BranchKind, BranchFiles>>
  /** Which of them the folder holds. */
  readonly here: BranchKind
  /** What the workflows there hold. */
  readonly found: Partial<SlotValues>
  /** Every secret that a template names, with the files that name it. */
  readonly secretNames: ReadonlyMap<string, readonly string[]>
}

/** Where the folder is: the first selector, if nothing else is said. */
interface FolderPlace {
  readonly selectors: readonly string[]
  readonly folder?: string | undefined
}

export type RepositoryPorts = FolderPorts & ToolkitPorts

/**
 * The ops repository in the folder of the request. Templates of the version in use, where this clone of the
 * toolkit has it, tell an older file from an edited one. With `folder`, the branch that is checked out is
 * read as it is in the folder, with edits that are not committed. Reads only.
 */
export async function observeFolder(
  ports: RepositoryPorts,
  request: FolderRequest & FolderPlace,
  { from }: { readonly from: 'folder' | 'commits' },
): Promise<ObservedFolder> {
  const checkout = openFolder(ports, request)
  const [starter, toolkit, look] = await Promise.all([readStarter(ports), ports.toolkit(), checkout.look()])
  const folder = from === 'folder' && look.top !== undefined ? await checkout.readFolder() : undefined
  const here: BranchKind = look.head === checkout.branch || folder?.has(flockFile) ? 'config' : 'main'
  const read = async (kind: BranchKind, name: string): Promise<BranchFiles> => {
    // An addition goes on from the branch that is here, whatever the server has.
    const own = from === 'commits' ? look.local.get(name) : undefined
    const commit = look.top === undefined ? undefined : (own ?? (await checkout.newest(name)))
    const committed = async (): Promise<Tree> =>
      commit === undefined ? new Map() : await checkout.read(commit)
    const tree = kind === here && folder !== undefined ? folder : await committed()
    const workflows = workflowFiles(kind, { templates: starter.templates, branch: tree })
    return { name, tree, workflows, ...(commit !== undefined && { commit }) }
  }
  const config = await read('config', checkout.branch)
  const known = request.defaultBranch ?? readValues(config.workflows).defaultBranch
  const defaultBranch = known ?? guessDefaultBranch(look, checkout.branch)
  refuseNames(checkout.branch, defaultBranch)
  const main = await read('main', defaultBranch)
  const found = readValues([...config.workflows, ...main.workflows])
  const based = async (kind: BranchKind, branch: BranchFiles): Promise<BranchFiles> => {
    // Of two branches one may have been moved to another version, and the other not yet.
    const ref = readValues(branch.workflows).toolkitRef ?? found.toolkitRef
    const templates = ref === undefined ? new Map() : await starter.templatesAt(ref)
    return { ...branch, workflows: withBases(branch.workflows, { kind, templates }) }
  }
  return {
    checkout,
    look,
    starter,
    toolkit,
    branches: { config: await based('config', config), main: await based('main', main) },
    here,
    found,
    secretNames: flockSecretNames({ toolkit, config: config.tree }),
  }
}

/** They are written into workflows, where a name is also read as YAML. */
function refuseNames(branch: string, defaultBranch: string): void {
  const wrong = (option: string, name: string): Problem[] =>
    refPattern.test(name)
      ? []
      : [
          {
            reason: 'invalid-argument',
            message: `--${option}: "${name}" cannot be the name of a branch here`,
          },
        ]
  throwIfInvalid([...wrong('branch', branch), ...wrong('default-branch', defaultBranch)])
  if (branch !== defaultBranch) return
  throw new DroverError(`branch: "${branch}" cannot be both the config branch and the default branch`, {
    reason: 'invalid-argument',
    hint: 'Give another --branch or --default-branch: the two hold different files.',
  })
}

function openFolder(ports: FolderPorts, { selectors, folder = selectors[0] }: FolderPlace): OpsCheckout {
  return ports.checkout(folder)
}

async function readStarter(ports: FolderPorts): Promise<Starter> {
  const starter = await ports.starter()
  if (starter.templates.size > 0 && starter.example.size > 0) return starter
  throw new DroverError('workflow templates: the folder of this toolkit has none', {
    reason: 'missing-file',
    hint: 'Use drover from a clone of the toolkit: "workflows-templates" belongs beside "bin".',
  })
}

function guessDefaultBranch({ originHead, local, remote, head }: CheckoutLook, config: string): string {
  if (originHead !== undefined) return originHead
  const usual = ['main', 'master'].find((name) => local.has(name) || remote.has(name))
  return usual ?? (head === undefined || head === config ? 'main' : head)
}
