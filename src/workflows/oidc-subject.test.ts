import { expect, test } from 'vitest'
import { oidcSubjects } from './oidc-subject.js'

test.each([
  ['2026-07-14T23:59:59Z', false],
  ['2026-07-15T00:00:00Z', true],
])('a repository that was created at %s has ids in its tokens: %s', (createdAt, usesIds) => {
  expect(oidcSubjects({ name: 'writing/servers', id: 22, ownerId: 7, createdAt })).toEqual({
    byIds: 'repo:writing@7/servers@22:*',
    byNames: 'repo:writing/servers:*',
    usesIds,
  })
})
