import { connect } from 'node:net'
import type { SshAnswers } from './context.js'

/** Over the Internet a connection may take seconds, and a machine that is booting may be slow to greet. */
const connectMs = 4000
const greetMs = 8000

/** True if the port greets as an SSH server does (RFC 4253, 4.2). Never throws. */
export const sshAnswers: SshAnswers = ({ address, port }) =>
  new Promise((resolve) => {
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
