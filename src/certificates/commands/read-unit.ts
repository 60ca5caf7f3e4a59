import { z } from 'zod'
import { certificateMark } from './places.js'

/** How one run of certbot ended. `done` is the only good end. */
export interface Attempt {
  readonly kind:
    | 'done'
    | 'refused'
    | 'challenge'
    | 'limit'
    | 'unreachable'
    | 'untrusted'
    | 'no-directory'
    | 'slow'
    | 'busy'
    | 'dns'
    | 'certbot'
  readonly attempt: number
  /** How many orders the server took. */
  readonly orders: number
  /** It went on with an order that an earlier one had begun. */
  readonly resumed?: boolean | undefined
  readonly invalid: readonly Unproved[]
  /** Of an order that an earlier one had begun, and that nobody had counted. */
  readonly earlier?: readonly Unproved[] | undefined
  readonly text?: string | undefined
  /** Of the last answer with a problem (RFC 8555, 6.7): `urn:ietf:params:acme:error:…`. */
  readonly type?: string | undefined
  readonly detail?: string | undefined
  /** Of `dns`: what AWS or its library calls the error. */
  readonly code?: string | undefined
  readonly status?: number | undefined
  readonly retryAfter?: string | undefined
  /** Set when another run follows. */
  readonly waitSeconds?: number | undefined
}

/** A name that could not be proved, and what the server found instead. */
export interface Unproved {
  readonly name: string
  readonly type: string
  readonly detail: string
}

/** What a unit said. */
export interface UnitReport {
  readonly attempts: readonly Attempt[]
  readonly served?: string
  readonly restored?: string
  /** Why it gave up, in its own words. */
  readonly failed?: string
  readonly uninstallable?: string
  readonly lacksCa: boolean
}

export interface UnitReader {
  /** True when the line was for us. */
  line(text: string): boolean
  result(): UnitReport
}

export function readUnit({ onStep }: { readonly onStep: (name: string) => void }): UnitReader {
  const attempts: Attempt[] = []
  const said = new Map<string, string>()
  return {
    line: (text) => {
      const [, word, rest = ''] = new RegExp(`^${certificateMark} (\\S+) ?(.*)$`).exec(text) ?? []
      if (word === undefined) return false
      said.set(word, rest)
      if (word === 'installing') onStep(`install${rest}`)
      if (word === 'ordering') onStep('order')
      const attempt = word === 'attempt' ? parseAttempt(rest) : undefined
      if (attempt !== undefined) attempts.push(attempt)
      if (attempt?.waitSeconds !== undefined) {
        onStep(`order again in ${Math.round(attempt.waitSeconds)} s: ${attempt.type || attempt.kind}`)
      }
      return true
    },
    result: () => ({
      attempts,
      ...given(said, 'served'),
      ...given(said, 'restored'),
      ...given(said, 'failed'),
      ...given(said, 'uninstallable'),
      lacksCa: said.has('lacks-ca'),
    }),
  }
}

function given<Word extends 'served' | 'restored' | 'failed' | 'uninstallable'>(
  said: ReadonlyMap<string, string>,
  word: Word,
): { readonly [Key in Word]?: string } {
  const rest = said.get(word)
  return rest === undefined ? {} : ({ [word]: rest.trim() } as { readonly [Key in Word]?: string })
}

function parseAttempt(text: string): Attempt | undefined {
  try {
    return attemptSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

const line = z.string()
const unproved = z.object({ name: line, type: line, detail: line })
const attemptSchema = z.object({
  kind: z.enum([
    'done',
    'refused',
    'challenge',
    'limit',
    'unreachable',
    'untrusted',
    'no-directory',
    'slow',
    'busy',
    'dns',
    'certbot',
  ]),
  attempt: z.int().min(1),
  orders: z.int().min(0),
  resumed: z.boolean().optional(),
  invalid: z.array(unproved),
  earlier: z.array(unproved).optional(),
  text: line.optional(),
  type: line.optional(),
  detail: line.optional(),
  code: line.optional(),
  status: z.int().optional(),
  retryAfter: line.optional(),
  waitSeconds: z.number().optional(),
})
