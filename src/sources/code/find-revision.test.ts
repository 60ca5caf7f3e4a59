import { expect, it } from 'vitest'
import { findRevision, isCommitId, parseRefListing } from './find-revision.js'

const id = (digit: string): string => digit.repeat(40)
const listing = parseRefListing(
  [
    `${id('1')}\trefs/heads/main`,
    `${id('2')}\trefs/heads/feature/x`,
    `${id('3')}\trefs/heads/both`,
    `${id('4')}\trefs/tags/both`,
    `${id('5')}\trefs/tags/v1.0`,
    `${id('6')}\trefs/tags/v1.0^{}`,
    `${id('1')}\trefs/heads/same`,
    `${id('1')}\trefs/tags/same`,
    `${id('7')}\trefs/pull/1/head`,
    '',
  ].join('\n'),
)
const place = { listing, shown: 'https://example.org/r' }

it.each([
  ['a branch', 'main', '1'],
  ['a branch with a folder', 'feature/x', '2'],
  ['an annotated tag, by what it leads to', 'v1.0', '6'],
  ['a branch by its whole name', 'refs/heads/both', '3'],
  ['a tag by its whole name', 'refs/tags/both', '4'],
  ['a name that is a branch and a tag of one commit', 'same', '1'],
])('findRevision finds %s', (_what, revision, digit) => {
  expect(findRevision(revision, place)).toBe(id(digit))
})

it.each([
  ['both', 'is both a branch and a tag', 'Write "refs/heads/both" or "refs/tags/both".'],
  ['mian', 'is no branch and no tag', 'Did you mean the branch "main"?'],
  ['v1.1', 'is no branch and no tag', 'Did you mean the tag "v1.0"?'],
  ['refs/heads/v1.0', 'is no branch and no tag', 'Did you mean the tag "v1.0"?'],
  ['1111111', 'is no branch and no tag', 'whole id'],
  ['pull/1/head', 'is no branch and no tag', 'It has the branches "main", "feature/x", "both", "same"'],
])('findRevision refuses %s with a hint', (revision, message, hint) => {
  expect(() => findRevision(revision, place)).toThrow(
    expect.objectContaining({
      reason: 'unknown-revision',
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    }),
  )
})

it('findRevision reports that a repository has no branch yet', () => {
  const empty = { listing: parseRefListing(''), shown: 'x' }
  expect(() => findRevision('main', empty)).toThrow(
    expect.objectContaining({ hint: 'The repository has no branch yet.' }),
  )
})

it.each([
  [id('a'), true],
  ['a'.repeat(64), false],
  ['a'.repeat(39), false],
  [id('A'), false],
  [`${id('a')}\n`, false],
])('isCommitId(%j) is %s', (text, expected) => {
  expect(isCommitId(text)).toBe(expected)
})
