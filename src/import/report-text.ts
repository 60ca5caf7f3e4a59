import { formatLocation } from '../base/errors.js'
import type { ImportNote, ImportSecret } from './note.js'

export interface ImportReport {
  readonly notes: readonly ImportNote[]
  readonly secrets: readonly ImportSecret[]
  /** Rows of an older path and the new path. */
  readonly carried: readonly (readonly [string, string])[]
  readonly machines: readonly string[]
  /** Path of the private key on the computer that ran the scripts. */
  readonly keyFile: string | undefined
}

const headings = {
  'not-carried': ['Not carried', 'Missing from this folder. Each needs a decision of yours.'],
  guessed: ['Guessed', 'Carried by a rule that may be wrong here. Check each.'],
  changed: ['Carried, but done differently', 'Worth knowing.'],
} as const

/** The text of IMPORT.md, which people may still read months later. */
export function renderReport(report: ImportReport): string {
  const { notes, carried, machines } = report
  const parts = [
    '# Import',
    'Made by `drover import`. Files and lines are those of the older folder.',
    `Machines: ${machines.length === 0 ? 'none has a folder' : machines.join(', ')}. The older scripts know machines from AWS alone: one without a folder of its own is not here, add it below \`machines\` in \`flock.yml\`. Machines that run already are not taken over: \`drover provision\` makes new ones.`,
    '## Older and new files',
    [
      '| Older | Here |',
      '| --- | --- |',
      ...carried.map(([from, to]) => `| ${cell(from)} | ${cell(to)} |`),
    ].join('\n'),
    '## Secrets to set',
    'To be run in the older folder: files are named from there.',
    ['```sh', ...secretCommands(report), '```'].join('\n'),
    ...Object.entries(headings).flatMap(([kind, [title, text]]) => {
      const lines = notes.filter((note) => note.kind === kind).map((note) => `- ${formatNote(note)}`)
      return lines.length === 0 ? [] : [`## ${title}`, text, lines.join('\n')]
    }),
  ]
  return `${parts.join('\n\n')}\n`
}

/** One command for each secret. No command contains a value. */
export function secretCommands({ secrets, keyFile }: ImportReport): readonly string[] {
  const own = secrets.map(({ name, file, at }) =>
    file === undefined
      ? `gh secret set ${name}   # the value in ${formatLocation(at)}`
      : `gh secret set ${name} < ${shellWord(file)}`,
  )
  return [`gh secret set DROVER_SSH_KEY${keyFile === undefined ? '' : ` < ${shellWord(keyFile)}`}`, ...own]
}

export function formatNote({ at, message }: ImportNote): string {
  return `\`${formatLocation(at)}\`: ${message}`.replaceAll(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, '?')
}

function shellWord(path: string): string {
  const shown = path.replaceAll(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, '?')
  return /^[\w@%+=:,./~-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", `'\\''`)}'`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
