import { createHash } from 'node:crypto'
import { programText } from '../programs/program.js'
import type { ArchiveFile } from './archive-file.js'

/** Parts of the program that carries out changes on a machine. */
const parts = [
  'machine/apply.py',
  'machine/arm.py',
  'machine/back.py',
  'machine/children.py',
  'machine/ends.py',
  'machine/files.py',
  'machine/follow.py',
  'machine/forward.py',
  'machine/keep.py',
  'machine/listener.py',
  'machine/lock.py',
  'machine/main.py',
  'machine/paths.py',
  'machine/plan.py',
  'machine/points.py',
  'machine/receive.py',
  'machine/recover.py',
  'machine/stage.py',
  'machine/swap.py',
  'machine/transaction.py',
  'machine/validate.py',
  'machine/verbs.py',
  'machine/voice.py',
] as const

export interface MachineProgram {
  /** Names its folder on the machine: of all names and bytes. */
  readonly digest: string
  readonly files: readonly ArchiveFile[]
}

let known: MachineProgram | undefined

/** The program as it goes to machines that do not have it. */
export function machineProgram(): MachineProgram {
  known ??= readParts()
  return known
}

function readParts(): MachineProgram {
  const digest = createHash('sha256')
  const files = parts.map((part): ArchiveFile => {
    const path = part.slice('machine/'.length)
    const bytes = Buffer.from(programText(part))
    digest.update(`${path} ${bytes.length}\n`).update(bytes)
    return { path, mode: 0o600, bytes }
  })
  return { digest: digest.digest('hex'), files }
}
