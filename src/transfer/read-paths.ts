import { type Problem, throwIfInvalid } from '../base/errors.js'
import type { BackupPath } from './commands/backup.js'

/** Paths of machines as a person gives them, checked. Throws an InputError with all that are none. */
export function readBackupPaths(words: readonly string[]): readonly BackupPath[] {
  const paths = words.map((word) => ({ path: word.replace(/\?$/, ''), mayBeMissing: word.endsWith('?') }))
  throwIfInvalid(paths.flatMap(({ path }) => wrongPath('paths', path)))
  return paths
}

/** What keeps a path from being one file or folder of a machine and nothing else. */
export function wrongPath(option: string, path: string): readonly Problem[] {
  const why = whyWrong(path)
  if (why === undefined) return []
  const message = `${option}: ${JSON.stringify(path)} ${why}`
  const hint = 'give the whole path, as in /etc/hosts, without ".", "..", "//" and a "/" at the end'
  return [{ reason: 'invalid-argument', message, hint }]
}

function whyWrong(path: string): string | undefined {
  if (/[\u0000-\u001f\u007f]/.test(path)) return 'holds a control character'
  if (!path.startsWith('/')) return 'is not absolute'
  if (path === '/') return 'is the whole machine'
  const parts = path.slice(1).split('/')
  return parts.some((part) => part === '' || part === '.' || part === '..') ? 'is not normalised' : undefined
}
