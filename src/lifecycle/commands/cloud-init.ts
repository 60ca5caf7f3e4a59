import type { Command } from '../../base/command.js'
import type { Json, JsonObject } from '../../base/json.js'
import { programCommand } from '../../programs/program.js'

export type CloudInit =
  /** Nothing more comes of it: done, switched off, or not there. */
  | { readonly kind: 'done' | 'disabled' | 'absent' }
  | { readonly kind: 'running' }
  /** It went through, and something in it did not. */
  | { readonly kind: 'degraded'; readonly why: string }
  | { readonly kind: 'error'; readonly why: string }

/** How long one question waits on the machine for an end. */
const cloudInitWaitSeconds = 15

/** Waits for cloud-init, at most `cloudInitWaitSeconds`, and prints what `parseCloudInit` reads. */
export const cloudInitCommand: Command = programCommand('lifecycle/cloud-init.sh', {
  values: { wait_seconds: cloudInitWaitSeconds },
})

/**
 * The words of `cloud-init status`, and not its exit status: 2 means "degraded" since version 23.4,
 * 0 where a distribution took that back, and an error of usage before.
 */
export function parseCloudInit(answer: string): CloudInit {
  const text = answer.trim()
  if (text === 'absent' || text === 'running') return { kind: text }
  const status = text.startsWith('json ') ? readJson(text.slice(text.indexOf('{'))) : readText(text)
  if (status === undefined) return { kind: 'error', why: `its answer is not understood: ${shorten(text)}` }
  return judge(status)
}

interface Status {
  readonly status: string
  readonly extended: string
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
}

function judge({ status, extended, errors, warnings }: Status): CloudInit {
  if (status === 'error' || extended.startsWith('error')) {
    return { kind: 'error', why: shorten([...errors, ...warnings].join('; ') || 'it gives no cause') }
  }
  if (status === 'disabled') return { kind: 'disabled' }
  if (status !== 'done') return { kind: 'running' }
  if (extended.startsWith('degraded') || warnings.length > 0 || errors.length > 0) {
    return { kind: 'degraded', why: shorten([...errors, ...warnings].join('; ') || 'it gives no cause') }
  }
  return { kind: 'done' }
}

function readJson(text: string): Status | undefined {
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    return undefined
  }
  if (!isObject(value) || typeof value.status !== 'string') return undefined
  const extended = typeof value.extended_status === 'string' ? value.extended_status : value.status
  const recoverable = isObject(value.recoverable_errors) ? value.recoverable_errors : {}
  return {
    status: value.status,
    extended,
    errors: texts(value.errors),
    warnings: Object.entries(recoverable).flatMap(([level, list]) =>
      texts(list).map((one) => `${level.toLowerCase()}: ${one}`),
    ),
  }
}

/** `status: error`, and behind `detail:` what went wrong. */
function readText(text: string): Status | undefined {
  const status = /^(?:text )?\.*status: (.+)$/m.exec(text)?.[1]?.trim()
  if (status === undefined) return undefined
  const detail = text.slice(text.indexOf('detail:') + 'detail:'.length).trim()
  return { status, extended: status, errors: status === 'error' ? [detail] : [], warnings: [] }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function texts(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))) : []
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 300 ? `${line.slice(0, 300)}…` : line
}
