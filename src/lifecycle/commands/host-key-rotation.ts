import type { Command } from '../../base/command.js'
import { programCommand, programText } from '../../programs/program.js'

const values = { key: '/etc/ssh/ssh_host_ed25519_key' }
/** The old key returns after this many seconds unless the new one was seen to work. */
const guardSeconds = 25

/** Makes the next host key beside the present one and prints its public half. Run twice, it gives the same key. */
export const makeNextKeyCommand: Command = programCommand('lifecycle/make-next-key.sh', { values })

/**
 * Puts the next key in place and reloads sshd, with a guard that undoes it. The
 * old key is kept until the new one was seen to work over a new connection.
 */
export const useNextKeyCommand: Command = {
  get argv() {
    const keyBack = programText('lifecycle/put-old-key-back.sh', values)
    const all = { ...values, key_back: keyBack, guard_seconds: guardSeconds }
    return programCommand('lifecycle/use-next-key.sh', { values: all }).argv
  },
}

/** The new key works: nothing of the old one stays. */
export const keepNextKeyCommand: Command = programCommand('lifecycle/keep-next-key.sh', { values })
