import type * as Core from '@actions/core'
import { cutCharacters, githubLimits } from '../../report/github/github-limits.js'
import type { Annotation } from './annotations.js'
import type { LogPort } from './log.js'
import { lightRunner, type Runner } from './runner.js'

export type CoreRunner = Runner & LogPort & { readonly mask: (value: string) => void }

/** The runner through @actions/core. Annotations past GitHub's limit become plain lines: the runner drops them without a word. */
export function coreRunner(core: typeof Core, env: NodeJS.ProcessEnv): CoreRunner {
  const max: number = githubLimits.annotationsPerLevel
  const left = { error: max, warning: max }
  const annotate = ({ level, title, message, at }: Annotation): void => {
    if (left[level] === 0) {
      for (const line of message.split('\n')) core.info(`${level}: ${line}`)
      return
    }
    left[level] -= 1
    core[level](message, {
      title,
      ...(at !== undefined && { file: at.file }),
      ...(at?.line !== undefined && { startLine: at.line }),
      ...(at?.column !== undefined && { startColumn: at.column }),
    })
  }
  const masked = new Set<string>()
  return {
    annotate,
    // Without the runner's files (a step tried at a shell) core throws or prints obsolete commands.
    setOutput: (name, value) => {
      if (env.GITHUB_OUTPUT) core.setOutput(name, value)
    },
    appendSummary: lightRunner(env, () => undefined).appendSummary,
    mask: (value) => {
      if (!masked.has(value)) core.setSecret(value)
      masked.add(value)
    },
    line: (text) => core.info(text),
    openGroup: (title) => core.startGroup(title),
    closeGroup: () => core.endGroup(),
    warn: (message) =>
      annotate({
        level: 'warning',
        title: 'drover',
        message: cutCharacters(message, githubLimits.annotationCharacters),
      }),
    nowMs: () => performance.now(),
  }
}
