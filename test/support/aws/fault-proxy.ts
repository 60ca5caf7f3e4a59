import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type AwsCall, parseAwsCall, type RawRequest } from './aws-call.ts'
import { type Answer, type Fault, faultAnswer } from './aws-faults.ts'
import { type Backstage, type Delays, makeAwsLike } from './aws-like.ts'

export interface Injection {
  readonly fault: Fault
  /** Before: nothing happens. After: it happens, and only the answer is lost. By default before. */
  readonly at?: 'before' | 'after'
  readonly action: string
  /** How many calls; by default one. An SDK repeats by itself what it thinks worth it. */
  readonly times?: number
  /** Calls of this action that go well first. By default none. */
  readonly after?: number
  /** Only calls that it holds for. */
  readonly when?: (call: AwsCall) => boolean
}

interface LoggedCall extends AwsCall {
  /** Since the start of the proxy. */
  readonly atMs: number
  readonly fault?: Fault
}

export interface FaultProxy extends AsyncDisposable {
  readonly url: string
  /** All calls since the start or the last `clear`, in order of arrival, with those that failed. */
  readonly calls: LoggedCall[]
  /** Mutable, and read at each call. */
  readonly delays: Delays & {
    /** Added before each answer. */
    latencyMs: number
  }
  inject(injection: Injection): void
  /** Forgets injections, delays and the log; tokens and instances stay. */
  clear(): void
  close(): Promise<void>
}

interface Options extends Partial<Backstage> {
  /** URL of moto. */
  readonly target: string
}

/**
 * In front of moto: what AWS does and moto does not, and every fault of AWS on demand. Knows what it
 * knows in memory, so one proxy stands before a moto for as long as that lives.
 */
export async function startFaultProxy(options: Options): Promise<FaultProxy> {
  const started = performance.now()
  const delays = { visibilityMs: 0, insyncMs: 0, latencyMs: 0 }
  const injections: { left: number; skip: number; readonly of: Injection }[] = []

  const perform = makeAwsLike({ ...options, delays })

  const take = (call: AwsCall): Injection | undefined => {
    const found = injections.find(
      ({ left, of }) => left > 0 && of.action === call.action && (of.when?.(call) ?? true),
    )
    if (found === undefined) return undefined
    if (found.skip > 0) {
      found.skip -= 1
      return undefined
    }
    found.left -= 1
    return found.of
  }

  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await readRequest(incoming)
    const call = parseAwsCall(request)
    const injection = take(call)
    proxy.calls.push({
      ...call,
      atMs: performance.now() - started,
      ...(injection === undefined ? {} : { fault: injection.fault }),
    })
    let answer: Answer | undefined
    if (injection?.at === 'after' || injection === undefined) {
      answer = await perform(call, request)
      if (answer.status < 300) options.onEffect?.(call)
    }
    if (delays.latencyMs > 0) await sleep(delays.latencyMs)
    if (injection?.fault === 'timeout') return
    if (injection?.fault === 'reset') return void incoming.socket.resetAndDestroy()
    if (injection !== undefined) answer = faultAnswer(injection.fault, call)
    if (answer !== undefined) response.writeHead(answer.status, answer.headers).end(answer.body)
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => incoming.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    delays,
    inject: (of) => void injections.push({ left: of.times ?? 1, skip: of.after ?? 0, of }),
    clear: () => {
      injections.length = 0
      proxy.calls.length = 0
      Object.assign(delays, { visibilityMs: 0, insyncMs: 0, latencyMs: 0 })
    },
    close,
    [Symbol.asyncDispose]: close,
  }
  return proxy
}

async function readRequest(incoming: IncomingMessage): Promise<RawRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const { method = 'GET', url: path = '/', headers } = incoming
  return { method, path, headers, body: Buffer.concat(chunks).toString() }
}
