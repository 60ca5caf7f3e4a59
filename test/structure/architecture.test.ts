import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8')

function rowsOf(table: string): readonly (readonly string[])[] {
  const [, body = ''] = new RegExp(`<!-- ${table} -->\\n([\\s\\S]*?)<!-- end -->`).exec(page) ?? []
  return body
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/g, '')))
}

function pathsIn(cell = ''): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => /[./]/.test(path) && !path.includes(' '))
}

test('the table of rooms names every folder below src, and only those', () => {
  const named = rowsOf('rooms').flatMap(([cell]) => pathsIn(cell))
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `src/${name}/`)
  expect(named.filter((path) => path.endsWith('/')).sort()).toEqual(folders.sort())
})

test('the rooms stand in the order in which they may import each other', () => {
  const { order } = readOrder()
  const named = rowsOf('rooms').flatMap(([cell = '']) => /^`src\/([\w-]+)\/`/.exec(cell)?.[1] ?? [])
  expect(named.filter((name) => order.includes(name))).toEqual(order)
})

test('the table "to change X, open Y" has at least 25 rows, and every path in it exists', () => {
  const rows = rowsOf('where')
  expect(rows.length).toBeGreaterThanOrEqual(25)
  for (const [what, where] of rows) {
    const paths = pathsIn(where)
    expect(paths, what).not.toHaveLength(0)
    for (const path of paths) expect(existsSync(join(root, path)), path).toBe(true)
  }
})

test('every path of the sources that the page names exists', () => {
  const named = [
    ...page.matchAll(/`((?:src|test|scripts|bin|config|ansible|workflows-templates)\/[\w./-]+)`/g),
  ]
  for (const [, path = ''] of named) expect(existsSync(join(root, path)), path).toBe(true)
})

test('one machine goes through a change in at most 20 files, each called by the one above it and none above it in the rooms', () => {
  const { order } = readOrder()
  const [, drawn = ''] = /<!-- change -->\n```\n([\s\S]*?)```/.exec(page) ?? []
  const lines = drawn.trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(10)
  expect(lines.length).toBeLessThanOrEqual(20)
  const above: string[] = []
  for (const line of lines) {
    const [, indent = '', path = ''] = /^( *)(\S+)/.exec(line) ?? []
    const depth = indent.length / 2
    above.splice(depth, above.length, path)
    const caller = above[depth - 1]
    expect(existsSync(join(root, 'src', path)), path).toBe(true)
    if (caller === undefined) continue
    // The engine is handed the operation's work, which the definition's `load` brought.
    if (path !== 'operations/configure/configure.ts')
      expect(isNamedIn(caller, path), `${caller} -> ${path}`).toBe(true)
    expect(order.indexOf(roomOf(path)), path).toBeGreaterThanOrEqual(order.indexOf(roomOf(caller)))
  }
})

test('what is passed on while a machine goes through a change has at most 25 names', () => {
  const [, drawn = ''] = /<!-- change -->\n```\n([\s\S]*?)```/.exec(page) ?? []
  const names = drawn.split('\n').flatMap((line) => /\S {2,}(.*)$/.exec(line)?.[1]?.match(/[a-z]+/g) ?? [])
  expect(new Set(names).size).toBeLessThanOrEqual(25)
})

function isNamedIn(caller: string, path: string): boolean {
  const text = readFileSync(join(root, 'src', caller), 'utf8')
  const name = path.split('/').at(-1) ?? ''
  return text.includes(`/${name.replace(/\.ts$/, '.js')}`)
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? ''
}

function readOrder(): { readonly order: readonly string[] } {
  const text = readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8')
  const [, list = ''] = /const order = \[([\s\S]*?)\]/.exec(text) ?? []
  return { order: [...list.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name) }
}
