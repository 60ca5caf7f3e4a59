import { configure } from './configure/configure.js'
import type { Operation } from './fleet-operation.js'

/** What configure would do: its own dry run. */
export const preview: Operation = (ports, request) => configure(ports, { ...request, dryRun: true })
