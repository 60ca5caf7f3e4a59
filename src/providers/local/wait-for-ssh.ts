import { connect } from 'node:net'
import type { Clock } from '../../system/clock.js'

export interface SshPort {
  readonly address: string
  readonly port: number
}

export interface Wait extends SshPort {
  readonly clock: Clock
  readonly deadlineMs: number
  /** Asked now and then; false ends the wait. */
  readonly isAlive: () => Promise<boolean>
  readonly signal?: AbortSignal | undefined
}

const pollMs = 50
/** On a bridge of this computer a connection takes a millisecond, or waits in vain for an address. */
const connectMs = 200
/** A busy server may be slow to greet; to hang up and come again would make it slower. */
const greetMs = 3000
const aliveEvery = 10

/** Waits until an SSH server says who it is. Tells how the wait ended; throws only on abort. */
export async function waitForSsh(wait: Wait): Promise<'answered' | 'ended' | 'timed-out'> {
  const start = wait.clock.elapsed()
  for (let count = 1; ; count += 1) {
    if (await answers(wait)) return 'answered'
    if (count % aliveEvery === 0 && !(await wait.isAlive())) return 'ended'
    if (wait.clock.elapsed() - start > wait.deadlineMs) return 'timed-out'
    await wait.clock.sleep(pollMs, wait.signal)
  }
}

/** True if the port greets as an SSH server does (RFC 4253, 4.2). */
export async function answers({ address, port }: SshPort): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port })
    const done = (answer: boolean): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(connectMs, () => done(false))
    socket.once('connect', () => socket.setTimeout(greetMs))
    socket.once('error', () => done(false))
    socket.once('close', () => done(false))
    socket.once('data', (chunk) => done(chunk.toString('latin1').startsWith('SSH-')))
  })
}
