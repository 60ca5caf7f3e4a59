import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { operations } from '../../src/operations/registry.ts'

const source = join(import.meta.dirname, '..', '..', 'src')
const names = operations.flatMap(({ name, aliases = [] }) => [name, ...aliases])

/** What stands there by chance: `stop` is also how EC2 takes a shutdown. */
const others: readonly string[] = ['providers/ec2/launch/complete-machine.ts']

const quoted = `['"\`](?<name>${names.join('|')})['"\`]`
const anyQuoted = quoted.replace('?<name>', '?:')
const forms = [
  // The kind of a result, of an event or of a step is another word.
  `(?<!\\bkind\\s*|[=!])[!=]==?\\s*${quoted}`,
  `${quoted}\\s*[!=]==?`,
  `\\bcase ${quoted}:`,
  `new Set\\(\\[(?:${anyQuoted}, )*${quoted}`,
  `\\[(?:${anyQuoted}, )*${quoted}(?:, ${anyQuoted})*\\]\\.includes\\(`,
].map((form) => new RegExp(form))

/** `FILE: LINE` of what asks whether something is the operation of a name. */
function comparisons(path: string, text: string): readonly string[] {
  const own = /^operations\/([^/]+)\//.exec(path)?.[1]
  return text
    .split('\n')
    .filter((line) => forms.some((form) => isAbout(form.exec(line)?.groups?.name, own)))
    .map((line) => `${path}: ${line.trim()}`)
}

function isAbout(name: string | undefined, own: string | undefined): boolean {
  return name !== undefined && name !== own
}

test('nothing outside of an operation asks for it by its name', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !others.includes(path),
  )
  expect(files.length).toBeGreaterThan(300)
  const found = files.flatMap((path) => comparisons(path, readFileSync(join(source, path), 'utf8')))
  expect(found).toEqual([])
})

test.each<readonly [string, boolean]>([
  ["if (operation === 'reboot') return", true],
  ["if ('reboot' !== name) return", true],
  ["    case 'seal-key':", true],
  ["const both = new Set(['update', 'run'])", true],
  ["return ['update', 'run'].includes(operation)", true],
  ["name: 'reboot',", false],
  ["if (kind === 'rebooted') return", false],
  ["if (data?.kind === 'plan') return", false],
])('the search takes %j for a comparison: %s', (line, isOne) => {
  expect(comparisons('report/report.ts', line)).toHaveLength(isOne ? 1 : 0)
})

test('the search leaves an operation its own name', () => {
  expect(comparisons('operations/reboot/reboot.ts', "if (operation === 'reboot') return")).toEqual([])
  expect(comparisons('operations/reboot/reboot.ts', "if (operation === 'update') return")).toHaveLength(1)
})
