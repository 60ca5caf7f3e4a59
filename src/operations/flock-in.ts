import { DroverError } from '../base/errors.js'
import type { Tree } from '../base/tree.js'
import type { Flock } from '../flock/flock.js'
import { parseFlock } from '../flock/parse-flock.js'

export const flockFile = 'flock.yml'

/** The toolkit's own, the weakest layer of every flock. */
const toolkitFile = 'config/flock.yml'

/** The flock of a config branch, on top of what the toolkit gives every flock. Throws `invalid-flock`. */
export function flockIn(config: Tree, toolkit: Tree): Flock {
  const file = config.get(flockFile)
  if (file === undefined) {
    throw new DroverError(`${flockFile}: the config branch has no such file`, {
      reason: 'invalid-flock',
      hint: `Ensure that ${flockFile} is at the top of the branch and committed.`,
      at: { file: flockFile },
    })
  }
  const weakest = toolkit.get(toolkitFile)
  return parseFlock({
    text: file.bytes.toString('utf8'),
    file: flockFile,
    ...(weakest === undefined
      ? {}
      : { defaults: { text: weakest.bytes.toString('utf8'), file: `toolkit:${toolkitFile}` } }),
  })
}
