import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** A copy of this repository, in which an exercise may change what it likes. */
export interface TreeCopy {
  readonly path: string
  /** Writes a file that is not there yet. */
  add(path: string, text: string): void
  /** Replaces the only place where `from` stands. */
  edit(path: string, change: { readonly from: string; readonly to: string }): void
  /** Files that are not as they were copied. */
  changes(): { readonly edited: readonly string[]; readonly added: readonly string[] }
  /** Runs a program of the copy with Node. */
  node(args: readonly string[], cwd?: string): { readonly code: number | null; readonly text: string }
  remove(): void
}

/** Without `dist/`: an exercise runs the sources. */
export function copyTree(): TreeCopy {
  const path = mkdtempSync(join(tmpdir(), 'drover-tree-'))
  const files = gitIn(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard', ':!dist')
  for (const file of files.split('\0').filter(Boolean)) copy(file, path)
  gitIn(path, 'init', '--quiet')
  gitIn(path, 'add', '--all')
  // Behind the commit: `.gitignore` names the folder, and a symlink is none.
  gitIn(path, '-c', 'user.name=ann', '-c', 'user.email=ann@example.org', 'commit', '--quiet', '-m', 'copy')
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'))
  writeFileSync(join(path, '.git/info/exclude'), 'node_modules\n')
  const marked = (mark: RegExp): readonly string[] =>
    gitIn(path, 'status', '--porcelain', '--untracked-files=all')
      .split('\n')
      .filter((line) => mark.test(line))
      .map((line) => line.slice(3))
  return {
    path,
    add: (file, text) => {
      mkdirSync(dirname(join(path, file)), { recursive: true })
      writeFileSync(join(path, file), text, { flag: 'wx' })
    },
    edit: (file, { from, to }) => {
      const parts = readFileSync(join(path, file), 'utf8').split(from)
      if (parts.length !== 2) throw new Error(`${file}: "${from}" stands there ${parts.length - 1} times`)
      writeFileSync(join(path, file), parts.join(to))
    },
    changes: () => ({ edited: marked(/^ M /), added: marked(/^\?\? /) }),
    node: (args, cwd = path) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
      return { code: status, text: `${stdout}${stderr}` }
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

function copy(file: string, to: string): void {
  try {
    cpSync(join(root, file), join(to, file), { verbatimSymlinks: true })
  } catch (error) {
    // Deleted here and not committed yet.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

function gitIn(folder: string, ...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  return execFileSync('git', ['-C', folder, ...args], { env, encoding: 'utf8', maxBuffer: 2 ** 28 })
}
