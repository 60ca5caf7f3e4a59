import { z } from 'zod'
import type { Step, StepLabel } from '../base/outcome.js'
import { isStepKind } from '../base/step-kinds.js'

export type TransactionVerdict =
  | { readonly kind: 'changed' }
  /** `why`: receive, no-python, before, after, lost, unconfirmed, killed, revert, watch, boot, interrupted. */
  | { readonly kind: 'failed' | 'rolled-back'; readonly why: string }
  | { readonly kind: 'busy'; readonly holder: string }

export interface TransactionReport {
  readonly steps: readonly Step[]
  /** Absent when the machine did not get to say how it ended. */
  readonly end?: TransactionVerdict
  /** True when something was said in between that is not Drover's: nothing behind it was heard. */
  readonly isGarbled?: true
}

export interface TransactionReader {
  line(text: string): void
  result(): TransactionReport
}

export interface TransactionListener {
  /** The machine does not have the program: it is to be sent. */
  readonly onProgram: () => void
  /** The program has begun, and wants signs of life. */
  readonly onHello: () => void
  readonly onStep: (step: StepLabel) => void
  readonly onStepDone: (step: Step) => void
  /** The machine waits for a confirmation over another connection. */
  readonly onConfirm: () => void
  /** The lock is held by another, whose words these are. */
  readonly onWaiting: (holder: string) => void
  /** What came before the machine's first word, such as a greeting of its login shell; told once. */
  readonly onNoise: (text: string) => void
  /** What was said is not Drover's. */
  readonly onGarbled: () => void
  readonly elapsed: () => number
}

const frameSchema = z.discriminatedUnion('f', [
  z.object({ f: z.literal('program') }),
  z.object({ f: z.literal('hello') }),
  z.object({ f: z.literal('step'), kind: z.string(), name: z.string(), subject: z.string().optional() }),
  z.object({
    f: z.literal('done'),
    kind: z.string(),
    name: z.string(),
    status: z.enum(['ok', 'failed', 'skipped']),
    output: z.string(),
    truncated: z.boolean(),
    /** Which of several: the command of a validator that failed, the name of a check, a follow-up. */
    subject: z.string().optional(),
  }),
  z.object({ f: z.literal('confirm') }),
  z.object({ f: z.literal('waiting'), holder: z.string() }),
  z.object({ f: z.literal('busy'), holder: z.string() }),
  z.object({
    f: z.literal('end'),
    kind: z.enum(['changed', 'failed', 'rolled-back']),
    why: z.string(),
  }),
])
type Frame = z.infer<typeof frameSchema>

const noiseShown = 200

/**
 * Reads what a transaction says, line by line as it comes: frames, `MARKER LENGTH JSON`. What comes before the first
 * one is noise; behind it only frames are taken, until the end.
 */
export function readTransaction(marker: string, listener: TransactionListener): TransactionReader {
  const steps: Step[] = []
  let noise = ''
  let hasBegun = false
  let isGarbled = false
  let end: TransactionVerdict | undefined
  let startedMs = 0
  const take = (frame: Frame): void => {
    switch (frame.f) {
      case 'program':
        listener.onProgram()
        return
      case 'hello':
        listener.onHello()
        return
      case 'step':
        startedMs = listener.elapsed()
        listener.onStep(labelOf(frame))
        return
      case 'done': {
        const step = stepOf(frame, listener.elapsed() - startedMs)
        steps.push(step)
        listener.onStepDone(step)
        return
      }
      case 'confirm':
        listener.onConfirm()
        return
      case 'waiting':
        listener.onWaiting(frame.holder)
        return
      case 'busy':
        end = { kind: 'busy', holder: frame.holder }
        return
      case 'end':
        end = frame.kind === 'changed' ? { kind: frame.kind } : { kind: frame.kind, why: frame.why }
    }
  }
  return {
    line(text) {
      if (isGarbled || end !== undefined) return
      const frame = parseFrame(hasBegun ? text : fromMarker(text, marker), marker)
      if (frame !== undefined) {
        if (!hasBegun && noise.trim() !== '') listener.onNoise(noise.trim().slice(0, noiseShown))
        hasBegun = true
        take(frame)
      } else if (!hasBegun) {
        if (noise.length < noiseShown) noise += `${text.slice(0, noiseShown)}\n`
      } else {
        isGarbled = true
        listener.onGarbled()
      }
    },
    result: () => ({
      steps,
      ...(end === undefined ? {} : { end }),
      ...(isGarbled ? { isGarbled } : {}),
    }),
  }
}

function stepOf(frame: Extract<Frame, { f: 'done' }>, durationMs: number): Step {
  const detail = `${frame.output.replace(/\n$/, '')}${frame.truncated ? '\n(more was printed)' : ''}`
  return {
    ...labelOf(frame),
    status: frame.status,
    durationMs: Math.round(durationMs),
    ...(detail === '' ? {} : { detail }),
  }
}

function labelOf({ kind, name, subject }: Extract<Frame, { f: 'step' | 'done' }>): StepLabel {
  return {
    kind: isStepKind(kind) ? kind : 'other',
    text: name,
    ...(subject === undefined ? {} : { subject }),
  }
}

/** A greeting need not end with a newline. */
function fromMarker(text: string, marker: string): string {
  return text.slice(Math.max(0, text.indexOf(`${marker} `)))
}

/** Undefined for what is no frame. */
function parseFrame(text: string, marker: string): Frame | undefined {
  if (!text.startsWith(`${marker} `)) return undefined
  const [, length, body = ''] = /^(\d+) (.*)$/.exec(text.slice(marker.length + 1)) ?? []
  if (Number(length) !== body.length) return undefined
  const frame = frameSchema.safeParse(parseJson(body))
  return frame.success ? frame.data : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What `lastCommand` printed, when it speaks of this transaction; a greeting of the shell may stand before it. */
export function parseLast(text: string, id: string): TransactionVerdict | undefined {
  const [, kind, why = ''] = new RegExp(`^${id} (changed|failed|rolled-back) ?(.*)$`, 'm').exec(text) ?? []
  if (kind === 'changed') return { kind }
  return kind === 'failed' || kind === 'rolled-back' ? { kind, why: why.trim() } : undefined
}
