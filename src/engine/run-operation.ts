import { DroverError, InputError } from '../base/errors.js'
import { asDroverError } from '../base/failure.js'
import type { Outcome } from '../base/outcome.js'
import type { Run } from '../base/run.js'
import { cleanTexts, cleanUnion } from '../base/text/clean-texts.js'
import type { Operation, ResultDraft } from '../operations/operation.js'
import { findOperation, operationNames } from '../operations/registry.js'
import type { AnyRequest, BaseRequest } from '../request/request.js'
import type { Ports, ReportPorts } from '../task/ports.js'
import { reportDefect } from '../task/report-defect.js'
import { cleanReporter } from './clean-reporter.js'
import { exitCodeOf, exitCodeOfFleet, worstOutcome } from './exit-code.js'
import { makeEngine } from './make-engine.js'
import type { Result } from './result.js'
import { runFleetOperation } from './run-fleet-operation.js'

/** Does what was asked and says how it ended. Throws nothing: every failure is a Result with a reason. */
export function runOperation(ports: Ports, request: AnyRequest): Promise<Result> {
  return runLoaded(() => load(request.operation), { ports, request })
}

async function load(name: string): Promise<Operation<BaseRequest & AnyRequest>> {
  const definition = findOperation(name)
  if (definition === undefined) throw unknownOperation(name)
  return await definition.load()
}

export interface Running {
  readonly ports: Ports
  readonly request: AnyRequest
}

/** As `runOperation`, with the code of the operation from elsewhere than the registry. */
export async function runLoaded(
  loading: () => Promise<Operation<BaseRequest & AnyRequest>>,
  { ports, request }: Running,
): Promise<Result> {
  const startedMs = ports.clock.elapsed()
  const framing = (): Framing => ({
    operation: request.operation,
    run: ports.run,
    durationMs: Math.round(ports.clock.elapsed() - startedMs),
  })
  try {
    const operation = await loading()
    const draft =
      operation.kind === 'fleet'
        ? await runFleetOperation(operation, { ports, request })
        : await operation.run({ ...ports, reporter: cleanReporter(ports) }, request, makeEngine(ports))
    return toResult(draft, { ...framing(), clean: ports.clean })
  } catch (thrown) {
    const error = asDroverError(thrown)
    reportDefect(ports, error)
    return failedResult(error, { ...framing(), clean: ports.clean })
  }
}

function unknownOperation(name: string): DroverError {
  return new DroverError(`operation: "${name}" is not one`, {
    reason: 'unknown-operation',
    hint: `Choose one of: ${operationNames.join(', ')}.`,
  })
}

interface Framing {
  readonly operation: string
  readonly run: Run
  readonly durationMs: number
}

interface CleanFraming extends Framing {
  readonly clean: ReportPorts['clean']
}

/** Outcomes are clean already. */
function toResult(
  { outcomes = [], commit, failure, data, message, output }: ResultDraft,
  { clean, ...framing }: CleanFraming,
): Result {
  const worst = worstOutcome(outcomes)
  const end = failure ?? {
    reason: worst?.reason ?? 'already-so',
    message: message ?? summarise(outcomes),
    hint: undefined,
  }
  const fleetCode = exitCodeOfFleet(outcomes)
  return {
    ...framing,
    kind: failure !== undefined ? 'failed' : (worst?.kind ?? 'ok'),
    reason: end.reason,
    message: clean(end.message),
    ...(end.hint === undefined ? {} : { hint: clean(end.hint) }),
    // A record that is not on the branch is a failure even if every machine is as it should be.
    exitCode: fleetCode === 0 && failure !== undefined ? exitCodeOf(failure.reason) : fleetCode,
    outcomes,
    problems: [],
    ...(commit === undefined ? {} : { commit }),
    ...(data === undefined ? {} : { data: cleanUnion(data, clean) }),
    ...(output === undefined ? {} : { output }),
  }
}

function summarise(outcomes: readonly Outcome[]): string {
  if (outcomes.length === 0) return 'no machines'
  const counts = new Map<string, number>()
  for (const { kind } of outcomes) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')
}

/** The end of a run that was stopped before any machine was looked at. */
export function failedResult(error: DroverError, { clean, ...frame }: CleanFraming): Result {
  const problems = error instanceof InputError ? error.problems : []
  return {
    ...frame,
    kind: 'failed',
    reason: error.reason,
    message: clean(error.message),
    ...(error.hint === undefined ? {} : { hint: clean(error.hint) }),
    exitCode: exitCodeOf(error.reason),
    outcomes: [],
    problems: cleanTexts(problems, clean),
  }
}
