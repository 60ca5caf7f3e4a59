import { expect, test } from 'vitest'
import { InputError } from '../base/errors.js'
import { describeSize } from './describe-size.js'
import { readBackupPaths } from './read-paths.js'

test('a path of a backup may be missing with a question mark', () => {
  expect(readBackupPaths(['/srv/a', '/srv/b?'])).toEqual([
    { path: '/srv/a', mayBeMissing: false },
    { path: '/srv/b', mayBeMissing: true },
  ])
})

test('paths that cannot be backed up are told all at once', () => {
  const words = ['srv', '/', '/srv/../etc', '/srv//a', '/srv/', '/a\u0007', '?', '/fine']
  let problems: readonly string[] = []
  try {
    readBackupPaths(words)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    problems = error.problems.map(({ message }) => message)
  }
  expect(problems).toEqual([
    'paths: "srv" is not absolute',
    'paths: "/" is the whole machine',
    'paths: "/srv/../etc" is not normalised',
    'paths: "/srv//a" is not normalised',
    'paths: "/srv/" is not normalised',
    'paths: "/a\\u0007" holds a control character',
    'paths: "" is not absolute',
  ])
})

test.each([
  [0, '0 bytes'],
  [1023, '1023 bytes'],
  [1024, '1.0 KiB'],
  [1_572_864, '1.5 MiB'],
  [5_000_000_000_000_000, '4547.5 TiB'],
])('%i bytes are %s', (bytes, text) => {
  expect(describeSize(bytes)).toBe(text)
})
