import { readdirSync, readFileSync } from 'node:fs'

/** Command lines that name one of these instances. */
export function processesOf(ids: readonly string[]): readonly string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const lines = pids.map((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    } catch {
      return ''
    }
  })
  return lines.filter((line) => ids.some((id) => line.includes(id)))
}
