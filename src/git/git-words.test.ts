import { expect, it } from 'vitest'
import { isLasting, usefulLine } from './git-words.js'

it.each([
  "fatal: Authentication failed for 'https://example.org/'",
  "fatal: could not read Username for 'https://example.org': terminal prompts disabled",
  "fatal: repository 'http://127.0.0.1/x.git/' not found",
  "fatal: '/nowhere' does not appear to be a git repository",
  'git@example.org: Permission denied (publickey).',
  "fatal: transport 'ext' not allowed",
])('isLasting holds for %s', (line) => {
  expect(isLasting(line)).toBe(true)
})

it.each([
  "fatal: unable to access 'x': Could not resolve host: example.org",
  "fatal: unable to access 'x': Failed to connect to 127.0.0.1 port 1",
  'The requested URL returned error: 503',
])('isLasting does not hold for %s', (line) => {
  expect(isLasting(line)).toBe(false)
})

it('usefulLine skips the lines that git always writes', () => {
  const stderr =
    "fatal: '/nowhere' does not appear to be a git repository\nfatal: Could not read from remote repository.\n\n" +
    'Please make sure you have the correct access rights\nand the repository exists.\n'
  expect(usefulLine(stderr)).toBe("'/nowhere' does not appear to be a git repository")
})
