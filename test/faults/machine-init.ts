import { existsSync, readFileSync } from 'node:fs'

/** The machine's systemd, below the process that holds its namespaces. */
export function findInit(outer: number): number {
  const waiting = [outer]
  for (let pid = waiting.shift(); pid !== undefined; pid = waiting.shift()) {
    const name = readProc(`/proc/${pid}/comm`).trim()
    if (name === 'systemd') return pid
    waiting.push(...readProc(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number))
  }
  throw new Error('the machine has no systemd')
}

function readProc(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
