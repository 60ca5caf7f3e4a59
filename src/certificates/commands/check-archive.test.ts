import { expect, test } from 'vitest'
import { findWrongEntries, type LineageEntry } from './check-archive.js'

const file = (path: string): LineageEntry => ({ path, type: 'file' })
const link = (path: string, to: string): LineageEntry => ({ path, type: 'symlink', link: to })

const lineage: readonly LineageEntry[] = [
  { path: 'accounts/', type: 'folder' },
  { path: 'archive/', type: 'folder' },
  { path: 'archive/a.example/', type: 'folder' },
  file('archive/a.example/privkey1.pem'),
  { path: 'live/', type: 'folder' },
  { path: 'live/a.example/', type: 'folder' },
  link('live/a.example/privkey.pem', '../../archive/a.example/privkey1.pem'),
  file('renewal/a.example.conf'),
]

test('an archive of lineages is accepted as certbot has them', () => {
  expect(findWrongEntries(lineage)).toEqual([])
})

test.each<[string, LineageEntry, string]>([
  ['an absolute path', file('/etc/passwd'), 'is no path of a lineage'],
  ['a path that leads out', file('live/../../passwd'), 'is no path of a lineage'],
  ['a path beside the folders', file('cli.ini'), 'is no path of a lineage'],
  ['a hook, which certbot would run', file('renewal-hooks/deploy/x'), 'is no path of a lineage'],
  ['a path that begins as a folder does', file('live2/x'), 'is no path of a lineage'],
  ['a path that is not normalised', file('live//x'), 'is no path of a lineage'],
  ['a control character', file('live/x\ny'), 'is no path of a lineage'],
  ['a device', { path: 'live/x', type: 'other' }, 'is no file, folder or symbolic link'],
  ['an absolute symlink', link('live/x', '/etc/shadow'), 'is a link out of it'],
  ['a symlink that leads out', link('live/x', '../../shadow'), 'is a link out of it'],
  ['a symlink to what is not captured', link('live/x', '../cli.ini'), 'is a link out of it'],
  ['a symlink without a target', link('live/x', ''), 'is a link out of it'],
  ['a file below a symlink', file('live/a.example/privkey.pem/x'), 'is below a link'],
  ['a path twice', file('renewal/a.example.conf'), 'is there twice'],
  ['a folder that is a file already', { path: 'renewal/a.example.conf/', type: 'folder' }, 'is there twice'],
])('an archive of lineages is refused for %s', (_, entry, why) => {
  expect(findWrongEntries([...lineage, entry])).toEqual([`${JSON.stringify(entry.path)} ${why}`])
})

test('an archive of lineages is refused when it is empty', () => {
  expect(findWrongEntries([])).toEqual(['it is empty'])
})
