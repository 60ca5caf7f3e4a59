import { expect, it } from 'vitest'
import { observeReleasesCommand, parseReleases } from './observe-releases.js'

const commit = 'a'.repeat(40)
const name = '0123456789ab-01234567'

it('an answer about releases gives what there is of each code, in the order of the question', () => {
  const answer = `done 0 ${name}\nhave 0 ${commit}\nhave 1 ${'b'.repeat(40)}\nend\n`
  expect(parseReleases(answer, ['/srv/a', '/srv/b', '/srv/c'])).toEqual([
    { done: [`/srv/a.releases/${name}`], have: [commit] },
    { done: [], have: ['b'.repeat(40)] },
    { done: [], have: [] },
  ])
})

it.each([
  ['a name that leads elsewhere', 'done 0 ../../etc/passwd'],
  ['a commit that is an option', 'have 0 --output=/etc/passwd'],
  ['a place that was not asked for', `done 7 ${name}`],
])('an answer about releases is read without %s', (_what, line) => {
  expect(parseReleases(`${line}\nend\n`, ['/srv/a'])).toEqual([{ done: [], have: [] }])
})

it.each(['', `done 0 ${name}\n`, 'end'])(
  'an answer about releases that was cut off is refused: %j',
  (answer) => {
    expect(() => parseReleases(answer, ['/srv/a'])).toThrow(
      expect.objectContaining({ reason: 'connection-lost' }),
    )
  },
)

it('the question about releases has the folders as words of their own', () => {
  expect(observeReleasesCommand(['/srv/a b']).argv.at(-1)).toBe('/srv/a b.releases')
})
