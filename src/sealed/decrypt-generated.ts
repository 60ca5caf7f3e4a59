import { DroverError, InputError, type Problem } from '../base/errors.js'
import type { GeneratedForm } from '../base/generated-form.js'
import { Secret, sealKeySecret } from '../base/secret.js'
import type { Tree, TreeFile } from '../base/tree.js'
import type { Machine } from '../flock/flock.js'
import type { GeneratedLookup } from '../render/wanted-secrets.js'
import { makeGenerated } from '../secrets/make-generated.js'
import { sealKeyHint } from '../secrets/seal/read-identities.js'
import type { Sealer } from '../secrets/seal/sealer.js'
import type { SecretPorts } from '../task/ports.js'
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
  /** True when there is a file that could not be opened. */
  readonly isClosed: boolean
}

export interface Opening {
  readonly tree: Tree
  readonly machines: readonly Pick<Machine, 'name'>[]
}

/**
 * Opens what is sealed for these machines, so that rendering can be synchronous, and makes every value known
 * to `clean`. A key that was not given, or that does not fit, is no failure here: only who needs a value is
 * refused. A file is opened once in a run.
 */
export async function decryptGenerated(
  ports: SecretPorts,
  { tree, machines }: Opening,
): Promise<ReadonlyMap<string, Generated>> {
  if (machines.length === 0) return new Map()
  const key = await openKey(ports)
  const generated = await Promise.all(
    machines.map(
      async ({ name }): Promise<[string, Generated]> => [name, await openOne(name, { tree, key })],
    ),
  )
  for (const [, { secrets }] of generated) for (const secret of secrets) ports.guard(secret)
  return new Map(generated)
}

type Key = { readonly sealer: Sealer } | { readonly refused: readonly Problem[] }

async function openKey(ports: SecretPorts): Promise<Key> {
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
  if ('refused' in key) {
    const problemsOf = (name: string): readonly Problem[] =>
      key.refused.length > 0 ? key.refused : [missingKey(name)]
    return { ...closed(problemsOf), isClosed: file !== undefined }
  }
  if (file === undefined) return makeLookup(new Map())
  try {
    return makeLookup(await openFile(file, key.sealer))
  } catch (error) {
    if (!(error instanceof DroverError)) throw error
    const { message, reason, hint = `restore the last good version: "git log -- ${path}" shows them` } = error
    return closed(() => [{ message: `${path}: ${message}`, reason, hint, at: { file: path } }])
  }
}

/** A run has one sealer. */
const opened = new WeakMap<Sealer, WeakMap<TreeFile, Promise<ReadonlyMap<string, string>>>>()

function openFile(file: TreeFile, sealer: Sealer): Promise<ReadonlyMap<string, string>> {
  const files = opened.get(sealer) ?? new WeakMap<TreeFile, Promise<ReadonlyMap<string, string>>>()
  opened.set(sealer, files)
  const values = files.get(file) ?? sealer.open(file.bytes).then(parseGenerated)
  files.set(file, values)
  return values
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
    isClosed: true,
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
    isClosed: false,
    secrets: [...values].map(([name, value]) => toSecret(name, value)),
    lookup: (name, form) => toSecret(name, give(name, form)),
  }
}

function toSecret(name: string, value: string): Secret {
  return new Secret(name, value, { kind: 'generated' })
}
