import { DroverError } from '../base/errors.js'
import type { Tree } from '../base/tree.js'
import type { Flock } from '../flock/flock.js'
import { parseFlock } from '../flock/parse-flock.js'
import { readToolkit, type ToolkitText } from '../flock/resolve/toolkit-entries.js'

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
  return parseFlock({
    text: file.bytes.toString('utf8'),
    file: flockFile,
    defaults: weakestLayer(toolkit),
  })
}

/** Reads ahead what `flockIn` needs of the toolkit. Throws `invalid-flock`. */
export function readWeakestLayer(toolkit: Tree): void {
  const layer = weakestLayer(toolkit)
  if (layer !== undefined) readToolkit(layer)
}

function weakestLayer(toolkit: Tree): ToolkitText | undefined {
  const text = toolkit.get(toolkitFile)?.bytes.toString('utf8')
  return text === undefined ? undefined : { text, file: `toolkit:${toolkitFile}` }
}
