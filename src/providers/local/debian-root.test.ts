import { expect, test } from 'vitest'
import { rootDigest, rootRecipe } from './debian-root.js'

const mirror = { mirror: 'http://mirror.test/debian', sources: 'deb …' }
const digest = (settings: { suite?: string; packages?: string[] }, script = 'script'): string =>
  rootDigest(rootRecipe({ suite: 'bookworm', packages: [], ...settings }, mirror), script)

test('rootDigest is the same for the same packages, in any order and named twice', () => {
  expect(digest({ packages: ['jq', 'nginx'] })).toBe(digest({ packages: ['nginx', 'jq', 'sudo'] }))
})

test('rootDigest is another for another suite, package, or way of making the root', () => {
  const all = [digest({}), digest({ suite: 'trixie' }), digest({ packages: ['jq'] }), digest({}, 'other')]
  expect(new Set(all).size).toBe(4)
})

test('rootDigest can be the name of a folder', () => {
  expect(digest({})).toMatch(/^[0-9a-f]{16}$/)
})
