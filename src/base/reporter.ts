import type { Outcome, Step, StepLabel } from './outcome.js'

/**
 * What the command line and the action are told while work goes on. Whoever reports has already
 * scrubbed and neutralised every text.
 */
export type Progress =
  | { readonly kind: 'started'; readonly machine: string; readonly operation: string }
  | { readonly kind: 'step'; readonly machine: string; readonly step: StepLabel }
  | { readonly kind: 'step-done'; readonly machine: string; readonly step: Step }
  | {
      readonly kind: 'output'
      readonly machine: string
      readonly stream: 'stdout' | 'stderr'
      readonly line: string
    }
  | { readonly kind: 'finished'; readonly machine: string; readonly outcome: Outcome }
  | { readonly kind: 'notice'; readonly level: 'info' | 'warning'; readonly message: string }

export interface Reporter {
  report(progress: Progress): void
}
