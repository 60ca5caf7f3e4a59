import type { OpsRepository } from '../ops-repository.ts'
import type { ActRan } from './run-act.ts'

/** `MACHINES held` or `MACHINES failed` of each job of a matrix, by machine. */
export function jobsOf({ jobs }: ActRan, id = 'work'): readonly string[] {
  const own = jobs.filter((job) => job.id === id)
  return own.map(({ shard, failed }) => `${shard} ${failed ? 'failed' : 'held'}`).sort()
}

/** `MACHINE | outcome | what happened` of the table that the last job of the run shows. */
export function tableOf({ jobs }: ActRan): readonly string[] {
  const { summary = '' } = jobs.find(({ id }) => id === 'record') ?? {}
  const rows = summary.split('\n').filter((line) => /^\| (?!---|Machine )/.test(line))
  return rows.map((row) => {
    const [, machine = '', outcome = '', , what = ''] = row.split('|').map((cell) => cell.trim())
    return [machine, outcome, what].map(plain).join(' | ')
  })
}

/** `OPERATION MACHINE: OUTCOME` of each commit of a run on the config branch, by machine. */
export function recordsOf(runId: string, { git }: OpsRepository): readonly string[] {
  git('fetch', '--quiet', 'origin')
  const format = '--format=%(trailers:key=Drover-Run,valueonly,separator=)|%s'
  const lines = git('log', format, 'origin/config').split('\n')
  const own = lines.filter((line) => line.startsWith(`${runId}|`)).map((line) => line.slice(runId.length + 1))
  // A machine that is terminated has two records: its final capture, and its end.
  return [...new Set(own)].sort()
}

/** The first line, without links and marks. */
function plain(cell: string): string {
  return cell.replace(/<br>.*|<\/?code>|\*\*/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
}
