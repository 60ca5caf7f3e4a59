import type { Problem } from '../../base/errors.js'
import type { Tree, TreeFile } from '../../base/tree.js'
import type { BaselineFile } from './baseline.js'
import type { Role } from './roles.js'

export function roleFiles({ name, files }: Role): readonly BaselineFile[] {
  return [...files].map(([path, { mode, bytes }]) => ({
    path: `roles/${name}/${path}`,
    mode: mode === '100755' ? 0o755 : 0o644,
    bytes,
  }))
}

export function roleFileProblems({ shownFolder, files }: Role): readonly Problem[] {
  return [...files].flatMap(([path, file]) =>
    problemsOf(path === '' ? shownFolder : `${shownFolder}/${path}`, file),
  )
}

/** The toolkit's Ansible plugins, which report each task to Drover. Plugins of a role are in the role's folder. */
export function pluginFiles(toolkit: Tree): readonly BaselineFile[] {
  return plugins(toolkit).map(([path, { bytes }]) => ({
    path: path.slice('ansible/'.length),
    mode: 0o644,
    bytes,
  }))
}

export function pluginProblems(toolkit: Tree): readonly Problem[] {
  return plugins(toolkit).flatMap(([path, file]) => problemsOf(`toolkit:${path}`, file))
}

function plugins(toolkit: Tree): readonly (readonly [string, TreeFile])[] {
  return [...toolkit].filter(([path]) => path.startsWith('ansible/callback_plugins/'))
}

const maxFileBytes = 1024 * 1024

function problemsOf(file: string, { mode, bytes }: TreeFile): readonly Problem[] {
  const wrong = (what: string, hint: string): readonly Problem[] => [
    { reason: 'invalid-role', message: `${file}: ${what}`, at: { file }, hint },
  ]
  if (mode === '120000') return wrong('is a symbolic link', 'put a copy there')
  if (/[\0-\x1f\x7f]/.test(file)) return wrong('has a control character in its name', 'rename it')
  if (bytes.length > maxFileBytes) {
    return wrong('is larger than 1 MiB', 'let the role fetch it, or make it an artifact in flock.yml')
  }
  return []
}
