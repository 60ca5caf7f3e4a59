import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const decisionsFolder = join(root, 'docs/decisions')
const read = (path: string): string => readFileSync(path, 'utf8')

const decisions = readdirSync(decisionsFolder).filter((name) => /^\d{4}-.*\.md$/.test(name))

test.each(decisions)('the index of decisions has one line with number, title and gist for %s', (name) => {
  const rows = read(join(decisionsFolder, 'README.md')).split('\n')
  const row = rows.filter((line) => line.includes(`](${name})`))
  expect(row).toHaveLength(1)
  const title = read(join(decisionsFolder, name)).split('\n')[0] ?? ''
  const number = Number(name.slice(0, 4))
  expect(title).toMatch(new RegExp(`^# ${number}\\. `))
  expect(row[0]).toMatch(new RegExp(`^\\| ${number} \\| \\[[^\\]]+\\]\\([^)]+\\) \\| [A-Z\`].*\\. \\|$`))
})

test('decisions have each number once, without a gap', () => {
  expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, at) => at + 1))
})

const pages = [
  join(root, 'README.md'),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(root, 'docs', name)),
]

test.each(pages.map((path) => relative(root, path)))(
  'links of %s lead to files and headings that exist',
  (name) => {
    const page = join(root, name)
    expect(linksOf(page).filter((target) => !leadsSomewhere(page, target))).toEqual([])
  },
)

/** Targets of the links to files of this repository, without those in code. */
function linksOf(page: string): readonly string[] {
  const text = read(page)
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, '`')
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
}

function leadsSomewhere(page: string, target: string): boolean {
  const [path = '', heading] = target.split('#')
  const file = path === '' ? page : join(dirname(page), path)
  if (!existsSync(file)) return false
  return heading === undefined || headingsOf(file).includes(heading)
}

/** As GitHub names the headings of a page. */
function headingsOf(page: string): readonly string[] {
  return [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
