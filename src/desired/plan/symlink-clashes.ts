import type { Problem } from '../../base/errors.js'
import type { DesiredFile, DesiredSymlink } from '../../render/desired.js'

/**
 * Files that cannot be where a manifest wants them, because code or an artifact is there. One below the
 * path of code is no clash: it goes into the release.
 */
export function symlinkClashes(
  files: readonly DesiredFile[],
  links: readonly DesiredSymlink[],
): readonly Problem[] {
  return files.flatMap(({ destination, from }) =>
    links.flatMap(({ path, kind, name }): readonly Problem[] => {
      const what = `${kind} "${name}"`
      const clash = (why: string, hint: string): readonly Problem[] => [
        { reason: 'invalid-manifest', message: `${from.file}: "${destination}" ${why}`, at: from, hint },
      ]
      if (destination === path) {
        return clash(`is the path of ${what}`, 'choose another destination, or another "path" in flock.yml')
      }
      if (path.startsWith(`${destination}/`)) {
        return clash(`must stay a folder: ${what} is below it`, 'choose another destination')
      }
      const own = ['.releases', '.shared'].map((end) => `${path}${end}`)
      if (
        kind === 'code' &&
        own.some((folder) => destination === folder || destination.startsWith(`${folder}/`))
      ) {
        return clash(`is where Drover keeps ${what}`, `write a path below ${path} instead`)
      }
      if (kind === 'artifact' && destination.startsWith(`${path}/`)) {
        return clash(`is below ${what}, which is a file`, 'choose another destination')
      }
      return []
    }),
  )
}
