import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { programText } from '../../../src/programs/program.js'
import { runAsRoot } from '../../../src/providers/local/as-root.js'
import { flockFolder, machineNames, readMachine } from '../../../src/providers/local/machine-files.js'
import { ensureRoot } from '../../../src/providers/local/make-root.js'
import { defaultStateDir, networkFolder } from '../../../src/providers/local/options.js'
import { parseLocalSettings } from '../../../src/providers/local/settings.js'
import { bootScript, consoleScript, fillDiskScript, stopScript } from './instance-scripts.ts'
import type { MachineState } from './next-step.ts'
import type { RigSlot } from './rig-slot.ts'

interface Birth {
  readonly address: string
  readonly userData: Buffer
}

/** Machines of this computer by the ids of their instances. Each method resolves when it is done. */
export interface InstanceMachines {
  /** Makes the machine, if it is not there, and starts it, if it does not run; `birth` is of use only to make it. */
  boot(id: string, birth: Birth): Promise<void>
  /** Its disk stays. */
  stop(id: string): Promise<void>
  end(id: string): Promise<void>
  consoleOf(id: string): Promise<string>
  look(): Promise<readonly ProviderMachine[]>
}

export interface ProviderMachine {
  readonly id: string
  readonly state: MachineState
  readonly address: string
}

// debootstrap does not see that a package of the first depends on the second under another name.
const rootPackages = ['cloud-init', 'python3-cffi-backend']
const scriptMs = 150_000

export async function openInstanceMachines({ stateDir, network }: RigSlot): Promise<InstanceMachines> {
  const flock = flockFolder(stateDir, 'aws')
  const where = [networkFolder(network), network.bridge, network.prefix]
  const rootsDir = join(defaultStateDir, 'roots')
  const settings = parseLocalSettings({ packages: rootPackages })
  const root = await ensureRoot({ rootsDir, settings, onStep: (step) => console.error(step) })

  const asRoot = (id: string, script: string, args: readonly string[] = []): Promise<string> => {
    const all = [flock, id, ...args]
    return runAsRoot({ failure: `${id}: its machine`, script, args: all, timeoutMs: scriptMs })
  }

  return {
    boot: async (id, { address, userData }) => {
      const seed = join(stateDir, 'seeds', id)
      await mkdir(seed, { recursive: true, mode: 0o700 })
      await writeFile(join(seed, 'user-data'), userData)
      await writeFile(join(seed, 'meta-data'), metaData(id, address))
      // What a cable is called has room for eight characters of an id only.
      const local = `local-${id.slice(-8)}`
      const programs = [programText('local/outer.sh'), programText('local/inner.sh'), fillDiskScript]
      await asRoot(id, bootScript, [...where, root, local, address, seed, ...programs])
      await rm(seed, { recursive: true })
    },
    stop: async (id) => void (await asRoot(id, stopScript)),
    end: async (id) => {
      const machine = await readMachine(join(flock, id))
      await asRoot(id, programText('local/terminate.sh'), [...where, machine?.identity.id ?? ''])
    },
    consoleOf: (id) => asRoot(id, consoleScript),
    look: async () => {
      const ids = await machineNames(flock)
      const seen = await Promise.all(
        ids.map(async (id) => {
          const machine = await readMachine(join(flock, id))
          if (machine === undefined) return []
          const state: MachineState = machine.alive ? 'up' : 'down'
          return [{ id, state, address: machine.identity.address }]
        }),
      )
      return seen.flat()
    },
  }
}

/** JSON is YAML. */
function metaData(id: string, address: string): string {
  const hostname = `ip-${address.replaceAll('.', '-')}`
  return `${JSON.stringify({ 'instance-id': id, 'local-hostname': hostname })}\n`
}
