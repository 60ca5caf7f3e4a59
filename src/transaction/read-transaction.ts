import type { Step, StepLabel } from '../base/outcome.js'
import { findFailedValidator, readStepName } from './read-step.js'
import type { Transaction } from './transaction.js'

export type TransactionVerdict =
  | { readonly kind: 'changed' }
  /** `why`: receive, before, after, lost, unconfirmed, killed, revert, watch, boot, interrupted. */
  | { readonly kind: 'failed' | 'rolled-back'; readonly why: string }
  | { readonly kind: 'busy'; readonly holder: string }

export interface TransactionReport {
  readonly steps: readonly Step[]
  /** Absent when the script did not get to say how it ended. */
  readonly end?: TransactionVerdict
}

export interface TransactionReader {
  line(text: string): void
  result(): TransactionReport
}

export interface TransactionListener {
  readonly onStep: (step: StepLabel) => void
  readonly onStepDone: (step: Step) => void
  /** The machine waits for a confirmation over another connection. */
  readonly onConfirm?: () => void
  /** The lock is held by another, whose words these are. */
  readonly onWaiting?: (holder: string) => void
  readonly elapsed: () => number
}

/** Status of a validation that the kernel gave no private mount namespace for. */
const noNamespace = 125

/** Reads what a transaction prints, line by line as it comes. */
export function readTransaction(
  { id, validations }: Pick<Transaction, 'id' | 'validations'>,
  listener: TransactionListener,
): TransactionReader {
  const steps: Step[] = []
  const said: string[] = []
  let end: TransactionVerdict | undefined
  let startedMs = 0
  const finish = (rest: string): void => {
    const [, name = '', status = '1'] = /^(.*) (\d+)$/.exec(rest) ?? []
    const detail = said.splice(0).join('\n')
    const label = readStepName(name)
    const validator = label.kind === 'validate' ? findFailedValidator(detail, validations) : undefined
    const step: Step = {
      ...label,
      ...(validator === undefined ? {} : { subject: validator }),
      status: status === '0' ? 'ok' : Number(status) === noNamespace ? 'skipped' : 'failed',
      durationMs: Math.round(listener.elapsed() - startedMs),
      ...(detail === '' ? {} : { detail }),
    }
    steps.push(step)
    listener.onStepDone(step)
  }
  const words: Readonly<Record<string, (rest: string) => void>> = {
    step: (rest) => {
      startedMs = listener.elapsed()
      listener.onStep(readStepName(rest))
    },
    done: finish,
    confirm: () => listener.onConfirm?.(),
    waiting: (rest) => listener.onWaiting?.(rest.trim()),
    busy: (rest) => {
      end = { kind: 'busy', holder: rest.trim() }
    },
    end: (rest) => {
      end = parseEnd(rest)
    },
  }
  return {
    line(text) {
      if (text.startsWith('| ')) said.push(text.slice(2))
      else if (text.startsWith(`${id} `)) {
        const [, word = '', rest = ''] = /^\S+ (\S+) ?(.*)$/.exec(text) ?? []
        if (Object.hasOwn(words, word)) words[word]?.(rest)
      }
    },
    result: () => ({ steps, ...(end === undefined ? {} : { end }) }),
  }
}

function parseEnd(rest: string): TransactionVerdict | undefined {
  const [kind = '', why = ''] = rest.trim().split(' ')
  if (kind === 'changed') return { kind }
  return kind === 'failed' || kind === 'rolled-back' ? { kind, why } : undefined
}

/** What `lastCommand` printed, when it speaks of this transaction. */
export function parseLast(text: string, id: string): TransactionVerdict | undefined {
  return text.startsWith(`${id} `) ? parseEnd(text.slice(id.length + 1)) : undefined
}
