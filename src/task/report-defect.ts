import type { DroverError } from '../base/errors.js'
import type { ReportPorts } from './ports.js'

/** A defect's stack, for the report that its hint asks for; nothing for a failure that Drover knows. */
export function reportDefect(ports: ReportPorts, error: DroverError): void {
  if (error.reason !== 'bug') return
  const { cause } = error
  const stack = cause instanceof Error ? (cause.stack ?? cause.message) : error.message
  ports.reporter.report({ kind: 'notice', level: 'warning', message: ports.clean(stack) })
}
