import type { Finding, FindingsData } from '../report/result-data.js'

/** `data` of the operations about a folder; `next` is what is left for the person. */
export function findingsData(findings: readonly Finding[], next: readonly string[] = []): FindingsData {
  return { kind: 'findings', findings, next }
}

/** `3 workflows`, `1 file`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
