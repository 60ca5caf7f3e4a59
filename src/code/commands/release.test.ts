import { expect, it } from 'vitest'
import { type ReleaseSource, releaseOf } from './release.js'

const commit = '0123456789abcdef0123456789abcdef01234567'
const source: ReleaseSource = {
  name: 'app',
  url: 'https://example.org/app',
  revision: 'main',
  path: '/srv/app',
  via: 'clone',
  owner: 'app',
  group: 'app',
  build: ['make'],
  shared: [],
}

it('a release is named by the commit and by what is done with it', () => {
  const release = releaseOf(source, commit)
  expect(release.name).toMatch(/^0123456789ab-[0-9a-f]{8}$/)
  expect(release.path).toBe(`/srv/app.releases/${release.name}`)
  expect(release.link).toEqual({ path: '/srv/app', to: release.path })
  expect(release.label).toBe('app 0123456 (main)')
  expect(releaseOf({ ...source, revision: commit }, commit).label).toBe('app 0123456')
})

it.each([
  ['another address', { url: 'https://example.org/moved' }],
  ['another name for the same commit', { revision: 'v1' }],
  ['another way', { via: 'push' as const }],
])('a source with %s gives the same release', (_what, part) => {
  expect(releaseOf({ ...source, ...part }, commit).path).toBe(releaseOf(source, commit).path)
})

it.each([
  ['another build', { build: ['make', 'make install'] }],
  ['the same words in other commands', { build: ['make', ''] }],
  ['another owner', { owner: 'web' }],
  ['another group', { group: 'web' }],
  ['other shared paths', { shared: ['data'] }],
])('a source with %s gives another release', (_what, part) => {
  expect(releaseOf({ ...source, ...part }, commit).path).not.toBe(releaseOf(source, commit).path)
})
