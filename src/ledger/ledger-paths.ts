/** True for files that Drover itself writes on the branch: records, captures, log, dashboard. */
export function isLedgerPath(path: string): boolean {
  return path === 'README.md' || path.startsWith('machines/') || path.startsWith('log/')
}
