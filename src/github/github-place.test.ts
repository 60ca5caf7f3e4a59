import { expect, test } from 'vitest'
import { findGitHubPlace } from './github-place.js'

const at = (url: string | undefined, env: NodeJS.ProcessEnv = {}): string | undefined => {
  const place = findGitHubPlace({ env, url })
  return place === undefined ? undefined : `${place.owner}/${place.repo} ${place.apiUrl}`
}
const api = 'https://api.github.com'
const enterprise = { GITHUB_SERVER_URL: 'https://git.example.org' }

test.each([
  ['https://github.com/o/r', `o/r ${api}`],
  ['https://github.com/o/r.git/', `o/r ${api}`],
  ['https://github.com/o/r.git', `o/r ${api}`],
  ['https://token@GitHub.com/o/r', `o/r ${api}`],
  ['git@github.com:o/my.repo.git', `o/my.repo ${api}`],
  ['github.com:o/r', `o/r ${api}`],
  ['ssh://git@ssh.github.com:443/o/r.git', `o/r ${api}`],
  ['https://acme.ghe.com/o/r', 'o/r https://api.acme.ghe.com'],
  ['https://git.example.org/o/r', undefined],
  ['https://github.com.evil.example/o/r', undefined],
  ['https://evil.example/github.com/o/r', undefined],
  ['https://github.com/o', undefined],
  ['https://github.com/o/r/tree/main', undefined],
  ['https://github.com/../r', undefined],
  ['/srv/ops.git', undefined],
  ['./ops', undefined],
  ['', undefined],
  [undefined, undefined],
])('findGitHubPlace reads the repository at GitHub from %s: %s', (url, place) => {
  expect(at(url)).toBe(place)
})

test('findGitHubPlace takes the server that the environment names', () => {
  expect(at('https://git.example.org/o/r', enterprise)).toBe('o/r https://git.example.org/api/v3')
  expect(at('git@git.example.org:o/r', { ...enterprise, GITHUB_API_URL: 'https://a.example/' })).toBe(
    'o/r https://a.example',
  )
  expect(at('https://github.com/o/r', { ...enterprise, GITHUB_API_URL: 'https://a.example' })).toBe(
    `o/r ${api}`,
  )
})

test('findGitHubPlace takes the repository of the run in a workflow, whatever git says', () => {
  const env = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'o/r', GITHUB_API_URL: 'http://127.0.0.1:8080' }
  expect(at('https://gitlab.example/a/b', env)).toBe('o/r http://127.0.0.1:8080')
})

test('findGitHubPlace gives no token to a server over plain HTTP', () => {
  const env = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'o/r', GITHUB_API_URL: 'http://api.example' }
  expect(() => at(undefined, env)).toThrow('the token is sent over HTTPS only')
})
