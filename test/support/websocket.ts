/** One WebSocket of Node's own client (undici), with its messages as promises. */
export interface TestSocket {
  /** Sends a message and gives the next one that comes. */
  ask(message: string | Uint8Array<ArrayBuffer>): Promise<string | Uint8Array>
  /** Gives the code of the close (RFC 6455, section 7.4). */
  close(): Promise<number>
}

/** Fails when the server refuses, and after `timeoutMs`, 10 s by default, without an answer. */
export async function openWebSocket(url: string, { timeoutMs = 10_000 } = {}): Promise<TestSocket> {
  const socket = new WebSocket(url)
  socket.binaryType = 'arraybuffer'
  await next(socket, { name: 'open', url, timeoutMs })
  return {
    ask: async (message) => {
      const answer = next(socket, { name: 'message', url, timeoutMs })
      socket.send(message)
      const { data } = (await answer) as MessageEvent
      return typeof data === 'string' ? data : new Uint8Array(data as ArrayBuffer)
    },
    close: async () => {
      const closed = next(socket, { name: 'close', url, timeoutMs })
      socket.close(1000)
      return ((await closed) as CloseEvent).code
    },
  }
}

interface Wanted {
  readonly name: 'open' | 'message' | 'close'
  readonly url: string
  readonly timeoutMs: number
}

function next(socket: WebSocket, { name, url, timeoutMs }: Wanted): Promise<Event> {
  return new Promise((resolve, reject) => {
    const stop = new AbortController()
    const end = (settle: () => void): void => {
      stop.abort()
      clearTimeout(timer)
      settle()
    }
    const fail = (what: string): void => end(() => reject(new Error(`websocket "${url}": ${what}`)))
    const timer = setTimeout(() => fail(`no "${name}" within ${timeoutMs} ms`), timeoutMs)
    socket.addEventListener(name, (event) => end(() => resolve(event)), { signal: stop.signal })
    if (name === 'close') return
    socket.addEventListener('error', () => fail('refused or cut'), { signal: stop.signal })
    socket.addEventListener('close', ({ code }) => fail(`closed with ${code}`), { signal: stop.signal })
  })
}
