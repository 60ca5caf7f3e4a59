import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type Asked,
  answerTo,
  type CommentAnswer,
  type ErrorAnswer,
  type GitHubState,
  makeComment,
} from './github-stand-in-answers.js'

export type { RunAnswer } from './github-stand-in-answers.js'

/** What happens to one request in place of its answer, or after its effect when `late`. */
interface Fault {
  /** Method and path it waits for; the next request when absent. */
  readonly on?: RegExp
  readonly late?: true
  /** `hang`: no answer; `cut`: the connection ends; `truncate`: half of the body. */
  readonly answer:
    | 'hang'
    | 'cut'
    | 'truncate'
    | {
        readonly status: number
        readonly headers?: Readonly<Record<string, string>>
        readonly message?: string
      }
}

export interface GitHubStandIn extends GitHubState {
  readonly faults: Fault[]
  readonly asked: Asked[]
  /** Called before a request has its effect. */
  onRequest: (asked: Asked) => void | Promise<void>
  /** Leaves a comment as somebody. */
  comment(author: string, body: string): CommentAnswer
  close(): Promise<void>
}

/**
 * The few calls of GitHub's REST API that Drover makes, for the repository `o/r`, over real HTTP on
 * 127.0.0.1. Not the limits of GitHub, nor its permissions.
 */
export async function startGitHubStandIn(): Promise<GitHubStandIn> {
  let ids = 1000
  const server = createServer((request, response) => {
    serve(standIn, { request, response, nextId: () => ++ids }).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const standIn: GitHubStandIn = {
    apiUrl: `http://127.0.0.1:${port}`,
    tokens: new Map([['good-token', 'github-actions[bot]']]),
    heads: new Map(),
    comments: [],
    runs: [],
    deployments: [],
    faults: [],
    asked: [],
    onRequest: () => undefined,
    comment: (author, body) => {
      const made = makeComment({ id: ++ids, author, body })
      standIn.comments.push(made)
      return made
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return standIn
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly nextId: () => number
}

async function serve(standIn: GitHubStandIn, { request, response, nextId }: Exchange): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString('utf8')
  const asked: Asked = {
    method: request.method ?? '',
    path: request.url ?? '',
    authorization: request.headers.authorization,
    body: text === '' ? undefined : JSON.parse(text),
  }
  standIn.asked.push(asked)
  await standIn.onRequest(asked)
  const fault = takeFault(standIn, asked)
  if (fault?.answer === 'hang' && !fault.late) return
  if (fault?.answer === 'cut' && !fault.late) return void request.socket.destroy()
  if (typeof fault?.answer === 'object' && !fault.late) return sendFault(response, fault.answer)
  const answer = answerTo(standIn, { asked, nextId })
  if (fault?.answer === 'hang') return
  if (fault?.answer === 'cut') return void request.socket.destroy()
  if (typeof fault?.answer === 'object') return sendFault(response, fault.answer)
  const body = answer.body === undefined ? '' : JSON.stringify(answer.body)
  response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers })
  response.end(fault?.answer === 'truncate' ? body.slice(0, body.length / 2) : body)
}

function takeFault({ faults }: GitHubStandIn, { method, path }: Asked): Fault | undefined {
  const index = faults.findIndex(({ on }) => on === undefined || on.test(`${method} ${path}`))
  return index < 0 ? undefined : faults.splice(index, 1)[0]
}

function sendFault(
  response: ServerResponse,
  { status, headers = {}, message = 'no' }: Extract<Fault['answer'], object>,
): void {
  const body = { message, documentation_url: 'https://docs.github.example' } satisfies ErrorAnswer
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
