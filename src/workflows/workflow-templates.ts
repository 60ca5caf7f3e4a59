import type { Tree } from '../base/tree.js'

/** One workflow of an ops repository: its template, and the file as it is now. */
export interface WorkflowFile {
  /** `.github/workflows/NAME.yml`. */
  readonly path: string
  readonly template: string
  /** The template in the version that the files use now, if that is another version and available. */
  readonly base?: string
  /** Absent when there is no such file. */
  readonly found?: string
}

/** The branches of an ops repository, of which each has workflows of its own. */
export type BranchKind = 'main' | 'config'

export const templatesFolder = 'workflows-templates'
const workflowsFolder = '.github/workflows'

/** Adds to the files their templates in the version that is in use, as far as these exist. */
export function withBases(
  files: readonly WorkflowFile[],
  { kind, templates }: { readonly kind: BranchKind; readonly templates: Tree },
): readonly WorkflowFile[] {
  return files.map((file) => {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1)
    const base = templates.get(`${templatesFolder}/${kind}/${name}`)?.bytes.toString('utf8')
    return base === undefined ? file : { ...file, base }
  })
}

/** The templates for one branch, each with the file that the branch has now. */
export function workflowFiles(
  kind: BranchKind,
  { templates, branch }: { readonly templates: Tree; readonly branch: Tree },
): readonly WorkflowFile[] {
  const prefix = `${templatesFolder}/${kind}/`
  return [...templates].flatMap(([path, { bytes }]): WorkflowFile[] => {
    const name = path.slice(prefix.length)
    if (!path.startsWith(prefix) || !/^[^/]+\.ya?ml$/.test(name)) return []
    const file = `${workflowsFolder}/${name}`
    const found = branch.get(file)?.bytes.toString('utf8')
    return [{ path: file, template: bytes.toString('utf8'), ...(found !== undefined && { found }) }]
  })
}
