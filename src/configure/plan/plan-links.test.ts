import { expect, test } from 'vitest'
import { sha256 } from '../../base/digest.js'
import { SecretBytes } from '../../base/secret-bytes.js'
import type { DesiredFile, DesiredSymlink } from '../../render/desired.js'
import type { Observed, ObservedPath } from '../commands/observe.js'
import { desiredDigest } from './desired-digest.js'
import { isNothingToDo, planConfigure } from './plan.js'
import { describeSymlink } from './plan-links.js'
import { planProblems } from './plan-problems.js'

const releaseOf = (digit: string): string => `/srv/app.releases/${digit.repeat(12)}-00000000`
const app: DesiredSymlink = {
  path: '/srv/app',
  to: releaseOf('2'),
  kind: 'code',
  name: 'app',
  label: 'v2 (222222222222)',
  after: [{ kind: 'restart', unit: 'app' }],
  from: { file: 'flock.yml', line: 9 },
}
const site: DesiredFile = {
  destination: '/srv/app/site.conf',
  owner: 'root',
  group: 'root',
  mode: 0o644,
  bytes: new SecretBytes(Buffer.from('site\n')),
  shown: Buffer.from('site\n'),
  secrets: [],
  after: [{ kind: 'reload', unit: 'app' }],
  from: { file: 'files.yml', line: 2 },
}
const inRelease = (digit: string, rest = '/site.conf'): string => `${releaseOf(digit)}${rest}`

const linkTo = (to: string, isDangling = false): [string, ObservedPath] => [
  app.path,
  { target: to, isLink: true, link: to, isDangling },
]
const fileAt = (path: string, text = 'site\n'): [string, ObservedPath] => [
  path,
  {
    target: path,
    isLink: false,
    stat: { type: 'file', mode: 0o644, owner: 'root', group: 'root', size: text.length },
    sha256: sha256(text),
  },
]
const folderAt = (path: string): [string, ObservedPath] => [
  path,
  {
    target: path,
    isLink: false,
    stat: { type: 'folder', mode: 0o755, owner: 'root', group: 'root', size: 0 },
  },
]
const observed = (found: readonly [string, ObservedPath][], more: Partial<Observed> = {}): Observed => ({
  found: new Map(found),
  managed: [],
  ...more,
})
const stamped = (files: readonly DesiredFile[], links: readonly DesiredSymlink[]): Partial<Observed> => ({
  stamp: JSON.stringify({ digest: desiredDigest({ files, links }) }),
})
const both = { files: [site], links: [app], checks: [] }

test('the plan has nothing to do for a symlink that leads where it should, and a file in what it leads to', () => {
  const found = [linkTo(app.to), fileAt(inRelease('2'))]
  const plan = planConfigure(both, observed(found, stamped([site], [app])))
  expect(isNothingToDo(plan)).toBe(true)
})

test.each([
  ['makes a symlink where nothing is', [], { action: 'create' }, 'code app: v2 (222222222222)'],
  [
    'switches a symlink that leads elsewhere',
    [linkTo(releaseOf('1'))],
    { action: 'switch', observedLink: releaseOf('1') },
    'code app: 111111111111 -> v2 (222222222222)',
  ],
  [
    'switches a symlink of somebody else, and says where it led',
    [linkTo('/home/anna/app')],
    { action: 'switch', observedLink: '/home/anna/app' },
    'code app: /home/anna/app -> v2 (222222222222)',
  ],
  [
    'switches a symlink whose end is gone',
    [linkTo(app.to, true)],
    { action: 'switch', observedLink: app.to },
    'code app: 222222222222 -> v2 (222222222222)',
  ],
])('the plan %s', (_name, found: readonly [string, ObservedPath][], change, words) => {
  const plan = planConfigure({ ...both, files: [] }, observed(found))
  expect(plan.links).toMatchObject([change])
  expect(plan.links.map(describeSymlink)).toEqual([words])
  expect(plan.followUps).toEqual(app.after)
  expect(isNothingToDo(plan)).toBe(false)
})

test('the plan puts every file into what a symlink is about to lead to, whatever is there', () => {
  const ready = planConfigure(both, observed([linkTo(releaseOf('1')), fileAt(inRelease('2'), 'of git\n')]))
  expect(ready.changes).toMatchObject([{ action: 'create', target: inRelease('2'), unseen: true }])
  expect(ready.changes[0]?.observedSha256).toBeUndefined()
  // The release may be made ready between a preview and the change: the plan is the same.
  expect(planConfigure(both, observed([linkTo(releaseOf('1'))])).digest).toBe(ready.digest)
  expect(ready.followUps).toEqual(app.after)
})

