import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseAwsCall, type RawRequest } from '../support/aws/aws-call.ts'
import type { GitHttpServer } from '../support/git-http-server.ts'

/** Something that changes what is outside: the first `RunInstances`, the third `push`. */
export interface Change {
  readonly name: string
  /** From 1. */
  readonly number: number
}

/** `before`: the call has arrived and had no effect. `after`: it had its effect, and is not answered. */
type When = 'before' | 'after'

export interface Hold extends Change {
  readonly when: When
}

/** What becomes of a change that is held before its effect when it is let go. */
export type Fate = 'lost' | 'late'

/** The way out of one lane's drover to AWS and to git, in which one change can be held. */
export interface Gate {
  readonly url: string
  /** Changes that came by since it was armed, in order. */
  readonly changes: readonly Change[]
  /** Starts to count anew; with nothing to hold everything passes. */
  arm(hold?: Hold): void
  /** True while the change is held, and afterwards. */
  hasReached(): boolean
  letGo(fate: Fate): void
  /** Resolves when nothing is under way any more. */
  quiet(): Promise<void>
  close(): Promise<void>
}

export async function startGate({
  aws,
  git,
}: {
  readonly aws: string
  readonly git: GitHttpServer
}): Promise<Gate> {
  const state = makeState()
  let underWay = 0
  const server = createServer((incoming, response) => {
    const serve = async (): Promise<void> => {
      const raw = await readRequest(incoming)
      const { action } = parseAwsCall(raw)
      const change = /^(Describe|Get|List)/.test(action) ? undefined : state.count(action)
      if ((await state.pass(change, 'before')) === 'lost') return void incoming.socket.destroy()
      const answer = await forward(aws, raw)
      // One that was refused changed nothing: its repeat is the one that counts.
      if (answer.status < 300) await state.pass(change, 'after')
      else state.uncount(change)
      response.writeHead(answer.status, answer.headers).end(answer.body)
    }
    underWay += 1
    serve()
      .catch(() => incoming.socket.destroy())
      .finally(() => {
        underWay -= 1
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  let pushed: Change | undefined
  // Pushes of one lane never overlap: its drover makes one after the other.
  git.onPush = async () => {
    underWay += 1
    pushed = state.count('push')
    if ((await state.pass(pushed, 'before')) === 'lost') {
      git.faults.push('cut')
      underWay -= 1
    }
  }
  git.onPushed = async () => {
    underWay -= 1
    await state.pass(pushed, 'after')
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...state.control,
    quiet: async () => {
      while (underWay > 0) await sleep(20)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function makeState(): {
  readonly control: Pick<Gate, 'changes' | 'arm' | 'hasReached' | 'letGo'>
  count(name: string): Change
  uncount(change: Change | undefined): void
  pass(change: Change | undefined, when: When): Promise<Fate>
} {
  const changes: Change[] = []
  let hold: Hold | undefined
  let reached = false
  let letGo: (fate: Fate) => void = () => undefined
  let gone: Promise<Fate> = Promise.resolve('late')
  return {
    count: (name) => {
      const change = { name, number: changes.filter((one) => one.name === name).length + 1 }
      changes.push(change)
      return change
    },
    uncount: (change) => {
      const at = change === undefined ? -1 : changes.indexOf(change)
      if (at !== -1) changes.splice(at, 1)
    },
    pass: async (change, when) => {
      if (change === undefined || hold === undefined || reached) return 'late'
      if (change.name !== hold.name || change.number !== hold.number || when !== hold.when) return 'late'
      reached = true
      return await gone
    },
    control: {
      changes,
      arm: (next) => {
        letGo('lost')
        changes.length = 0
        hold = next
        reached = false
        gone = new Promise((resolve) => {
          letGo = resolve
        })
      },
      hasReached: () => reached,
      letGo: (fate) => letGo(fate),
    },
  }
}

interface Forwarded {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

function forward(target: string, { method, path, headers, body }: RawRequest): Promise<Forwarded> {
  return new Promise((resolve, reject) => {
    const { connection: _, ...passed } = headers
    const out = request(new URL(path, target), { method, headers: passed }, (answer) => {
      readAll(answer).then((bytes) => {
        const { 'transfer-encoding': _chunked, connection: _link, ...kept } = answer.headers
        resolve({ status: answer.statusCode ?? 502, headers: kept, body: bytes })
      }, reject)
    })
    out.once('error', reject)
    out.end(body)
  })
}

async function readRequest(incoming: IncomingMessage): Promise<RawRequest> {
  const { method = 'GET', url: path = '/', headers } = incoming
  return { method, path, headers, body: (await readAll(incoming)).toString() }
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
