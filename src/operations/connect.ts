import { join } from 'node:path/posix'
import { DroverError } from '../base/errors.js'
import { renderKnownHosts, sshArguments } from '../remote/known-hosts.js'
import type { Operation } from './fleet-operation.js'
import { chooseWithLeftovers } from './leftover.js'
import { identityOf, readFlock } from './survey.js'

/** A shell on one machine through OpenSSH's client, which is told the pins and to trust nothing else. */
export const connect: Operation = async (ports, request) => {
  const survey = await readFlock(ports)
  const [machine, ...others] = await chooseWithLeftovers(ports, survey, request)
  if (machine === undefined || others.length > 0) {
    throw new DroverError(
      `connect: ${others.length + (machine ? 1 : 0)} machines are chosen, and it takes one`,
      {
        reason: 'invalid-argument',
        hint: 'Give the name of one machine.',
      },
    )
  }
  const identity = identityOf(survey, machine.name)
  const key = await ports.sshKey()
  const files = { known_hosts: renderKnownHosts(identity), key: `${key.reveal().trimEnd()}\n` }
  const status = await ports.withPrivateFiles(files, (folder) =>
    ports.interactive([
      'ssh',
      ...sshArguments(identity, { knownHosts: join(folder, 'known_hosts'), key: join(folder, 'key') }),
    ]),
  )
  if (status === 255) {
    throw new DroverError(`${machine.name}: ssh could not connect, or lost the connection`, {
      reason: 'unreachable',
      hint: 'The lines above are ssh\'s own. "Host key verification failed" means that another machine answers at this address.',
    })
  }
  return { message: `the shell exited with ${status}` }
}
