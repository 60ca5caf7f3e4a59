import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { DroverError } from '../../base/errors.js'
import { programText } from '../../programs/program.js'
import type { LaunchRequest, Presence, Provider, ProviderMachine } from '../provider.js'
import { runAsRoot } from './as-root.js'
import { checkLaunch, checkName, checkNetwork, newIdentity } from './launch-input.js'
import {
  flockFolder,
  hasTraces,
  lastWords,
  type MachineFiles,
  machineNames,
  readMachine,
} from './machine-files.js'
import { ensureRoot } from './make-root.js'
import { requirePrograms } from './needed-programs.js'
import { defaultNetwork, defaultStateDir, type LocalOptions, networkFolder } from './options.js'
import { localProblems } from './settings.js'
import { answers, waitForSsh } from './wait-for-ssh.js'

/** How long after its start a machine may still be booting. */
const bootMs = 30_000
/** How long a script may take to make a disk, or to wait for another process that makes or ends this machine. */
const scriptMs = 150_000

/**
 * Machines on this computer: systemd-nspawn on a cached Debian root. They outlive the process
 * that made them. Needs Linux and root, or sudo without a password.
 */
export function makeLocalProvider(options: LocalOptions): Provider {
  const stateDir = options.stateDir ?? defaultStateDir
  const rootsDir = options.rootsDir ?? join(stateDir, 'roots')
  const network = options.network ?? defaultNetwork
  checkNetwork(network)
  checkName(options.flock)
  const flock = flockFolder(stateDir, options.flock)
  const where = [networkFolder(network), network.bridge, network.prefix]

  const presence = async ({ alive, startedAt, identity }: MachineFiles): Promise<Presence> => {
    if (!alive) return 'stopped'
    const settled = options.clock.now() - startedAt > bootMs
    return settled || (await answers(identity)) ? 'running' : 'starting'
  }

  const list = async (): Promise<readonly ProviderMachine[]> => {
    const names = await machineNames(flock)
    const seen = await Promise.all(
      names.map(async (name) => {
        const machine = await readMachine(join(flock, name))
        if (machine === undefined) return []
        return [{ name, presence: await presence(machine), identity: machine.identity }]
      }),
    )
    return seen.flat()
  }

  const launch = async (request: LaunchRequest): Promise<ProviderMachine> => {
    const { name, onStep, signal } = request
    const input = checkLaunch(request)
    requirePrograms()
    const root = await ensureRoot({ rootsDir, settings: input.settings, onStep, signal })
    onStep('boot')
    const id = `local-${randomBytes(4).toString('hex')}`
    const identity = newIdentity({ id, request, at: options.clock.now() })
    const said = await runAsRoot({
      failure: `${name}: could not be launched`,
      script: programText('local/launch.sh'),
      args: [
        flock,
        name,
        ...where,
        root,
        id,
        JSON.stringify(identity),
        request.user,
        programText('local/outer.sh'),
        programText('local/inner.sh'),
        programText('local/fill-disk.sh'),
      ],
      stdin: `${[...request.authorizedKeys, 'end of keys'].join('\n')}\n`,
      timeoutMs: scriptMs,
      signal,
    })
    if (said.includes('copied')) {
      onStep('no overlay is possible here: the disk is a copy of the root, which takes longer and more room')
    }
    onStep('wait for ssh')
    return answering(request)
  }

  const answering = async ({ name, signal }: LaunchRequest): Promise<ProviderMachine> => {
    const folder = join(flock, name)
    const machine = await readMachine(folder)
    if (machine === undefined) throw failed(name, 'it was terminated by another process')
    const { identity } = machine
    const isAlive = async (): Promise<boolean> => (await readMachine(folder))?.alive ?? false
    const end = await waitForSsh({ ...identity, clock: options.clock, deadlineMs: bootMs, isAlive, signal })
    if (end === 'answered') return { name, presence: 'running', identity }
    const what = end === 'ended' ? 'it ended while booting' : `no answer by SSH within ${bootMs / 1000} s`
    throw failed(name, `${what}: its console says "${await lastWords(folder)}"`)
  }

  const terminate: Provider['terminate'] = async ({ name, id }) => {
    checkName(name)
    if (!(await hasTraces(flock, name))) return
    await runAsRoot({
      failure: `${name}: could not be terminated`,
      script: programText('local/terminate.sh'),
      args: [flock, name, ...where, id],
      timeoutMs: scriptMs,
    })
  }

  const act =
    (program: string, what: string): NonNullable<Provider['stop']> =>
    async ({ name, id }) => {
      checkName(name)
      const failure = `${name}: could not be ${what}`
      await runAsRoot({ failure, script: programText(program), args: [flock, name, id], timeoutMs: scriptMs })
    }

  return {
    name: 'local',
    problems: ({ name, settings }) => localProblems(name, settings),
    list,
    launch,
    stop: act('local/stop.sh', 'stopped'),
    reboot: act('local/reboot.sh', 'rebooted'),
    terminate,
  }
}

function failed(name: string, why: string): DroverError {
  return new DroverError(`${name}: could not be launched: ${why}`, {
    reason: 'provider-failed',
    hint: 'Launch it again; if it fails the same way, terminate it first.',
  })
}
