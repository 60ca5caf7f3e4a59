import type { CommandExit } from '../base/command.js'
import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import { noAnswer } from '../connection/connection-failure.js'
import { MachineConnection } from '../connection/machine-connection.js'
import { openAnother } from '../connection/open-connection.js'
import { beatMs, reopenPolicies } from '../remote/connection-policy.js'
import { packTar } from '../remote/tar.js'
import type { Task } from '../task/task.js'
import { machineProgram } from '../transaction/machine-program.js'
import {
  parseLast,
  readTransaction,
  type TransactionReport,
  type TransactionVerdict,
} from '../transaction/read-transaction.js'
import {
  confirmCommand,
  lastCommand,
  type Transaction,
  transactionChange,
  transactionCommand,
} from '../transaction/transaction.js'

/** Validators and follow-ups have limits of their own on the machine; this is past all of them for a usual plan. */
const limits = { timeoutMs: 30 * 60_000 } as const
const questionLimits = { timeoutMs: 10_000 } as const

export interface ExecutedTransaction extends TransactionReport {
  /** How the script's shell ended; absent when the connection was lost. */
  readonly ended?: CommandExit
  /** Why the confirmation did not get through. */
  readonly unconfirmed?: string
  /** Why the connection was lost. */
  readonly lost?: DroverError
}

/**
 * Sends a transaction, shows signs of life until it ends, and confirms it over
 * a new connection when the machine asks. When the connection is lost the
 * machine decides by itself; then we come back and ask how it decided.
 */
export async function executeTransaction(
  task: Task,
  connection: MachineConnection,
  transaction: Transaction,
): Promise<ExecutedTransaction> {
  const { clock } = task.ports
  const { identity } = connection
  let unconfirmed: string | undefined
  let confirming: Promise<void> | undefined
  let beat: NodeJS.Timeout | undefined
  const program = await packTar(machineProgram().files)
  const change = transactionChange(transaction)
  const reader = readTransaction(transaction.marker, {
    onProgram: () => running.write(program),
    onHello: () => {
      beat = setInterval(() => running.write('beat\n'), beatMs)
    },
    onNoise: (text) => task.warn(`its shell prints before a command runs: ${text}`),
    // Nobody speaks to what may be somebody else: it takes the change back when it hears nothing.
    onGarbled: () => clearInterval(beat),
    onStep: (step) => task.stepStarted(step),
    onStepDone: (step) => task.stepDone(step),
    onWaiting: (holder) => task.stepStarted({ kind: 'wait', text: `wait for ${holder || 'another run'}` }),
    onConfirm: () => {
      confirming = confirm(task, identity, transaction).catch((error: unknown) => {
        unconfirmed = error instanceof Error ? error.message : String(error)
      })
    },
    elapsed: () => clock.elapsed(),
  })
  const running = await connection.start(transactionCommand(transaction, { change, program }), {
    ...limits,
    onLine: (line, stream) => stream === 'stdout' && reader.line(line),
    ...(task.ports.signal === undefined ? {} : { signal: task.ports.signal }),
  })
  running.write(change)
  try {
    const ended = await running.ended
    await confirming
    const { steps, end, isGarbled } = reader.result()
    // The program on the machine was killed: then its watch decides.
    const settled = end ?? (steps.length === 0 ? undefined : await settle(task, identity, transaction))
    return {
      steps,
      ended,
      ...(isGarbled === undefined ? {} : { isGarbled }),
      ...(settled === undefined ? {} : { end: settled }),
      ...(unconfirmed === undefined ? {} : { unconfirmed }),
    }
  } catch (error) {
    if (!(error instanceof DroverError)) throw error
    const { steps, end, isGarbled } = reader.result()
    const settled = end ?? (await settle(task, identity, transaction))
    return {
      steps,
      lost: error,
      ...(isGarbled === undefined ? {} : { isGarbled }),
      ...(settled === undefined ? {} : { end: settled }),
      ...(unconfirmed === undefined ? {} : { unconfirmed }),
    }
  } finally {
    clearInterval(beat)
  }
}

/** The point is the new connection: it proves that the machine can still be reached. */
async function confirm(task: Task, identity: Identity, transaction: Transaction): Promise<void> {
  await task.step({ kind: 'confirm', text: 'confirm over a new connection' }, async () => {
    await using another = await openAnother(task, { identity, policy: reopenPolicies.confirmation })
    await another.exec(confirmCommand(transaction), questionLimits)
  })
}

/**
 * Asks until the machine has decided, or for as long as it may take to decide, also while it lets nobody in. Not
 * cancelled: it is what tells a cancelled run how it ended.
 */
async function settle(
  task: Task,
  identity: Identity,
  transaction: Transaction,
): Promise<TransactionVerdict | undefined> {
  // GitHub ends a cancelled job within 10 s: no time to wait for the machine, which decides without us.
  if (task.ports.signal?.aborted) return undefined
  task.stepStarted({ kind: 'settle', text: 'wait for the machine to decide by itself' })
  await using another = new MachineConnection(task, { identity, isCancellable: false })
  const undecided = noAnswer(task.machine.name)
  const isDroverError = (error: unknown): boolean => error instanceof DroverError
  const ask = async (): Promise<TransactionVerdict> => {
    const { stdout } = await another.exec(lastCommand(transaction), questionLimits)
    const end = parseLast(stdout.toString('utf8'), transaction.id)
    if (end === undefined) throw undecided
    return end
  }
  try {
    return await another.retry(reopenPolicies.verdict, ask, isDroverError)
  } catch (error) {
    if (isDroverError(error)) return undefined
    throw error
  }
}
