import { join } from 'node:path/posix'
import { DroverError } from '../../base/errors.js'
import { identityOf, ownerOfKey } from '../../branch/flock-view.js'
import { connectLimits } from '../../remote/connection-policy.js'
import { type Named, pinsOf } from '../../remote/host-key.js'
import { renderKnownHosts, sshArguments } from '../../remote/known-hosts.js'
import type { CheckOptions } from '../../remote/session.js'
import type { MachinePorts, RunPorts, TerminalPorts } from '../../task/ports.js'
import { wholeOperation } from '../operation.js'
import type { ConnectRequest } from './definition.js'

type ConnectPorts = RunPorts & MachinePorts & TerminalPorts

/** A shell on one machine through OpenSSH's client, which is told the pins and to trust nothing else. */
export const connect = wholeOperation<ConnectRequest>(async (ports: ConnectPorts, request, engine) => {
  const { view, machines } = await engine.choose(request)
  const [machine, ...others] = machines
  if (machine === undefined || others.length > 0) {
    throw new DroverError(
      `connect: ${others.length + (machine ? 1 : 0)} machines are chosen, and it takes one`,
      {
        reason: 'invalid-argument',
        hint: 'Give the name of one machine.',
      },
    )
  }
  const identity = identityOf(view, machine.name)
  const named = { machine: machine.name, identity }
  const pins = pinsOf(named)
  const key = await ports.sshKey()
  const files = { known_hosts: renderKnownHosts(machine.name, pins), key: `${key.reveal().trimEnd()}\n` }
  const startedMs = ports.clock.elapsed()
  const status = await ports.withPrivateFiles(files, (folder) =>
    ports.interactive([
      'ssh',
      ...sshArguments(named, pins, {
        knownHosts: join(folder, 'known_hosts'),
        key: join(folder, 'key'),
      }),
    ]),
  )
  if (status === 255) {
    const passedMs = ports.clock.elapsed() - startedMs
    throw await explainEnd(ports, { ...named, ownerOfKey: ownerOfKey(view) }, passedMs)
  }
  return { message: `the shell exited with ${status}` }
})

/**
 * OpenSSH has one status for all that can go wrong: a handshake of our own says
 * by its reason what did, within the time that is left.
 */
async function explainEnd(
  ports: ConnectPorts,
  named: Named & Pick<CheckOptions, 'ownerOfKey'>,
  passedMs: number,
): Promise<unknown> {
  const timeoutMs = Math.floor(connectLimits.timeoutMs - passedMs)
  const ended = new DroverError(`${named.machine}: ssh could not log in, or lost the connection`, {
    reason: 'unreachable',
    hint: "The lines above are ssh's own.",
  })
  if (timeoutMs <= 0) return ended
  try {
    await ports.remote.check({
      ...named,
      timeoutMs,
      reachMs: connectLimits.reachMs,
      ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    })
    return ended
  } catch (error) {
    return error
  }
}
