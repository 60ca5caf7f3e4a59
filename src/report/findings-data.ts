import type { Json } from '../base/json.js'
import { isObject, text } from './outcome-data.js'

/** One line of `init`, `workflows` and `doctor`. */
export interface FindingLine {
  readonly state: 'ok' | 'changed' | 'note' | 'problem'
  readonly about: string
  readonly message: string
  readonly hint?: string
  readonly detail?: string
}

export interface Findings {
  readonly findings: readonly FindingLine[]
  /** What is left for the person. */
  readonly next: readonly string[]
}

export function parseFindings(data: Json | undefined): Findings | undefined {
  if (!isObject(data) || !Array.isArray(data.findings)) return undefined
  const findings = data.findings.filter(isObject).map((finding) => ({
    state: findingStates.find((state) => state === finding.state) ?? 'problem',
    about: text(finding.about),
    message: text(finding.message),
    ...(typeof finding.hint === 'string' && { hint: finding.hint }),
    ...(typeof finding.detail === 'string' && { detail: finding.detail }),
  }))
  return { findings, next: Array.isArray(data.next) ? data.next.map(text) : [] }
}

const findingStates = ['ok', 'changed', 'note', 'problem'] as const
