import { askForGreeting } from '../../remote/ssh-greeting.js'
import type { SshAnswers } from './context.js'

/** A connection over the Internet may take seconds, and a machine that is booting may be slow to greet. */
const patience = { connectMs: 4000, greetMs: 8000 } as const

export const sshAnswers: SshAnswers = async (place) => (await askForGreeting(place, patience)).greets
