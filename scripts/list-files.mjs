import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

/** Paths of this repository as `git ls-files` gives them, without those that were just deleted. */
export function listFiles(...options) {
  const text = execFileSync('git', ['-C', root, 'ls-files', '-z', ...options], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  return [...new Set(text.split('\0'))].filter((path) => path !== '' && existsSync(join(root, path)))
}
