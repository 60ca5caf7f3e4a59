import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to a TCP server that can be cut, and made silent. */
export interface CutProxy {
  readonly port: number
  /** How many connections there were. */
  count(): number
  /** Ends all connections; later ones work. */
  cut(): void
  /** Does so, once, when so many more bytes went to the server. */
  cutAfter(bytes: number): void
  /** Passes nothing on, and answers nothing new, until it is opened again. */
  silence(): void
  open(): void
  close(): Promise<void>
}

export async function startCutProxy(address: string, port: number): Promise<CutProxy> {
  const sockets = new Set<Socket>()
  let isSilent = false
  let count = 0
  let left = Number.POSITIVE_INFINITY
  const keep = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }
  const server = createServer((incoming) => {
    count += 1
    const outgoing = connect(port, address)
    keep(incoming)
    keep(outgoing)
    incoming.on('close', () => outgoing.destroy())
    outgoing.on('close', () => incoming.destroy())
    const pass = (from: Socket, to: Socket): void => {
      from.on('data', (chunk) => isSilent || to.write(chunk))
    }
    pass(incoming, outgoing)
    incoming.on('data', (chunk) => {
      left -= chunk.length
      if (left > 0) return
      left = Number.POSITIVE_INFINITY
      cut()
    })
    pass(outgoing, incoming)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    count: () => count,
    cut,
    cutAfter: (bytes) => {
      left = bytes
    },
    silence: () => {
      isSilent = true
    },
    open: () => {
      isSilent = false
    },
    close: async () => {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
