import { expect, test } from 'vitest'
import { SecretBytes } from '../../base/secret-bytes.js'
import type { DesiredFile, DesiredSymlink } from '../../render/desired.js'
import { symlinkClashes } from './symlink-clashes.js'

const fileAt = (destination: string): DesiredFile => ({
  destination,
  owner: 'root',
  group: 'root',
  mode: 0o644,
  bytes: new SecretBytes(Buffer.alloc(0)),
  shown: Buffer.alloc(0),
  secrets: [],
  after: [],
  from: { file: 'config/all/a' },
})
const links: readonly DesiredSymlink[] = [
  {
    path: '/opt/app',
    to: '/opt/app.releases/1',
    kind: 'code',
    name: 'app',
    label: '',
    after: [],
    from: { file: 'flock.yml' },
  },
  {
    path: '/usr/local/bin/tool',
    to: '/x',
    kind: 'artifact',
    name: 'tool',
    label: '',
    after: [],
    from: { file: 'flock.yml' },
  },
]
const messages = (destination: string): readonly string[] =>
  symlinkClashes([fileAt(destination)], links).map(({ message }) => message)

test.each([
  ['/opt/app', 'is the path of code "app"'],
  ['/opt', 'must stay a folder: code "app" is below it'],
  ['/opt/app.releases/1/settings', 'is where Drover keeps code "app"'],
  ['/opt/app.shared', 'is where Drover keeps code "app"'],
  ['/usr/local/bin/tool', 'is the path of artifact "tool"'],
  ['/usr/local/bin/tool/x', 'is below artifact "tool", which is a file'],
])('a file at %s is refused', (destination, why) => {
  expect(messages(destination)).toEqual([`config/all/a: "${destination}" ${why}`])
})

test.each(['/opt/app/settings.yml', '/opt/application', '/opt/app.releases2', '/usr/local/bin/tool2'])(
  'a file at %s is none',
  (destination) => {
    expect(messages(destination)).toEqual([])
  },
)
