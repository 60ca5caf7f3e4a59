import { DroverError } from '../../base/errors.js'
import type { MachineId } from '../provider.js'
import { callContextFor, type Ec2Context, regionsOf } from './context.js'
import { byId, describeInstances, findOurs } from './describe.js'
import { type Described, type Ours, selectForTermination } from './select-ours.js'
import { regionOf } from './settings.js'
import { tagNames } from './tags.js'

/**
 * The living machine of this name and id, with its tags as they are now. Undefined when the id is
 * gone. Throws `provider-failed` when the id is not this machine, or the name now has another id.
 */
export async function findOwn(context: Ec2Context, machine: MachineId): Promise<Ours | undefined> {
  const { scope } = context
  const [described] = await describeById(context, machine)
  const [own] = selectForTermination(described === undefined ? [] : [described], {
    flock: scope.flock,
    ...machine,
  })
  if (own !== undefined) return own
  if (described !== undefined && !isEnded(described)) throw foreign(machine, described)
  const callContext = callContextFor(context, machine.name)
  const namesakes = await findOurs(callContext, {
    flock: scope.flock,
    regions: regionsOf(context),
    name: machine.name,
  })
  if (namesakes.length > 0) throw otherId(machine, namesakes)
  return undefined
}

/** As `findOwn`; throws `not-provisioned` when it is gone. */
export async function requireOwn(context: Ec2Context, machine: MachineId): Promise<Ours> {
  const own = await findOwn(context, machine)
  if (own !== undefined) return own
  throw new DroverError(`${machine.name}: "${machine.id}" no longer exists`, {
    reason: 'not-provisioned',
    hint: `Make it with "drover provision ${machine.name}".`,
  })
}

/** The instance with an id, as EC2 describes it now, ended or not. Asks the most likely region before all others. */
export async function describeById(context: Ec2Context, machine: MachineId): Promise<readonly Described[]> {
  const callContext = callContextFor(context, machine.name)
  const search = async (regions: readonly string[]): Promise<readonly Described[]> => {
    const found = regions.map((region) =>
      describeInstances(callContext, { region, filters: byId(machine.id) }),
    )
    return (await Promise.all(found)).flat()
  }
  const regions = regionsOf(context)
  const likely = regions.filter((region) => region === likelyRegion(context, machine))
  const found = await search(likely)
  return found.length > 0 ? found : search(regions.filter((region) => !likely.includes(region)))
}

function likelyRegion({ scope, defaultRegion }: Ec2Context, { name, id }: MachineId): string | undefined {
  const known = scope.known.get(name)
  if (known?.id === id && known.region !== undefined) return known.region
  const desired = scope.machines.find((machine) => machine.name === name)
  return regionOf({ settings: desired?.settings ?? {}, defaultRegion })
}

export function isEnded({ state }: Described): boolean {
  return state === 'terminated' || state === 'shutting-down'
}

function foreign({ name, id }: MachineId, { tags }: Described): DroverError {
  const { [tagNames.flock]: flock = 'none', [tagNames.machine]: machine = 'none' } = tags
  return new DroverError(
    `${name}: "${id}" is not this machine: its tags say flock "${flock}", machine "${machine}"`,
    { reason: 'provider-failed', hint: 'Nothing was done to it. See "drover list" for the ids.' },
  )
}

function otherId({ name, id }: MachineId, namesakes: readonly Ours[]): DroverError {
  const ids = namesakes.map((one) => `"${one.id}"`).join(', ')
  return new DroverError(`${name}: "${id}" is gone, and the machine of this name is now ${ids}`, {
    reason: 'provider-failed',
    hint: 'Nothing was done to it. Run "drover list", and name the id that you mean.',
  })
}
