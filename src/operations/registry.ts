import { generalOptions } from '../request/general-options.js'
import type { Option } from '../request/option.js'
import { definition as backup } from './backup/definition.js'
import { definition as certbot } from './certbot/definition.js'
import { definition as completion } from './completion/definition.js'
import { definition as configure } from './configure/definition.js'
import { definition as connect } from './connect/definition.js'
import { definition as create } from './create/definition.js'
import type { AnyDefinition } from './define-operation.js'
import { definition as doctor } from './doctor/definition.js'
import { definition as download } from './download/definition.js'
import { definition as downloadconfig } from './downloadconfig/definition.js'
import { definition as history } from './history/definition.js'
import { definition as importOlder } from './import/definition.js'
import { definition as init } from './init/definition.js'
import { definition as list } from './list/definition.js'
import { definition as plan } from './plan/definition.js'
import { definition as provision } from './provision/definition.js'
import { definition as reap } from './reap/definition.js'
import { definition as reboot } from './reboot/definition.js'
import { definition as record } from './record/definition.js'
import { definition as replay } from './replay/definition.js'
import { definition as rotate } from './rotate/definition.js'
import { definition as run } from './run/definition.js'
import { definition as sealKey } from './seal-key/definition.js'
import { definition as shard } from './shard/definition.js'
import { definition as start } from './start/definition.js'
import { definition as stop } from './stop/definition.js'
import { definition as terminate } from './terminate/definition.js'
import { definition as update } from './update/definition.js'
import { definition as upload } from './upload/definition.js'
import { definition as verify } from './verify/definition.js'
import { definition as workflows } from './workflows/definition.js'

/** Every operation, in the order of the help text. Adding one is a folder and a line here. */
export const operations: readonly AnyDefinition[] = [
  list,
  provision,
  configure,
  downloadconfig,
  create,
  plan,
  verify,
  run,
  update,
  backup,
  upload,
  download,
  start,
  stop,
  reboot,
  certbot,
  terminate,
  reap,
  rotate,
  connect,
  shard,
  record,
  replay,
  history,
  init,
  importOlder,
  workflows,
  sealKey,
  doctor,
  completion,
]

const byName = new Map(
  operations.flatMap((definition) =>
    [definition.name, ...(definition.aliases ?? [])].map((name) => [name, definition] as const),
  ),
)

/** The operation of this name or alias. */
export function findOperation(name: string): AnyDefinition | undefined {
  return byName.get(name)
}

export const operationNames: readonly string[] = operations.map(({ name }) => name)

/** True if the operation takes the option. */
export function takes(definition: AnyDefinition, option: string): boolean {
  return optionsOf(definition).has(option)
}

/** All that can be said to an operation: its own options before the general ones, own ones in their place. */
export function optionsOf({
  options,
  general,
}: Pick<AnyDefinition, 'options' | 'general'>): ReadonlyMap<string, Option> {
  const names: readonly string[] = general ?? Object.keys(generalOptions)
  const taken = Object.entries(generalOptions).filter(([name]) => names.includes(name))
  return new Map<string, Option>([...taken, ...Object.entries(options)])
}

/** The operations that take the option. */
export function operationsWith(option: string): readonly AnyDefinition[] {
  return operations.filter((definition) => takes(definition, option))
}

/** True if it may change machines; also for a name that is none. */
export function mayChangeMachines(name: string): boolean {
  return (findOperation(name)?.effect ?? 'changes') === 'changes'
}

/** True if its answer is what would change, line by line. */
export function showsPlan(name: string, { dryRun }: { readonly dryRun: boolean }): boolean {
  return dryRun || findOperation(name)?.traits?.showsPlan === true
}

/** True if it is about the folder of an ops repository, and not about the ledger or machines by name. */
function isAboutFolder({ placeholder }: Pick<AnyDefinition, 'placeholder'>): boolean {
  return placeholder === 'FOLDER'
}

/** True if it reads nothing of the config branch: it may not even exist yet. */
export function needsNoLedger(definition: AnyDefinition): boolean {
  return isAboutFolder(definition) || definition.machines === 'none'
}
