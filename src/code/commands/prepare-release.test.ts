import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { parseReleaseLine, prepareScript } from './prepare-release.js'
import type { ReleaseSource } from './release.js'

const commit = 'a'.repeat(40)
const source: ReleaseSource = {
  name: 'app',
  url: "https://example.org/it's?a=$(date)",
  revision: 'feature/`x`',
  path: '/srv/my app',
  via: 'push',
  owner: 'app',
  group: 'web',
  build: ['echo "$HOME"', "printf 'a b'"],
  shared: ['data', 'a b'],
}

it('the script that prepares a release gets every value as one word, whatever is in it', () => {
  const script = prepareScript([{ entry: source, commit, bundle: '0.bundle' }])
  const shown = script.replace(
    /^make_release\(\) \{/m,
    'make_release() { printf "%s\\n" "$@" "${build[@]}" "${shared[@]}"; return; ',
  )
  const printed = execFileSync('bash', ['-c', shown], { encoding: 'utf8' }).split('\n')
  const { name, path, url, via, owner, group, revision, build, shared } = source
  expect(printed.filter((_line, at) => at !== 5)).toEqual([
    name,
    path,
    url,
    via,
    commit,
    owner,
    group,
    '0.bundle',
    revision,
    ...build,
    ...shared,
    '',
  ])
  expect(printed[5]).toMatch(/^\/srv\/my app\.releases\/a{12}-/)
})

it('the script that prepares a release is bash, also with nothing to build and nothing to share', () => {
  const script = prepareScript([{ entry: { ...source, build: [], shared: [] }, commit }])
  execFileSync('bash', ['-n'], { input: script })
  expect(script).toContain('build=()\nshared=()\n')
})

it.each([
  ['| failed to compile', { kind: 'output', line: 'failed to compile' }],
  ['| ', { kind: 'output', line: '' }],
  ['failed app: no', { kind: 'failed', why: 'app: no' }],
  ['app: making it', { kind: 'step', line: 'app: making it' }],
])('a line of the script is read for what it is: %j', (line, expected) => {
  expect(parseReleaseLine(line)).toEqual(expected)
})
