import { expect, test } from 'vitest'
import { githubName } from './github-name.js'

test.each([
  ['https://github.com/writing/servers', 'writing/servers'],
  ['https://github.com/writing/servers.git', 'writing/servers'],
  ['https://x@github.example.org/writing/servers.git/', 'writing/servers'],
  ['git@github.com:writing/servers.git', 'writing/servers'],
  ['ssh://git@github.com/writing/servers.js', 'writing/servers.js'],
  ['https://example.org/deep/writing/servers', undefined],
  ['../ops.git', undefined],
  ['/srv/git/ops.git', undefined],
  ['', undefined],
])('the GitHub name of "%s" is %s', (url, name) => {
  expect(githubName(url)).toBe(name)
})
