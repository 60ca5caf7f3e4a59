import { countOf } from '../../base/count-of.js'
import type { DroverError } from '../../base/errors.js'
import type { JsonObject } from '../../base/json.js'
import { concludeChecks, type FailedCheck } from '../../checks/plan/failed-checks.js'
import type { TaskOutcome } from '../../task/task.js'
import type { PackageChange, UpdateReport } from '../commands/read-update.js'

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
  const data = dataOf(report, undefined)
  if (report.failed !== undefined) return failedUpdate(report, data)
  const { would } = report
  const left = tellLeft(report)
  if (would.length === 0)
    return { kind: 'ok', reason: 'already-so', message: `nothing to upgrade${left}`, data }
  return { kind: 'ok', reason: 'planned', message: `would upgrade ${tellPackages(would)}${left}`, data }
}

/** Pure: what an update did and how the machine is after it, as an outcome. */
export function concludeUpdate(report: UpdateReport, after: AfterUpdate): TaskOutcome {
  const data = dataOf(report, after)
  if (report.failed !== undefined) return failedUpdate(report, data)
  const did = tellDone(report, after)
  const fault = faultOf(after)
  if (fault !== undefined) {
    const message = `${did || 'nothing to upgrade'}; ${fault.message}`
    return { kind: 'failed', ...fault, message, data, event: data }
  }
  const more = `${tellLeft(report)}${tellReboot(report, after)}`
  if (did === '') {
    return { kind: 'ok', reason: 'already-so', message: `nothing to upgrade${more}`, data, event: data }
  }
  return { kind: 'changed', reason: 'done', message: `${did}${more}`, data, event: data }
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

function failedUpdate(report: UpdateReport, data: JsonObject): TaskOutcome {
  const did = report.changed.length === 0 ? '' : `, after ${tellPackages(report.changed)}`
  return {
    kind: 'failed',
    reason: 'command-failed',
    message: `the update failed${did}: ${report.failed}`,
    hint: 'Mend what the line names (a source that does not answer, a full disk, a package whose script fails) and run the operation again: it repairs first what is half done.',
    data,
    event: data,
  }
}

function dataOf(report: UpdateReport, after: AfterUpdate | undefined): JsonObject {
  const { would, changed, left, repaired, needsReboot } = report
  return {
    ...(after === undefined ? { would: would.map((one) => ({ ...one })) } : {}),
    packages: changed.map((one) => ({ ...one })),
    left: left.map((one) => ({ ...one })),
    repaired: [...repaired],
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
