import { DroverError, InputError, type Problem } from '../base/errors.js'
import type { GeneratedForm } from '../base/generated-form.js'
import { Secret, sealKeySecret } from '../base/secret.js'
import type { Tree } from '../base/tree.js'
import type { Machine } from '../flock/flock.js'
import type { GeneratedLookup } from '../render/wanted-secrets.js'
import { makeGenerated } from '../secrets/make-generated.js'
import { sealKeyHint } from '../secrets/seal/read-identities.js'
import type { Sealer } from '../secrets/seal/sealer.js'
import type { Ports } from '../task/ports.js'
import { generatedPath, parseGenerated } from './generated-file.js'

/** The generated values of one machine. */
export interface Generated {
  readonly values: ReadonlyMap<string, string>
  /** As `values`, in the order of their names. */
  readonly secrets: readonly Secret[]
  /** Gives what there is, and a new value for what there is not, the same each time; throws an InputError when the file cannot be opened. */
  readonly lookup: GeneratedLookup
  /** What `lookup` had to make. */
  readonly made: ReadonlyMap<string, string>
}

export interface Opening {
  readonly tree: Tree
  readonly machines: readonly Pick<Machine, 'name'>[]
}

/**
 * Opens what is sealed for these machines, so that rendering can be synchronous, and makes every value known
 * to `clean`. A key that was not given, or that does not fit, is no failure here: only who needs a value is
 * refused.
 */
export async function decryptGenerated(
  ports: Ports,
  { tree, machines }: Opening,
): Promise<ReadonlyMap<string, Generated>> {
  if (machines.length === 0) return new Map()
  const key = await openKey(ports)
  const opened = await Promise.all(
    machines.map(
      async ({ name }): Promise<[string, Generated]> => [name, await openOne(name, { tree, key })],
    ),
  )
  for (const [, { secrets }] of opened) for (const secret of secrets) ports.guard(secret)
  return new Map(opened)
}

type Key = { readonly sealer: Sealer } | { readonly refused: readonly Problem[] }

async function openKey(ports: Ports): Promise<Key> {
  try {
    return { sealer: await ports.seal() }
  } catch (error) {
    if (error instanceof InputError) return { refused: error.problems }
    if (error instanceof DroverError && error.reason === 'missing-secret') return { refused: [] }
    throw error
  }
}

async function openOne(
  machine: string,
  { tree, key }: { readonly tree: Tree; readonly key: Key },
): Promise<Generated> {
  const path = generatedPath(machine)
  const file = tree.get(path)
  if ('refused' in key) return closed((name) => (key.refused.length > 0 ? key.refused : [missingKey(name)]))
  if (file === undefined) return makeLookup(new Map())
  try {
    return makeLookup(parseGenerated(await key.sealer.open(file.bytes)))
  } catch (error) {
    if (!(error instanceof DroverError)) throw error
    const { message, reason, hint = `restore the last good version: "git log -- ${path}" shows them` } = error
    return closed(() => [{ message: `${path}: ${message}`, reason, hint, at: { file: path } }])
  }
}

function missingKey(name: string): Problem {
  const message = `secret "${sealKeySecret}": not given: it keeps generated "${name}"`
  return { reason: 'missing-secret', message, hint: sealKeyHint }
}

function closed(problemsOf: (name: string) => readonly Problem[]): Generated {
  return {
    values: new Map(),
    secrets: [],
    made: new Map(),
    lookup: (name) => {
      const [first, ...rest] = problemsOf(name)
      if (first === undefined) throw new Error('a closed file has no problem')
      throw new InputError([first, ...rest])
    },
  }
}

function makeLookup(values: ReadonlyMap<string, string>): Generated {
  const made = new Map<string, string>()
  const give = (name: string, form: GeneratedForm): string => {
    const value = values.get(name) ?? made.get(name) ?? makeGenerated(form)
    if (!values.has(name)) made.set(name, value)
    return value
  }
  return {
    values,
    made,
    secrets: [...values].map(([name, value]) => toSecret(name, value)),
    lookup: (name, form) => toSecret(name, give(name, form)),
  }
}

function toSecret(name: string, value: string): Secret {
  return new Secret(name, value, { kind: 'generated' })
}
