import type { Finding, FindingsData } from '../report/result-data.js'

/** `data` of the operations about a folder; `next` is what is left for the person. */
export function findingsData(findings: readonly Finding[], next: readonly string[] = []): FindingsData {
  return { kind: 'findings', findings, next }
}
