import type { DroverError } from '../../base/errors.js'
import type { PackageChange, UpdateFacts } from '../../base/outcome-data.js'
import { countOf } from '../../base/text/count-of.js'
import { concludeChecks, type FailedCheck } from '../../checks/plan/failed-checks.js'
import type { TaskOutcome } from '../../task/task.js'
import type { UpdateReport } from '../commands/read-update.js'

/** As many as fit into one line; all of them are in `data`. */
const shownNames = 5

export interface AfterUpdate {
  readonly failedChecks: readonly FailedCheck[]
  readonly isRebooted: boolean
  /** Why the reboot or the checks could not be done. */
  readonly trouble?: DroverError
}

/** Pure: what a dry run found, as an outcome. */
export function planOfUpdate(report: UpdateReport): TaskOutcome {
  const facts = factsOf(report, undefined)
  const data = { kind: 'update', ...facts } as const
  if (report.failed !== undefined) return failedUpdate(report, facts)
  const { would } = report
  const left = tellLeft(report)
  if (would.length === 0)
    return { kind: 'ok', reason: 'already-so', message: `nothing to upgrade${left}`, data }
  return { kind: 'ok', reason: 'planned', message: `would upgrade ${tellPackages(would)}${left}`, data }
}

/** Pure: what an update did and how the machine is after it, as an outcome. */
export function concludeUpdate(report: UpdateReport, after: AfterUpdate): TaskOutcome {
  const facts = factsOf(report, after)
  const told = { data: { kind: 'update', ...facts }, event: facts } as const
  if (report.failed !== undefined) return failedUpdate(report, facts)
  const did = tellDone(report, after)
  const fault = faultOf(after)
  if (fault !== undefined) {
    const message = `${did || 'nothing to upgrade'}; ${fault.message}`
    return { kind: 'failed', ...fault, message, ...told }
  }
  const more = `${tellLeft(report)}${tellReboot(report, after)}`
  if (did === '') {
    return { kind: 'ok', reason: 'already-so', message: `nothing to upgrade${more}`, ...told }
  }
  return { kind: 'changed', reason: 'done', message: `${did}${more}`, ...told }
}

function faultOf({
  failedChecks,
  trouble,
}: AfterUpdate): Pick<TaskOutcome, 'reason' | 'message' | 'hint'> | undefined {
  if (trouble !== undefined) {
    const { reason, message, hint } = trouble
    return { reason, message: `then ${message}`, ...(hint === undefined ? {} : { hint }) }
  }
  return concludeChecks(failedChecks, 'updated')
}

function failedUpdate(report: UpdateReport, facts: UpdateFacts): TaskOutcome {
  const did = report.changed.length === 0 ? '' : `, after ${tellPackages(report.changed)}`
  return {
    kind: 'failed',
    reason: 'command-failed',
    message: `the update failed${did}: ${report.failed}`,
    hint: 'Mend what the line names (a source that does not answer, a full disk, a package whose script fails) and run the operation again: it repairs first what is half done.',
    data: { kind: 'update', ...facts },
    event: facts,
  }
}

function factsOf(report: UpdateReport, after: AfterUpdate | undefined): UpdateFacts {
  const { would, changed, left, repaired, needsReboot } = report
  return {
    ...(after === undefined ? { would } : {}),
    packages: changed,
    left,
    repaired,
    needsReboot: needsReboot !== undefined && after?.isRebooted !== true,
    ...(after === undefined
      ? {}
      : { rebooted: after.isRebooted, failedChecks: after.failedChecks.map(({ check }) => check) }),
  }
}

function tellDone({ changed, repaired }: UpdateReport, { isRebooted }: AfterUpdate): string {
  return [
    ...(changed.length === 0 ? [] : [`upgraded ${tellPackages(changed)}`]),
    ...(repaired.length === 0 ? [] : [`repaired ${tellNames(repaired)}`]),
    ...(isRebooted ? ['rebooted'] : []),
  ].join(', ')
}

function tellLeft({ left }: UpdateReport): string {
  return left.length === 0
    ? ''
    : `; left as they are: ${tellNames(left.map(({ name, why }) => `${name} (${why})`))}`
}

function tellReboot({ needsReboot }: UpdateReport, { isRebooted }: AfterUpdate): string {
  if (needsReboot === undefined || isRebooted) return ''
  return `; needs a reboot${needsReboot === '' ? '' : `: ${needsReboot}`}`
}

function tellPackages(packages: readonly PackageChange[]): string {
  const names = tellNames(packages.map(({ name }) => name))
  return `${countOf(packages.length, 'package')}: ${names}`
}

function tellNames(names: readonly string[]): string {
  const shown = names.slice(0, shownNames).join(', ')
  return names.length > shownNames ? `${shown} and ${names.length - shownNames} more` : shown
}
