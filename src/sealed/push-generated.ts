import { sha256 } from '../base/digest.js'
import type { FlockView } from '../branch/flock-view.js'
import type { Machine } from '../flock/flock.js'
import type { BranchPorts, ReportPorts, RunPorts, SecretPorts } from '../task/ports.js'
import { makePushNow } from '../task/push-now.js'
import type { Generated } from './decrypt-generated.js'
import { encodeGenerated, generatedPath } from './generated-file.js'

export type SealingPorts = BranchPorts & SecretPorts & RunPorts & ReportPorts

export interface ToPush {
  readonly view: FlockView
  readonly operation: string
  readonly machines: readonly Machine[]
  readonly generated: ReadonlyMap<string, Generated>
}

/**
 * Resolves when the branch has values for all that were made, these or those of another run that was first:
 * each file is put only over what it was made from. Read the branch again: it is the truth.
 */
export async function pushGenerated(
  ports: SealingPorts,
  { view, operation, machines, generated }: ToPush,
): Promise<void> {
  const { recipients, seal } = await ports.seal()
  const pushNow = makePushNow(ports)
  const sealed = await Promise.all(
    machines.flatMap((machine) => {
      const { values, made } = generated.get(machine.name) ?? {}
      if (values === undefined || made === undefined || made.size === 0) return []
      const bytes = seal(encodeGenerated(new Map([...values, ...made])))
      return [bytes.then((file) => ({ machine, file, names: [...made.keys()].sort() }))]
    }),
  )
  await Promise.all(
    sealed.map(({ machine, file, names }) => {
      const path = generatedPath(machine.name)
      const before = view.snapshot.tree.get(path)
      return pushNow(
        { ports, machine, operation },
        {
          config: view.snapshot.commit,
          message: `made generated ${names.join(', ')}, sealed to ${recipients[0]}`,
          changes: [{ kind: 'put', path, mode: '100644', bytes: file }],
          over: { path, ...(before === undefined ? {} : { sha256: sha256(before.bytes) }) },
        },
      )
    }),
  )
}
