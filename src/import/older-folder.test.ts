import { expect, test } from 'vitest'
import type { Tree, TreeMode } from '../base/tree.js'
import { listMachines } from './list-machines.js'
import { findOlder, type Lookup } from './older-folder.js'

function tree(files: Readonly<Record<string, string>>, mode: TreeMode = '100644'): Tree {
  return new Map(Object.entries(files).map(([path, text]) => [path, { mode, bytes: Buffer.from(text) }]))
}

const scripts = tree({ 'config/a': '', 'config/b': '', 'config/c': '', 'config/d': '' })

function place(own: Tree, name: string, machine = 'm'): string {
  const found: Lookup = findOlder({ scripts, own, ownPrefix: 'own/' }, { name, machine })
  return found.kind === 'found' ? found.found.path : found.kind === 'missing' ? 'missing' : found.message
}

const own = tree({
  'config/m/a': '',
  'config/m/a.base': '',
  'config/m/b.base': '',
  'config/a': '',
  'config/b': '',
  'config/c': '',
})

test.each([
  ['a', "the machine's own folder", 'own/config/m/a'],
  ['b', "the machine's .base file", 'own/config/m/b.base'],
  ['c', "the flock's folder", 'own/config/c'],
  ['d', "the scripts' folder", 'config/d'],
  ['e', 'nowhere', 'missing'],
])('the file "%s" comes from %s', (name, _whose, expected) => {
  expect(place(own, name)).toBe(expected)
})

test('a file is found through symlinks that stay inside the folder', () => {
  const links = tree({ 'config/m': 'n', 'config/n/b': '../x' }, '120000')
  expect(place(new Map([...links, ...tree({ 'config/x': 'text' })]), 'b')).toBe('own/config/m/b')
})

test.each([
  ['/etc/passwd', 'is a symbolic link to "/etc/passwd", out of the folder'],
  ['../../../x', 'is a symbolic link to "../../../x", out of the folder'],
  ['a', 'is a symbolic link that leads in a circle'],
])('a file behind a symlink to %s is not read', (target, expected) => {
  expect(place(tree({ 'config/m/a': target }, '120000'), 'a')).toBe(expected)
})

test('a symlink that leads to nothing gives way to the next folder', () => {
  expect(place(tree({ 'config/m/a': 'gone' }, '120000'), 'a')).toBe('config/a')
})

test("a machine's name comes from a folder that no list names files in, and must be a possible name", () => {
  const own = new Map([
    ...tree({ 'config/m1/a': '', 'config/static/logo': '', 'config/Bad_Name/a': '', 'config/a': '' }),
    ...tree({ 'config/m1/uploads.csv': '"static/logo",a,b,c,d\n' }),
    ...tree({ 'config/m2': 'm1' }, '120000'),
  ])
  const { machines, notes } = listMachines({ scripts, own, ownPrefix: 'own/' })
  expect(machines).toEqual(['m1', 'm2'])
  expect(notes.map(({ at }) => at.file)).toEqual(['own/config/Bad_Name'])
})
