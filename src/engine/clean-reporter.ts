import type { Step, StepLabel } from '../base/outcome.js'
import type { Progress, Reporter } from '../base/reporter.js'

export interface Telling {
  readonly reporter: Reporter
  readonly clean: (text: string) => string
}

/** Whoever tells something through it cannot tell a secret, and gives neither terminal nor runner a command. */
export function cleanReporter({ reporter, clean }: Telling): Reporter {
  return { report: (progress) => reporter.report(cleanProgress(progress, clean)) }
}

function cleanProgress(progress: Progress, clean: Telling['clean']): Progress {
  switch (progress.kind) {
    case 'step':
      return { ...progress, step: cleanLabel(progress.step, clean) }
    case 'step-done':
      return { ...progress, step: cleanStep(progress.step, clean) }
    case 'output':
      return { ...progress, line: clean(progress.line) }
    case 'notice':
      return { ...progress, message: clean(progress.message) }
    // Names are people's own, and the engine has cleaned the outcome.
    case 'started':
    case 'finished':
      return progress
  }
}

function cleanStep(step: Step, clean: Telling['clean']): Step {
  return {
    ...step,
    ...cleanLabel(step, clean),
    ...(step.detail === undefined ? {} : { detail: clean(step.detail) }),
  }
}

function cleanLabel({ kind, text, subject }: StepLabel, clean: Telling['clean']): StepLabel {
  return { kind, text: clean(text), ...(subject === undefined ? {} : { subject: clean(subject) }) }
}
