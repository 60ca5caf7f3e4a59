import type { LogEvent } from '../../events/log-event.js'
import type { GitHub, WorkflowRun } from '../../github/github.js'
import type { HistoryEvent, RunAtGitHub } from '../../report/result-data.js'

/** What GitHub knows of a run. GitHub forgets runs; the ledger does not. */
export type KnownRun =
  | { readonly state: 'known'; readonly run: WorkflowRun }
  | { readonly state: 'expired' }
  /** Too many had to be asked for one by one. */
  | { readonly state: 'not-asked' }

/** Up to so many runs are asked for one by one: fewer calls than the pages of all runs of their time. */
const fewRuns = 10
/** Of those that the pages did not show. */
const maxSingle = 20
const dayMs = 86_400_000

/** By run id; runs at a shell, and those of other repositories, are left out. */
export async function findKnownRuns(
  github: GitHub,
  events: readonly LogEvent[],
): Promise<ReadonlyMap<string, KnownRun>> {
  const asked = events.filter((event) => isOfRepository(event, github.repository))
  const ids = [...new Set(asked.map(({ run_id }) => run_id))]
  const known = new Map<string, KnownRun>()
  if (ids.length > fewRuns) {
    for (const run of await github.listRuns(periodOf(asked))) known.set(run.id, { state: 'known', run })
  }
  const missing = ids.filter((id) => !known.has(id))
  for (const id of missing.slice(maxSingle)) known.set(id, { state: 'not-asked' })
  // One after another, as GitHub asks for ("Best practices for using the REST API").
  for (const id of missing.slice(0, maxSingle)) {
    const run = await github.findRun(id)
    known.set(id, run === undefined ? { state: 'expired' } : { state: 'known', run })
  }
  return new Map(ids.flatMap((id) => [[id, known.get(id) ?? { state: 'not-asked' }] as const]))
}

/** The events with what is known of their runs under `github`: null for a run that is none of the repository's. */
export function joinRuns(
  events: readonly LogEvent[],
  {
    known,
    clean,
  }: { readonly known: ReadonlyMap<string, KnownRun>; readonly clean: (text: string) => string },
): readonly HistoryEvent[] {
  return events.map((event) => {
    const found = known.get(event.run_id)
    return { ...event, github: found === undefined ? null : toData(found, clean) }
  })
}

function toData(found: KnownRun, clean: (text: string) => string): RunAtGitHub {
  if (found.state !== 'known') return { state: found.state }
  const { workflow, title, event, conclusion, url, durationMs } = found.run
  return {
    state: 'known',
    workflow: clean(workflow),
    title: clean(title),
    event: clean(event),
    conclusion: clean(conclusion),
    url: clean(url),
    duration_ms: durationMs ?? null,
  }
}

/** The page of a run says whose it is: a branch may have been written from workflows of several repositories. */
function isOfRepository({ run_id, run_url }: LogEvent, repository: string): boolean {
  if (!/^\d{1,15}$/.test(run_id)) return false
  return run_url === undefined || run_url.toLowerCase().includes(`/${repository.toLowerCase()}/actions/runs/`)
}

/** A run begins before what it does; a day before, when it waited for approval or for a runner. */
function periodOf(events: readonly LogEvent[]): { readonly from: string; readonly to: string } {
  const times = events.map(({ time }) => Date.parse(time)).filter((time) => !Number.isNaN(time))
  // Not Math.min(...times): there may be more events than a call takes arguments.
  const first = times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY)
  const last = times.reduce((most, time) => Math.max(most, time), 0)
  const from = Number.isFinite(first) ? Math.max(0, first - dayMs) : 0
  return { from: toSeconds(from), to: toSeconds(last + 3_600_000) }
}

function toSeconds(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}
