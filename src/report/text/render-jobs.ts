import { codeSpan, row } from '../github/markdown.js'
import type { JobData, JobsData } from '../result-data.js'
import type { Paint } from './paint.js'
import { renderTable } from './text-table.js'

/** The answer of `shard` at a terminal: one row a job, those that go first marked. */
export function renderJobs(data: JobsData, paint: Paint): readonly string[] {
  const jobs = jobsOf(data)
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
export function summariseJobs(data: JobsData): readonly string[] {
  const jobs = jobsOf(data)
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

function jobsOf({ canary, shards }: JobsData): readonly Going[] {
  return [
    ...canary.map((job): Going => ({ goes: 'first', job })),
    ...shards.map((job): Going => ({ goes: 'then', job })),
  ]
}
