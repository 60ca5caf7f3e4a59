import { DroverError, throwIfInvalid } from '../base/errors.js'
import { createProblemCollector } from '../base/problems.js'
import { type Secret, sealKeySecret } from '../base/secret.js'
import type { FlockView } from '../branch/flock-view.js'
import { givenSecrets } from '../branch/given-secrets.js'
import type { Machine } from '../flock/flock.js'
import { flockSecretNames } from '../flock/secret-names.js'
import type { Desired } from '../render/desired.js'
import { renderMachine } from '../render/render-machine.js'
import type { Baseline } from '../render/roles/baseline.js'
import { renderBaseline } from '../render/roles/render-baseline.js'
import { decryptGenerated, type Generated } from '../sealed/decrypt-generated.js'
import { withSealedOf } from '../sealed/generated-file.js'
import { pushGenerated, type SealingPorts } from '../sealed/push-generated.js'
import type { SecretPorts, ToolkitPorts } from '../task/ports.js'

export type RenderPorts = ToolkitPorts & SecretPorts

interface RenderedMachine extends Desired {
  /** Absent for a machine without roles. */
  readonly baseline?: Baseline
}

export interface RenderedFlock {
  readonly of: (machine: string) => RenderedMachine
  /** Every secret that a template names and the run was given, and every generated value: what captures are searched for. */
  readonly secrets: readonly Secret[]
  /** Names of generated values that the machine's files want and that are not made yet: a throw-away value stands for each. */
  readonly toMake: (machine: string) => readonly string[]
}

/**
 * Renders all machines before any is touched, so that one missing secret or
 * variable is known while nothing has happened yet. Throws one InputError with
 * the problems of all machines, each once.
 */
export async function renderMachines(
  ports: RenderPorts,
  view: FlockView,
  machines: readonly Machine[],
): Promise<RenderedFlock> {
  return (await renderAll(ports, view, machines)).desired
}

export interface ToApply {
  readonly machines: readonly Machine[]
  /** For the records. */
  readonly operation: string
}

/**
 * As `renderMachines`, for who puts the files on machines: generated values that are not there yet are made,
 * and are on the branch before this resolves. Of two runs that make the same one, both go on with that of the
 * one that pushed first.
 */
export async function renderToApply(
  ports: SealingPorts,
  view: FlockView,
  { machines, operation }: ToApply,
): Promise<RenderedFlock> {
  let known = view
  for (let round = 0; round < maxRounds; round += 1) {
    const { desired, generated } = await renderAll(ports, known, machines)
    if (machines.every(({ name }) => desired.toMake(name).length === 0)) return desired
    await pushGenerated(ports, { view: known, operation, machines, generated })
    known = withSealedOf({ ...view, snapshot: await ports.ledger.read() }, view)
  }
  throw new DroverError('generated values: others were pushed each time that these were about to be', {
    reason: 'push-failed',
    hint: 'Run the operation again. No machine was changed.',
  })
}

/** One other run costs one round; so many at once are no accident. */
const maxRounds = 20

interface Rendered {
  readonly desired: RenderedFlock
  readonly generated: ReadonlyMap<string, Generated>
}

async function renderAll(
  ports: RenderPorts,
  view: FlockView,
  machines: readonly Machine[],
): Promise<Rendered> {
  const toolkit = await ports.toolkit()
  const config = view.snapshot.tree
  const names = flockSecretNames({ toolkit, config })
  const { secrets, problems: unsafe } = givenSecrets(ports, names.keys())
  throwIfInvalid(unsafe)
  // An earlier commit may name others than the newest, which the engine has learnt.
  for (const secret of secrets) ports.guard(secret)
  const generated = await decryptGenerated(ports, {
    tree: config,
    // Without a template that names one nothing is asked for, and the key need not even be read.
    machines: names.has(sealKeySecret) ? machines : [],
  })
  const desired = new Map<string, RenderedMachine>()
  const { collect, problems } = createProblemCollector()
  for (const machine of machines) {
    const input = {
      machine,
      flockName: view.flock.name,
      toolkit,
      config,
      secrets: ports.secret,
      generated: generated.get(machine.name)?.lookup ?? unopened,
    }
    const rendered = collect(() => renderMachine(input))
    const baseline = collect(() => renderBaseline({ ...input, rolePlaces: view.flock.rolePlaces }))
    if (rendered === undefined || baseline === undefined) continue
    desired.set(machine.name, { ...rendered, ...(machine.roles.length === 0 ? {} : { baseline }) })
  }
  throwIfInvalid(problems())
  return {
    generated,
    desired: {
      secrets: [...secrets, ...[...generated.values()].flatMap((one) => one.secrets)],
      of: (machine) => desired.get(machine) ?? { files: [], captures: [] },
      toMake: (machine) => [...(generated.get(machine)?.made.keys() ?? [])].sort(),
    },
  }
}

function unopened(name: string): never {
  throw new Error(`generated "${name}" is named by no template`)
}
