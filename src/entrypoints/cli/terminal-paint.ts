import pc from 'picocolors'
import type { Paint } from '../../report/text/paint.js'
import type { OutputStream } from './terminal.js'

/** Colours for this stream: only at a terminal, and not when NO_COLOR is set (https://no-color.org) or the terminal is dumb. */
export function paintFor(stream: OutputStream, env: NodeJS.ProcessEnv): Paint {
  const noColor = (env.NO_COLOR ?? '') !== ''
  const colors = pc.createColors(stream.isTTY === true && !noColor && env.TERM !== 'dumb')
  return {
    good: colors.green,
    changed: colors.yellow,
    bad: colors.red,
    dim: colors.dim,
    strong: colors.bold,
  }
}
