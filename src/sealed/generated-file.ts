import { z } from 'zod'
import { DroverError } from '../base/errors.js'
import type { Tree } from '../base/tree.js'
import type { FlockView } from '../branch/flock-view.js'
import type { TreeChange } from '../events/record.js'
import { machinePath } from '../ledger/machine-files.js'

/** Where a machine's generated values are on the branch: sealed JSON, name -> value. */
export function generatedPath(machine: string): string {
  return machinePath(machine, 'sealed/generated.age')
}

export function encodeGenerated(values: ReadonlyMap<string, string>): Buffer {
  const sorted = [...values].sort(([one], [other]) => (one < other ? -1 : 1))
  return Buffer.from(`${JSON.stringify(Object.fromEntries(sorted))}\n`)
}

/** Throws `invalid-ledger`, which never quotes what was sealed. */
export function parseGenerated(bytes: Buffer): ReadonlyMap<string, string> {
  try {
    return new Map(Object.entries(schema.parse(JSON.parse(bytes.toString('utf8')))))
  } catch {
    throw new DroverError('sealed file: what it holds is no map of texts', { reason: 'invalid-ledger' })
  }
}

const schema = z.record(z.string(), z.string().min(1))

/**
 * A machine that is ended for good takes its generated values with it: one made later under its name gets its
 * own. What was lost otherwise and is made again, or only forgotten, keeps them.
 */
export function dropGenerated(machine: string): TreeChange {
  return { kind: 'remove', path: generatedPath(machine) }
}

/** The survey of an earlier commit, with what is sealed now: a value that was made since is the machine's. */
export function withSealedOf(now: FlockView, then: FlockView): FlockView {
  const tree = treeWithSealedOf(now.snapshot.tree, then.snapshot.tree)
  return { ...then, snapshot: { ...then.snapshot, tree } }
}

export function treeWithSealedOf(now: Tree, then: Tree): Tree {
  const isSealed = ([path]: readonly [string, unknown]): boolean => sealed.test(path)
  return new Map([...[...then].filter((entry) => !isSealed(entry)), ...[...now].filter(isSealed)])
}

const sealed = /^machines\/[^/]+\/sealed\//
