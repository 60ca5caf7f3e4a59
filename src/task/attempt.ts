import type { DroverError } from '../base/errors.js'
import { asDroverError, kindOfFailure } from '../base/failure.js'
import { reportDefect } from './report-defect.js'
import type { Task, TaskOutcome } from './task.js'

/** Does the work on one machine; a failure is an end like any other. */
export async function attempt(task: Task, work: (task: Task) => Promise<TaskOutcome>): Promise<TaskOutcome> {
  try {
    return await work(task)
  } catch (thrown) {
    const error = asDroverError(thrown)
    reportDefect(task.ports, error)
    return outcomeOfFailure(task, error)
  }
}

/** The machine's name stands before every message already: it is not said twice. */
function outcomeOfFailure(task: Task, error: DroverError): TaskOutcome {
  const prefix = `${task.machine.name}: `
  const message = error.message.startsWith(prefix) ? error.message.slice(prefix.length) : error.message
  return {
    kind: kindOfFailure(error.reason),
    reason: error.reason,
    message,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    ...(error.at === undefined ? {} : { at: error.at }),
  }
}
