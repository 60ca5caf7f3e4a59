import { DroverError } from '../../base/errors.js'
import { kindOfFailure } from '../../base/failure.js'
import type { Outcome } from '../../base/outcome.js'
import type { LogEvent } from '../../events/log-event.js'
import type { LedgerRecord } from '../../events/record.js'
import { outcomeOfEvent, recordOf } from '../../events/record-of.js'
import {
  type Accounted,
  type Accounting,
  account,
  type Entry,
  type JobResult,
  jobResults,
} from '../../rollout/account.js'
import type { BranchPorts, GitHubPorts, RecordPorts, ReportPorts, RunPorts } from '../../task/ports.js'
import { newRecordId } from '../../task/record-id.js'
import { makeRecorder } from '../../task/recorder.js'
import { type ResultDraft, wholeOperation } from '../operation.js'
import { operationOfJobs } from '../operation-of-jobs.js'
import type { RecordRequest } from './definition.js'
import { deploymentAsked, leaveDeployment } from './deployment.js'

/** Mostly a run is of today. A job may wait a month for a review, and be run again after a month. */
const daysBack = [2, 36] as const
const dayMs = 86_400_000

type Known = Entry & { readonly event: LogEvent }

type RecordingPorts = BranchPorts & RecordPorts & GitHubPorts & ReportPorts & RunPorts

/**
 * Accounts for a run: what the log has of it is held against the machines of its plan. A machine
 * whose job left no word gets a record that says so, so that the branch is not silent about it.
 */
export const record = wholeOperation<RecordRequest>(async (ports: RecordingPorts, request) => {
  const { name: operation, effect } = operationOfJobs(request)
  const resultOf = requireResults(request)
  const environment = deploymentAsked(request)
  if (effect === 'reads' || request.dryRun) return nothingToRecord(`${operation} leaves no records`)
  if (request.selectors.length === 0) return nothingToRecord('no machine was planned')
  const { commit } = await ports.ledger.read()
  const accounted = await accountFor(ports, { machines: request.selectors, resultOf })
  const outcomes = accounted.map((one) => toOutcome(one, operation))
  const recorder = makeRecorder(ports)
  for (const [index, one] of accounted.entries()) {
    const outcome = outcomes[index]
    if (one.kind === 'silent' && outcome !== undefined)
      recorder.add(toRecord(outcome, { ports, config: commit }))
  }
  const end = await recorder.close()
  const whole: ResultDraft = { outcomes, data: { kind: 'accounted', for: operation, config: commit }, ...end }
  if (environment === undefined) return whole
  const deployed = configOf(accounted) ?? commit
  const failure = await leaveDeployment(ports, { environment, operation, commit: deployed, outcomes })
  return withFailure(ports, { end: whole, failure })
})

/** What the job that ended last worked from: Drover's own records move the branch while jobs are at work. */
function configOf(accounted: readonly Accounted<Known>[]): string | undefined {
  const events = accounted.flatMap((one) => (one.kind === 'told' ? [one.entry.event] : []))
  return events.sort((a, b) => (a.time < b.time ? 1 : -1))[0]?.config
}

/** A record that could not be pushed matters more than a deployment that is not there. */
function withFailure(
  { reporter, clean }: ReportPorts,
  { end, failure }: { readonly end: ResultDraft; readonly failure: DroverError | undefined },
): ResultDraft {
  if (failure === undefined) return end
  if (end.failure === undefined) return { ...end, failure }
  reporter.report({ kind: 'notice', level: 'warning', message: clean(failure.message) })
  return end
}

function nothingToRecord(message: string): ResultDraft {
  return { message: `nothing to record: ${message}` }
}

/** One result for all jobs, or two: of the canaries, which are the first of the machines, and of the others. */
function requireResults({
  jobResult: given = [],
  selectors,
  canary = 0,
}: RecordRequest): (machine: string) => JobResult {
  const [first, last = first, ...more] = given.map((text) => jobResults.find((result) => result === text))
  if (first === undefined || last === undefined || more.length > 0) {
    throw new DroverError(`job-result: "${given.join(' ')}" is not how jobs end`, {
      reason: 'invalid-argument',
      hint: `Give what GitHub says in needs.JOB.result: one of ${jobResults.join(', ')}; for canaries and others, two.`,
    })
  }
  const canaries = new Set(selectors.slice(0, canary))
  return (machine) => (canaries.has(machine) ? first : last)
}

type Asked = Pick<Accounting<Known>, 'machines' | 'resultOf'>

/** Reads further back only for machines that the last days say nothing of. */
async function accountFor(ports: RecordingPorts, asked: Asked): Promise<readonly Accounted<Known>[]> {
  let accounted: readonly Accounted<Known>[] = []
  for (const days of daysBack) {
    const entries = await readEntries(ports, days)
    accounted = account({ ...asked, entries, attempt: ports.run.attempt })
    if (accounted.every(({ kind }) => kind === 'told')) break
  }
  return accounted
}

async function readEntries({ ledger, run, clock }: RecordingPorts, days: number): Promise<readonly Known[]> {
  const since = new Date(clock.now() - days * dayMs).toISOString().slice(0, 10)
  const events = await ledger.history({ runId: run.id, since, limit: Number.POSITIVE_INFINITY })
  return events.map((event) => ({
    machine: event.machine,
    attempt: event.run_attempt,
    outcome: event.outcome,
    isNote: event.note ?? false,
    event,
  }))
}

function toOutcome(one: Accounted<Known>, operation: string): Outcome {
  const frame = { machine: one.machine, operation, steps: [], durationMs: 0 } as const
  if (one.kind === 'told') return outcomeOfEvent(one.entry.event)
  if (one.kind === 'untouched') {
    return { ...frame, kind: kindOfFailure('not-touched'), reason: 'not-touched', message: one.message }
  }
  const { reason, message } = one
  return {
    ...frame,
    kind: kindOfFailure(reason),
    reason,
    message,
    hint: `Look at the log of its job, then run "${operation}" again: it looks at the machine first.`,
  }
}

interface Recording {
  readonly ports: RunPorts
  readonly config: string
}

function toRecord(outcome: Outcome, { ports, config }: Recording): LedgerRecord {
  return recordOf(outcome, {
    id: newRecordId(ports, outcome),
    run: ports.run,
    time: new Date(ports.clock.now()).toISOString(),
    config,
  })
}
