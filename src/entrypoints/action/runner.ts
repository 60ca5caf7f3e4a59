import { appendFileSync } from 'node:fs'
import { renderSummary } from '../../report/github/render-summary.js'
import type { Report } from '../../report/report.js'
import { type Annotation, annotationsOf } from './annotations.js'
import { outputsOf } from './outputs.js'

/** What a step can tell the runner at its end. */
export interface Runner {
  readonly annotate: (annotation: Annotation) => void
  readonly setOutput: (name: string, value: string) => void
  readonly appendSummary: (markdown: string) => void
}

/** Tells the runner how it ended: annotations, outputs, job summary. */
export function conclude(report: Report, runner: Runner): void {
  for (const annotation of annotationsOf(report)) runner.annotate(annotation)
  for (const [name, value] of Object.entries(outputsOf(report))) runner.setOutput(name, value)
  runner.appendSummary(renderSummary(report))
}

/**
 * The runner without @actions/core, whose loading takes longer than all else
 * when the input is refused. Formats: docs.github.com, "Workflow commands".
 */
export function lightRunner(env: NodeJS.ProcessEnv, write: (text: string) => void): Runner {
  const append = (file: string | undefined, text: string): void => {
    if (file !== undefined && file !== '') appendFileSync(file, text)
  }
  return {
    annotate: ({ level, title, message }) => write(`::${level} title=${property(title)}::${data(message)}\n`),
    // All outputs are one line, so they need no delimiter that a value could contain.
    setOutput: (name, value) => append(env.GITHUB_OUTPUT, `${name}=${value}\n`),
    appendSummary: (markdown) => append(env.GITHUB_STEP_SUMMARY, markdown),
  }
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
