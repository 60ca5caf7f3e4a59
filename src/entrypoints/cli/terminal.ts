import type { Readable, Writable } from 'node:stream'
import type { App, AppSettings } from '../../app/create-app.js'

/** What the command line needs of its process. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  /** Calls the listener on each Ctrl-C or request to end, until the returned function is called. */
  readonly onInterrupt: (listener: () => void) => () => void
  /** Ends the process at once. */
  readonly exit: (code: number) => void
  /** Folder that holds the toolkit's own `config/`. */
  readonly toolkit: string
  /** Loads what is heavy, once the arguments are known to be good. Git is asked for the checkout at `checkoutAt` meanwhile. */
  readonly load: (early: {
    readonly checkoutAt?: string
  }) => Promise<{ readonly createApp: (settings: AppSettings) => App }>
}

export type OutputStream = Writable & {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly rows?: number
}

/** This process as a terminal. */
export function processTerminal({ toolkit, load }: Pick<Terminal, 'toolkit' | 'load'>): Terminal {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    onInterrupt,
    exit: (code) => process.exit(code),
    toolkit,
    load,
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function onInterrupt(listener: () => void): () => void {
  // Node hands the signal's name over; the listener must not depend on which it is.
  const call = (): void => listener()
  for (const signal of signals) process.on(signal, call)
  return () => {
    for (const signal of signals) process.off(signal, call)
  }
}