test('the plan replaces a file in what the symlink leads to already', () => {
  const plan = planConfigure(both, observed([linkTo(app.to), fileAt(inRelease('2'), 'else\n')]))
  expect(plan.changes).toMatchObject([
    { action: 'replace', target: inRelease('2'), observedSha256: sha256('else\n') },
  ])
  expect(plan.links).toEqual([])
})

test('the plan takes a file that left the manifest out of the release that will be current, and of no other', () => {
  const found = [linkTo(releaseOf('1')), fileAt('/srv/app/old.conf'), fileAt(inRelease('2', '/old.conf'))]
  const plan = planConfigure(
    { ...both, files: [] },
    observed(found, { managed: ['/srv/app/old.conf', '/srv/app/none.conf'], managedLinks: [app.path] }),
  )
  expect(plan.removals).toEqual([
    { path: '/srv/app/old.conf', target: inRelease('2', '/old.conf'), observedSha256: sha256('site\n') },
  ])
})

test.each([
  ['a release', releaseOf('1'), true],
  ['an artifact', `/var/lib/drover/artifacts/app/${'a'.repeat(64)}`, true],
  ['a place of somebody else', '/home/anna/app', false],
  ['the releases of another path', '/srv/application.releases/1', false],
])('a symlink that nothing asks for and that leads to %s (%s) is taken away: %s', (_name, to, isTaken) => {
  const plan = planConfigure(
    { files: [], links: [], checks: [] },
    observed([linkTo(to), fileAt('/srv/app/site.conf')], {
      managed: ['/srv/app/site.conf'],
      managedLinks: ['/srv/app', '/srv/none'],
    }),
  )
  expect(plan.linkRemovals).toEqual(
    isTaken ? [{ path: '/srv/app', place: '/srv/app', observedLink: to }] : [],
  )
  // What lies behind goes with the link.
  expect(plan.removals).toHaveLength(isTaken ? 0 : 1)
})

test('a digest is another for another end of a symlink, and for other roles', () => {
  const digest = (found: readonly [string, ObservedPath][]): string =>
    planConfigure(both, observed(found)).digest
  expect(digest([linkTo(releaseOf('1'))])).not.toBe(digest([linkTo(releaseOf('3'))]))
  const desired = [
    app,
    { ...app, to: releaseOf('3') },
    { ...app, after: [] },
    { ...app, path: '/srv/b' },
  ].map((one) => desiredDigest({ files: [], links: [one] }))
  const others = [undefined, 'a', 'b'].map((baseline) => desiredDigest({ files: [], links: [], baseline }))
  expect(new Set([...desired, ...others]).size).toBe(7)
})

test('the digest of a machine without symlinks stays as it was', () => {
  expect(desiredDigest({ files: [], links: [] })).toBe(sha256('[]'))
})

const messages = (desired: Partial<typeof both>, seen: Observed): readonly string[] =>
  planProblems({ files: [], links: [], ...desired }, seen).map(({ message }) => message)

test.each([
  ['a folder', folderAt(app.path)],
  ['a file', fileAt(app.path)],
])('%s in the place of a symlink is refused, with a way out', (what, found) => {
  const [problem] = planProblems({ files: [], links: [app] }, observed([found]))
  expect(problem).toMatchObject({
    message: `/srv/app: ${what} is there, and code app is put there as a link, which replaces only links`,
    at: app.from,
    hint: expect.stringContaining('"/srv/app.before"'),
  })
})

test('a path that is desired as a file and as a symlink is refused', () => {
  const twice = { ...site, destination: app.path }
  expect(messages({ files: [twice], links: [app] }, observed([linkTo(app.to)]))).toEqual([
    '/srv/app: wanted both as a file and as the link of code app',
  ])
})

test.each(['/srv/app', '/srv/app/site.conf'])(
  'a file %s at or below a symlink that is about to go is refused',
  (path) => {
    const seen = observed([linkTo(app.to)], { managedLinks: ['/srv/app'] })
    expect(messages({ files: [{ ...site, destination: path }] }, seen)).toEqual([
      `${path}: is at or below /srv/app, a link that Drover made and that nothing asks for any more`,
    ])
  },
)

test('nothing is refused where a symlink is or nothing is', () => {
  expect(messages(both, observed([linkTo('/home/anna/app')]))).toEqual([])
  expect(messages(both, observed([]))).toEqual([])
})
