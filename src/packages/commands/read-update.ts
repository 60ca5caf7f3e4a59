import type { PackageChange, PackageLeft } from '../../base/outcome-data.js'
import { mark } from './update.js'

export interface UpdateReport {
  /** What a dry run would change. */
  readonly would: readonly PackageChange[]
  readonly changed: readonly PackageChange[]
  readonly left: readonly PackageLeft[]
  /** Packages that an earlier run had left half done, and that are whole now. */
  readonly repaired: readonly string[]
  /** Why the machine needs a reboot to use what is new; empty text when it does not say. */
  readonly needsReboot?: string
  /** The first error of the package manager. */
  readonly failed?: string
  readonly hasManager: boolean
  /** False when the script was cut off. */
  readonly isWhole: boolean
}

export interface UpdateListener {
  readonly onStep: (name: string) => void
  readonly onStepDone: (step: { readonly name: string; readonly status: number }) => void
  readonly onWaiting: (who: string) => void
  /** What the programs say. */
  readonly onOutput: (line: string) => void
}

export interface UpdateReader {
  line(text: string): void
  result(): UpdateReport
}

/** Reads what `updateProgram` prints, line by line as it comes. */
export function readUpdate(listener: UpdateListener): UpdateReader {
  const would: PackageChange[] = []
  const changed: PackageChange[] = []
  const left: PackageLeft[] = []
  const repaired: string[] = []
  let rest: Pick<UpdateReport, 'needsReboot' | 'failed'> = {}
  let hasManager = true
  let isWhole = false
  const words: Readonly<Record<string, (said: string) => void>> = {
    step: listener.onStep,
    done: (said) => {
      const [status = '', ...name] = said.split(' ')
      listener.onStepDone({ name: name.join(' '), status: Number(status) })
    },
    waiting: listener.onWaiting,
    would: (said) => would.push(parseChange(said)),
    changed: (said) => changed.push(parseChange(said)),
    left: (said) => left.push({ ...parseChange(said), why: said.split(' ')[3] ?? '' }),
    repaired: (said) => repaired.push(said),
    'needs-reboot': (said) => {
      rest = { ...rest, needsReboot: said }
    },
    failed: (said) => {
      rest = { ...rest, failed: said }
    },
    'unknown-manager': () => {
      hasManager = false
    },
    end: () => {
      isWhole = true
    },
  }
  return {
    line: (text) => {
      const [, word = '', said = ''] = new RegExp(`^${mark} (\\S+) ?(.*)$`).exec(text) ?? []
      if (Object.hasOwn(words, word)) words[word]?.(said.trim())
      else listener.onOutput(text)
    },
    result: () => ({ would, changed, left, repaired, hasManager, isWhole, ...rest }),
  }
}

function parseChange(said: string): PackageChange {
  const [name = '', before = '-', after = '-'] = said.split(' ')
  const version = (text: string): string | null => (text === '-' ? null : text)
  return { name, before: version(before), after: version(after) }
}
