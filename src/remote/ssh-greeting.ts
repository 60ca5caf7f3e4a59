import { connect } from 'node:net'

export interface SshPlace {
  /** IPv4, IPv6 or the name of a host. */
  readonly address: string
  readonly port: number
}

export interface GreetingOptions {
  /** Limit for looking up the name and connecting. */
  readonly connectMs: number
  /** Limit from the connection to the greeting. A busy server may be slow, and reconnecting would make it slower. */
  readonly greetMs: number
}

/** Whether an SSH server greets (RFC 4253, 4.2), without a handshake; otherwise what happened instead. */
export type Greeting = { readonly greets: true } | { readonly greets: false; readonly why: string }

/** Connects and waits for the greeting of an SSH server. Never throws. */
export async function askForGreeting(
  { address, port }: SshPlace,
  { connectMs, greetMs }: GreetingOptions,
): Promise<Greeting> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port })
    const done = (greeting: Greeting): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(greeting)
    }
    const not = (why: string): void => done({ greets: false, why })
    let timer = setTimeout(() => not(`no connection within ${connectMs / 1000} s`), connectMs)
    socket.once('connect', () => {
      clearTimeout(timer)
      timer = setTimeout(() => not(`no greeting within ${greetMs / 1000} s`), greetMs)
    })
    let said = ''
    socket.on('data', (chunk: Buffer) => {
      // The server may send other lines before the greeting.
      said += chunk.toString('latin1')
      if (/(?:^|\n)SSH-/.test(said)) done({ greets: true })
      else if (said.length > maxPrefaceBytes) not('the answer is not that of an SSH server')
    })
    socket.once('error', (error: NodeJS.ErrnoException) => not(error.code ?? error.message))
    socket.once('close', () => not('the connection was closed without a greeting of SSH'))
  })
}

const maxPrefaceBytes = 8192
