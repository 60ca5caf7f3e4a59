import type { OutcomeKind } from '../../base/outcome.js'

/** How text is set off at a terminal. Front doors choose; renderers only say what is meant. */
export interface Paint {
  readonly good: (text: string) => string
  readonly changed: (text: string) => string
  readonly bad: (text: string) => string
  readonly dim: (text: string) => string
  readonly strong: (text: string) => string
}

const same = (text: string): string => text

/** No colours: files, pipes and logs. */
export const plainPaint: Paint = { good: same, changed: same, bad: same, dim: same, strong: same }

/** The colour of an outcome. */
export function paintKind(kind: OutcomeKind, paint: Paint): (text: string) => string {
  if (kind === 'ok') return paint.good
  if (kind === 'changed') return paint.changed
  if (kind === 'skipped') return paint.dim
  return paint.bad
}
