import { DroverError, formatLocation, InputError, type Problem } from '../../base/errors.js'
import { asDroverError } from '../../base/failure.js'
import type { Finding } from '../../report/result-data.js'
import type { ReportPorts, RunPorts } from '../../task/ports.js'
import { reportDefect } from '../../task/report-defect.js'

/** What one check is about, and how long it may take. */
export interface Check {
  readonly about: string
  readonly work: () => Promise<readonly Finding[]>
}

/** No check waits longer: what hangs is a finding, too. */
const deadlineMs = 60_000

/** Does every check, whatever happens to another; the findings are in the order of the checks. */
export async function runChecks(
  ports: RunPorts & ReportPorts,
  checks: readonly Check[],
): Promise<readonly Finding[]> {
  const found = await Promise.all(checks.map((check) => runCheck(ports, check)))
  return found.flat().map((finding) => cleanFinding(finding, ports.clean))
}

async function runCheck(ports: RunPorts & ReportPorts, { about, work }: Check): Promise<readonly Finding[]> {
  const done = new AbortController()
  const late = async (): Promise<never> => {
    await ports.clock.sleep(deadlineMs, done.signal)
    throw new DroverError(`${about}: did not end within ${deadlineMs / 1000} s`, { reason: 'timed-out' })
  }
  const limit = late()
  limit.catch(() => undefined)
  tellOfWait(ports, { about, done: done.signal })
  try {
    return await Promise.race([work(), limit])
  } catch (thrown) {
    const error = asDroverError(thrown)
    reportDefect(ports, error)
    const problems: readonly Problem[] = error instanceof InputError ? error.problems : [error]
    return problems.map((problem) => problemFinding(problem, about))
  } finally {
    done.abort()
  }
}

const quietMs = 2000

/** Somebody waits for the answer, and should know of whom it is waited for. */
function tellOfWait(
  { clock, reporter }: RunPorts & ReportPorts,
  { about, done }: { readonly about: string; readonly done: AbortSignal },
): void {
  const tell = async (): Promise<void> => {
    await clock.sleep(quietMs, done)
    reporter.report({ kind: 'notice', level: 'info', message: `${about}: waiting for an answer` })
  }
  tell().catch(() => undefined)
}

/** A problem as a line; its place, where it has one, is what the line is about. */
export function problemFinding({ message, reason, at, hint }: Problem, about: string): Finding {
  return {
    state: 'problem',
    about: at === undefined ? about : formatLocation(at),
    message,
    reason,
    ...(hint !== undefined && { hint }),
  }
}

function cleanFinding(finding: Finding, clean: ReportPorts['clean']): Finding {
  const { message, hint, detail } = finding
  return {
    ...finding,
    message: clean(message),
    ...(hint !== undefined && { hint: clean(hint) }),
    ...(detail !== undefined && { detail: clean(detail) }),
  }
}
