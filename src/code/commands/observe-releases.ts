import type { Command } from '../../base/command.js'
import { DroverError } from '../../base/errors.js'
import { programCommand } from '../../programs/program.js'
import { releasesFolder } from './release.js'

/** What is on a machine of one code. */
export interface ObservedReleases {
  /** Paths of the releases that are done. */
  readonly done: readonly string[]
  /** Commits that it has, with all that they build on. */
  readonly have: readonly string[]
}

/** Asks for the releases of the code at each of these paths. */
export function observeReleasesCommand(paths: readonly string[]): Command {
  return programCommand('code/observe-releases.sh', { args: paths.map(releasesFolder) })
}

/** In the order of the paths. Throws `connection-lost` when the answer is not whole; what is no answer of ours is passed over. */
export function parseReleases(answer: string, paths: readonly string[]): readonly ObservedReleases[] {
  const lines = answer.split('\n')
  if (lines.at(-2) !== 'end') {
    throw new DroverError('look at releases: the answer of the machine is not whole', {
      reason: 'connection-lost',
      hint: 'Run the operation again.',
    })
  }
  return paths.map((path, at) => {
    const told = (pattern: RegExp): readonly string[] =>
      lines.flatMap((line) => {
        const [, index, word] = pattern.exec(line) ?? []
        return index === String(at) && word !== undefined ? [word] : []
      })
    return {
      done: told(/^done (\d+) ([0-9a-f]{12}-[0-9a-f]{8})$/).map((name) => `${releasesFolder(path)}/${name}`),
      have: told(/^have (\d+) ([0-9a-f]{40})$/),
    }
  })
}
