import { expect, it } from 'vitest'
import { sha256 } from '../base/digest.js'
import type { TreeFile, TreeMode } from '../base/tree.js'
import type { ArtifactEntry } from '../flock/flock.js'
import { encodeLfsPointer } from '../sources/artifacts/lfs-pointer.js'
import { artifactProblems, findArtifact } from './find-artifact.js'

const content = 'a program'
const oid = sha256(content)
const entry: ArtifactEntry = {
  name: 'tool',
  path: '/usr/local/bin/tool',
  sha256: oid,
  from: { kind: 'file', file: 'bin/tool' },
  mode: 0o755,
  owner: 'root',
  group: 'root',
  after: [],
}
const branch = (text: string, mode: TreeMode = '100644'): Map<string, TreeFile> =>
  new Map([['bin/tool', { mode, bytes: Buffer.from(text) }]])

it.each([
  ['the file itself', branch(content), { kind: 'bytes' }],
  [
    'a Git LFS pointer',
    branch(encodeLfsPointer({ oid, size: 9 })),
    { kind: 'lfs', pointer: { oid, size: 9 } },
  ],
])('an artifact is found as %s', (_what, tree, expected) => {
  expect(findArtifact(entry, tree)).toMatchObject(expected)
})

it('an artifact at an address is left to who fetches it', () => {
  const from = { kind: 'url', url: 'https://example.org/tool' } as const
  expect(findArtifact({ ...entry, from }, new Map())).toEqual(from)
})

it.each([
  ['no such file', new Map(), 'missing-file', 'is not on the config branch'],
  ['a symbolic link', branch(content, '120000'), 'missing-file', 'symbolic link'],
  ['another content', branch('other'), 'artifact-differs', sha256('other')],
  [
    'a pointer to another content',
    branch(encodeLfsPointer({ oid: '0'.repeat(64), size: 9 })),
    'artifact-differs',
    '0'.repeat(64),
  ],
  [
    'a pointer that is cut off',
    branch(encodeLfsPointer({ oid, size: 9 }).slice(0, 60)),
    'missing-file',
    'begins as a Git LFS pointer',
  ],
])('%s is a problem with a way out', (_what, tree, reason, message) => {
  const [problem] = artifactProblems([entry], tree)
  expect(problem).toMatchObject({ reason, hint: expect.any(String) })
  expect(problem?.message).toContain(message)
})
