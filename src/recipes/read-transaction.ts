import type { Step } from '../base/outcome.js'

export type TransactionEnd =
  | { readonly kind: 'changed' }
  | { readonly kind: 'failed' | 'rolled-back'; readonly at: string }
  | { readonly kind: 'busy'; readonly holder: string }

export interface TransactionReport {
  readonly steps: readonly Step[]
  /** Absent when the script did not get to say how it ended. */
  readonly end?: TransactionEnd
}

export interface TransactionReader {
  line(text: string): void
  result(): TransactionReport
}

interface Listener {
  readonly onStep: (name: string) => void
  readonly onStepDone: (step: Step) => void
  readonly elapsed: () => number
}

/** Status of a validation that the kernel gave no private mount namespace for. */
const noNamespace = 125

/** Reads what the transaction prints (src/recipes/transaction-library.ts), line by line as it comes. */
export function readTransaction(id: string, listener: Listener): TransactionReader {
  const steps: Step[] = []
  const said: string[] = []
  let end: TransactionEnd | undefined
  let startedMs = 0
  const finish = (name: string, status: number): void => {
    const detail = said.splice(0).join('\n')
    const step: Step = {
      name,
      status: status === 0 ? 'ok' : status === noNamespace ? 'skipped' : 'failed',
      durationMs: Math.round(listener.elapsed() - startedMs),
      ...(detail === '' ? {} : { detail }),
    }
    steps.push(step)
    listener.onStepDone(step)
  }
  return {
    line(text) {
      if (text.startsWith('| ')) said.push(text.slice(2))
      const [, word = '', rest = ''] = matchOwn(id, text)
      if (word === 'step') {
        startedMs = listener.elapsed()
        listener.onStep(rest)
      } else if (word === 'done') {
        const [, name = '', status = '1'] = /^(.*) (\d+)$/.exec(rest) ?? []
        finish(name, Number(status))
      } else if (word === 'end') end = parseEnd(rest)
      else if (word === 'busy') end = { kind: 'busy', holder: rest.trim() }
    },
    result: () => ({ steps, ...(end === undefined ? {} : { end }) }),
  }
}

function matchOwn(id: string, text: string): readonly string[] {
  return text.startsWith(`${id} `) ? (/^\S+ (\S+) ?(.*)$/.exec(text) ?? []) : []
}

function parseEnd(rest: string): TransactionEnd | undefined {
  const [kind = '', at = ''] = rest.split(' ')
  if (kind === 'changed') return { kind }
  if (kind === 'failed' || kind === 'rolled-back') return { kind, at }
  return undefined
}
