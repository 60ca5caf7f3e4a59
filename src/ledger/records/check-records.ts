import { type Problem, throwIfInvalid } from '../../base/errors.js'
import { encodePythonJson } from '../../events/python-json.js'
import type { LedgerRecord, TreeChange } from '../../events/record.js'
import { logEventOf } from '../../events/record-of.js'
import { machinePath, parseIdentity, parseLaunch, parseState } from '../machine-files.js'

/**
 * Throws an InputError with every reason why these records must not be
 * committed: above all a path outside of the machine's own folders.
 */
export function checkRecords(records: readonly LedgerRecord[]): void {
  throwIfInvalid(
    records.flatMap((record) =>
      problemsOf(record).map(
        (message): Problem => ({
          message: `record ${quoted(record.id)}: ${message}`,
          reason: 'bug',
          hint: 'This is a defect of Drover: please report it. Nothing was committed.',
        }),
      ),
    ),
  )
}

function problemsOf(record: LedgerRecord): readonly string[] {
  return [
    ...(record.id === '' || control.test(record.id) ? ['the id is empty or has control characters'] : []),
    ...(isName(record.machine) ? [] : [`the machine name ${quoted(record.machine)} is no name of a folder`]),
    ...(isUtcTime(record.time) ? [] : [`the time ${quoted(record.time)} is not ISO 8601 in UTC`]),
    ...record.changes.flatMap((change) => problemsOfChange(change, record.machine)),
    ...tryTo(() => encodePythonJson(logEventOf(record))),
  ]
}

function problemsOfChange(change: TreeChange, machine: string): readonly string[] {
  const path = change.kind === 'clear' ? change.folder : change.path
  const own = [machinePath(machine), `config/${machinePath(machine)}`]
  const inside = own.some((folder) => path.startsWith(`${folder}/`))
  const whole = change.kind === 'clear' && own.includes(path)
  if (!(inside || whole)) return [`the path ${quoted(path)} does not belong to machine ${quoted(machine)}`]
  if (!path.split('/').every(isName))
    return [`the path ${quoted(path)} has a part that git cannot keep safely`]
  if (change.kind !== 'put') return []
  const text = change.bytes.toString('utf8')
  if (path === machinePath(machine, 'machine.json')) return tryTo(() => parseIdentity(text, path))
  if (path === machinePath(machine, 'launch.json')) return tryTo(() => parseLaunch(text, path))
  if (path === machinePath(machine, 'state.json')) return tryTo(() => parseState(text, path))
  return []
}

const control = /[\u0000-\u001f\u007f]/

// Other spellings that some file systems take for `.git` when people clone the branch:
// HFS+ ignores zero-width characters, NTFS trailing dots, spaces and streams.
const ignored = /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g

function isName(part: string): boolean {
  if (part === '' || part === '.' || part === '..' || control.test(part) || part.includes('/')) return false
  return !part.split('\\').some((piece) => {
    const plain = piece
      .replace(ignored, '')
      .toLowerCase()
      .replace(/:.*$/, '')
      .replace(/[ .]+$/, '')
    return plain === '.git' || plain === 'git~1'
  })
}

function isUtcTime(time: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(time) && !Number.isNaN(Date.parse(time))
}

function tryTo(attempt: () => unknown): readonly string[] {
  try {
    attempt()
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

function quoted(text: string): string {
  return JSON.stringify(text)
}
