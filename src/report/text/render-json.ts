import type { Problem } from '../../base/errors.js'
import type { Json, JsonObject } from '../../base/json.js'
import type { Outcome, Step } from '../../base/outcome.js'
import type { Report } from '../report.js'
import type { ResultData } from '../result-data.js'

export interface JsonOptions {
  /** `names` leaves out steps and data, which may be large; `none` leaves out the machines, too. */
  readonly detail: 'all' | 'names' | 'none'
}

/** The document of `--json` and of the output `result`. Keys are only ever added. */
export function toJsonDocument(report: Report, { detail }: JsonOptions): JsonObject {
  return {
    operation: report.operation,
    outcome: report.kind,
    reason: report.reason,
    message: report.message,
    hint: report.hint ?? null,
    exitCode: report.exitCode,
    durationMs: report.durationMs,
    run: { ...report.run },
    commit: report.commit ?? null,
    detail,
    machines: (detail === 'none' ? [] : report.outcomes).map((outcome) =>
      machineDocument(outcome, { detail }),
    ),
    problems: report.problems.map(problemDocument),
    data: detail === 'all' && report.data !== undefined ? dataDocument(report.data) : null,
  }
}

/**
 * JSON that is safe to print at a terminal: control characters beyond ASCII and
 * those that turn the direction of text are escaped, which JSON itself does not ask for.
 */
export function renderJson(document: Json, indent = 2): string {
  return JSON.stringify(document, undefined, indent).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function machineDocument(outcome: Outcome, { detail }: JsonOptions): JsonObject {
  const { machine, kind, reason, message, hint, at, durationMs, steps, data } = outcome
  return {
    machine,
    outcome: kind,
    reason,
    message,
    hint: hint ?? null,
    at: at === undefined ? null : { ...at },
    durationMs,
    ...(detail === 'all' && { steps: steps.map(stepDocument), data: data ?? null }),
  }
}

/** The events of `history` are the whole answer; the others say what they are under `kind`. */
function dataDocument(data: ResultData): Json {
  return data.kind === 'events' ? data.events.map((event) => ({ ...event })) : data
}

function stepDocument({ text, kind, status, durationMs, detail }: Step): JsonObject {
  return {
    name: text,
    kind,
    status,
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(detail === undefined ? {} : { detail }),
  }
}

function problemDocument({ message, reason, at, hint }: Problem): JsonObject {
  return { message, reason, at: at === undefined ? null : { ...at }, hint: hint ?? null }
}
