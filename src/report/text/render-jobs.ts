import { codeSpan, row } from '../github/markdown.js'
import { type JobData, parseJobs } from '../outcome-data.js'
import type { Report } from '../report.js'
import type { Paint } from './paint.js'
import { renderTable } from './text-table.js'

/** The answer of `plan` at a terminal: one row a job, those that go first marked. */
export function renderJobs(report: Report, paint: Paint): readonly string[] {
  const jobs = jobsOf(report)
  if (jobs.length === 0) return []
  const head = ['JOB', 'GOES', 'LOCK', 'MACHINES']
  return renderTable([
    head.map((text) => ({ text, paint: paint.dim })),
    ...jobs.map(({ goes, job }) => [
      { text: job.name, paint: paint.strong },
      { text: goes },
      { text: job.lock },
      { text: job.machines },
    ]),
  ])
}

/** The same for a job summary. */
export function summariseJobs(report: Report): readonly string[] {
  const jobs = jobsOf(report)
  if (jobs.length === 0) return []
  const head = ['Job', 'Goes', 'Machines']
  return [
    row(head),
    row(head.map(() => '---')),
    ...jobs.map(({ goes, job }) =>
      row([codeSpan(job.name), goes, job.machines === '' ? '-' : codeSpan(job.machines)]),
    ),
    '\n',
  ]
}

interface Going {
  readonly goes: 'first' | 'then'
  readonly job: JobData
}

function jobsOf({ operation, data }: Report): readonly Going[] {
  const parsed = operation === 'shard' ? parseJobs(data) : undefined
  if (parsed === undefined) return []
  return [
    ...parsed.canary.map((job): Going => ({ goes: 'first', job })),
    ...parsed.shards.map((job): Going => ({ goes: 'then', job })),
  ]
}
