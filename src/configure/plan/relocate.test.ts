import { expect, test } from 'vitest'
import { SecretBytes } from '../../base/secret-bytes.js'
import type { DesiredFile, DesiredSymlink } from '../../render/desired.js'
import { relocateFiles, relocateSymlinks } from './relocate.js'

const link = (path: string, to: string): DesiredSymlink => ({
  path,
  to,
  kind: 'code',
  name: 'app',
  label: 'v1',
  after: [],
  from: { file: 'flock.yml' },
})
const file = (destination: string): DesiredFile => ({
  destination,
  owner: 'root',
  group: 'root',
  mode: 0o644,
  bytes: new SecretBytes(Buffer.alloc(0)),
  shown: Buffer.alloc(0),
  secrets: [],
  after: [],
  from: { file: 'files.yml' },
})
const app = link('/srv/app', '/srv/app.releases/1')
const plugin = link('/srv/app/plugin', '/srv/plugin.releases/2')

test.each([
  [
    'below a symlink is in what the symlink leads to',
    '/srv/app/etc/a',
    '/srv/app.releases/1/etc/a',
    app.path,
  ],
  ['below two symlinks is behind the nearest', '/srv/app/plugin/a', '/srv/plugin.releases/2/a', plugin.path],
  ['elsewhere is its destination', '/etc/a', '/etc/a', undefined],
  [
    'whose name only begins like the symlink is its destination',
    '/srv/application',
    '/srv/application',
    undefined,
  ],
  ['at the symlink itself is its destination', '/srv/app', '/srv/app', undefined],
])('the place of a file %s', (_name, destination, place, behind) => {
  for (const links of [
    [app, plugin],
    [plugin, app],
  ]) {
    const [placed] = relocateFiles([file(destination)], links)
    expect(placed).toMatchObject({ destination, place })
    expect(placed?.behind?.path).toBe(behind)
  }
})

test('a symlink below another lies in what that one leads to', () => {
  expect(relocateSymlinks([app, plugin]).map(({ place }) => place)).toEqual([
    '/srv/app',
    '/srv/app.releases/1/plugin',
  ])
})
