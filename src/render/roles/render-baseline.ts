import { sha256 } from '../../base/digest.js'
import { type Location, type Problem, throwIfInvalid } from '../../base/errors.js'
import type { Json, JsonObject } from '../../base/json.js'
import { SecretBytes } from '../../base/secret-bytes.js'
import type { TreeFile } from '../../base/tree.js'
import { listLayers } from '../manifest/layers.js'
import { type RenderInput, templateContext } from '../render-machine.js'
import { trackSecrets } from '../wanted-secrets.js'
import type { Baseline, BaselineRole } from './baseline.js'
import { pluginFiles, pluginProblems, roleFileProblems, roleFiles } from './baseline-files.js'
import { canonicalJson } from './canonical-json.js'
import { needsOf, unknownRoleHint } from './role-needs.js'
import { variablesOf } from './role-variables.js'
import { listRoles, type Role } from './roles.js'
import { readSecretVariables } from './secret-variables.js'
import { withPlaceholders, writeWithValues } from './stand-ins.js'
import { variableName } from './variable-name.js'

export interface BaselineInput extends Omit<RenderInput, 'machine'> {
  readonly machine: RenderInput['machine'] & { readonly roles: readonly string[] }
  /** The place where flock.yml names each role, for the message that a role does not exist. */
  readonly rolePlaces?: ReadonlyMap<string, Location>
}

/**
 * Renders the baseline of one machine. Throws one InputError with every problem of its roles and secret
 * variables. A machine without roles has an empty baseline, whatever `ansible-vars.yml` says.
 */
export function renderBaseline(input: BaselineInput): Baseline {
  const { machine, toolkit, config } = input
  if (machine.roles.length === 0) return none
  const library = listRoles({ toolkit, config })
  const listed = machine.roles.map((name) => ({ name, role: library.get(name) }))
  const known = listed.flatMap(({ role }) => role ?? [])
  const needs = known.map((role) => ({ role, ...needsOf(role, library) }))
  const needed = new Map(needs.flatMap(({ roles }) => roles.map((role) => [role.name, role])))

  const desired = trackSecrets(input)
  const secret = readSecretVariables({
    trees: { toolkit, config },
    layers: listLayers(machine),
    context: templateContext(input),
    desired,
  })
  throwIfInvalid([
    ...listed.flatMap(({ name, role }) =>
      role === undefined ? [unknownRole(name, { input, library })] : [],
    ),
    ...once(needs.flatMap(({ problems }) => problems)),
    ...[...needed.values()].flatMap(roleFileProblems),
    ...pluginProblems(toolkit),
    ...secret.problems,
    ...desired.problems(),
  ])

  const vars = plainVariables(input, secret.vars)
  const shown = withPlaceholders(secret.vars) as JsonObject
  const all = { ...vars, ...shown }
  return {
    roles: needs.map(({ role, roles }) => digested(role, { roles, vars: all })),
    files: [...pluginFiles(toolkit), ...[...needed.values()].flatMap(roleFiles)],
    vars,
    secretVars: {
      bytes: new SecretBytes(Buffer.from(writeWithValues(secret.vars, secret.secrets))),
      shown: Buffer.from(writeWithValues(shown, new Map())),
    },
  }
}

const none: Baseline = {
  roles: [],
  files: [],
  vars: {},
  secretVars: { bytes: new SecretBytes(Buffer.alloc(0)), shown: Buffer.alloc(0) },
}

/** The flock's variables that can be variables of Ansible. A secret variable replaces one of the same name. */
function plainVariables({ machine, flockName }: BaselineInput, secret: JsonObject): JsonObject {
  const own = Object.entries(machine.vars).filter(
    ([name]) => variableName.test(name) && !Object.hasOwn(secret, name),
  )
  return {
    ...Object.fromEntries(own),
    drover_machine: machine.name,
    drover_flock: flockName,
    drover_groups: machine.groups,
  }
}

function digested(
  role: Role,
  { roles, vars }: { readonly roles: readonly Role[]; readonly vars: JsonObject },
): BaselineRole {
  const files: Json = Object.fromEntries(
    roles.map((one) => [
      one.name,
      Object.fromEntries([...one.files].map(([path, file]) => [path, `${file.mode} ${digestOf(file)}`])),
    ]),
  )
  const content = { format: 1, role: role.name, files, vars: variablesOf(roles, vars) }
  return { name: role.name, digest: sha256(canonicalJson(content)), needs: roles.map(({ name }) => name) }
}

const digests = new WeakMap<TreeFile, string>()

/** The digest of a file, cached because most machines of a flock share their roles. */
function digestOf(file: TreeFile): string {
  const digest = digests.get(file) ?? sha256(file.bytes)
  digests.set(file, digest)
  return digest
}

function unknownRole(
  name: string,
  { input, library }: { readonly input: BaselineInput; readonly library: ReadonlyMap<string, Role> },
): Problem {
  const at = input.rolePlaces?.get(name) ?? { file: 'flock.yml' }
  return {
    reason: 'invalid-flock',
    message: `roles: no role "${name}" on the config branch or in the toolkit`,
    at,
    hint: unknownRoleHint(name, library),
  }
}

function once(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}
