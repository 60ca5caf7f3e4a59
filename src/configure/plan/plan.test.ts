import { expect, test } from 'vitest'
import { sha256 } from '../../base/digest.js'
import { SecretBytes } from '../../base/secret-bytes.js'
import type { DesiredFile } from '../../render/desired.js'
import type { Observed, ObservedPath } from '../commands/observe.js'
import { desiredDigest } from './desired-digest.js'
import { isNothingToDo, planConfigure } from './plan.js'
import { planProblems } from './plan-problems.js'

const site: DesiredFile = {
  destination: '/etc/nginx/site.conf',
  owner: 'root',
  group: 'root',
  mode: 0o644,
  bytes: new SecretBytes(Buffer.from('server {}\n')),
  shown: Buffer.from('server {}\n'),
  secrets: [],
  validate: 'nginx -t',
  after: [{ kind: 'reload', unit: 'nginx' }],
  from: { file: 'config/all/files.yml', line: 2 },
}
const unit: DesiredFile = {
  ...site,
  destination: '/etc/systemd/system/app.service',
  after: [{ kind: 'restart', unit: 'nginx' }, { kind: 'daemon-reload' }],
}

const there = (file: DesiredFile, facts: Partial<ObservedPath> = {}): [string, ObservedPath] => [
  file.destination,
  {
    target: file.destination,
    isLink: false,
    stat: {
      type: 'file',
      mode: file.mode,
      owner: file.owner,
      group: file.group,
      size: file.bytes.reveal().length,
    },
    sha256: sha256(file.bytes.reveal()),
    ...facts,
  },
]

const observed = (found: readonly [string, ObservedPath][], more: Partial<Observed> = {}): Observed => ({
  found: new Map(found),
  managed: [],
  ...more,
})
const stampFor = (files: readonly DesiredFile[]): string =>
  JSON.stringify({ digest: desiredDigest({ files, links: [] }) })

test('the plan has nothing to do when everything is as desired', () => {
  const plan = planConfigure(
    { files: [site], links: [], checks: [] },
    observed([there(site)], { stamp: stampFor([site]) }),
  )
  expect(isNothingToDo(plan)).toBe(true)
})

test('the plan creates what is missing, validates it and runs what follows', () => {
  const plan = planConfigure({ files: [site], links: [], checks: [] }, observed([]))
  expect(plan.changes).toMatchObject([{ action: 'create', target: site.destination }])
  expect(plan.validations).toEqual(['nginx -t'])
  expect(plan.followUps).toEqual([{ kind: 'reload', unit: 'nginx' }])
  expect(plan.stampOnly).toBe(false)
})

test('the plan replaces the file behind a symlink and leaves the symlink', () => {
  const found = there(site, { isLink: true, target: '/srv/site.conf', sha256: 'f'.repeat(64) })
  expect(planConfigure({ files: [site], links: [], checks: [] }, observed([found])).changes).toMatchObject([
    { action: 'replace', target: '/srv/site.conf', observedSha256: 'f'.repeat(64) },
  ])
})

test.each([
  ['mode', { mode: 0o600 }],
  ['owner', { owner: 'www-data' }],
  ['group', { group: 'adm' }],
])('the plan sets a wrong %s', (_name, stat) => {
  const [path, found] = there(site)
  const wrong: ObservedPath = {
    ...found,
    stat: { type: 'file', mode: 0o644, owner: 'root', group: 'root', size: 1, ...stat },
  }
  expect(
    planConfigure({ files: [site], links: [], checks: [] }, observed([[path, wrong]])).changes,
  ).toMatchObject([{ action: 'set-mode' }])
})

test('the plan runs daemon-reload first, and a restart in place of a reload of the same unit', () => {
  expect(planConfigure({ files: [site, unit], links: [], checks: [] }, observed([])).followUps).toEqual([
    { kind: 'daemon-reload' },
    { kind: 'restart', unit: 'nginx' },
  ])
})

test('the plan removes what Drover put there and no manifest asks for any more, and nothing else', () => {
  const old = '/etc/old.conf'
  const leftBehind: [string, ObservedPath] = [old, { target: old, isLink: false, sha256: 'e'.repeat(64) }]
  const link = '/etc/link.conf'
  const plan = planConfigure(
    { files: [site], links: [], checks: [] },
    observed([there(site), leftBehind, [link, { target: '/srv/x', isLink: true, sha256: 'e'.repeat(64) }]], {
      managed: [site.destination, old, link, '/etc/gone.conf'],
      stamp: stampFor([site]),
    }),
  )
  expect(plan.removals).toEqual([{ path: old, target: old, observedSha256: 'e'.repeat(64) }])
  expect(plan.changes).toEqual([])
  expect(isNothingToDo(plan)).toBe(false)
})

test.each([
  ['missing', undefined],
  ['of another digest', '{"digest":"0"}'],
  ['not JSON', '{'],
  ['not an object', '3'],
])('the plan writes a stamp that is %s', (_name, stamp) => {
  const plan = planConfigure(
    { files: [site], links: [], checks: [] },
    observed([there(site)], stamp === undefined ? {} : { stamp }),
  )
  expect(plan.stampOnly).toBe(true)
  expect(isNothingToDo(plan)).toBe(false)
})

test('the plan has the same digest for the same facts and another for other facts', () => {
  const digest = (found: [string, ObservedPath][]): string =>
    planConfigure({ files: [site], links: [], checks: [] }, observed(found)).digest
  expect(digest([])).toBe(digest([]))
  expect(digest([])).not.toBe(digest([there(site, { sha256: '0'.repeat(64) })]))
  expect(digest([there(site, { sha256: '1'.repeat(64) })])).not.toBe(
    digest([there(site, { sha256: '0'.repeat(64) })]),
  )
})

test('the plan keeps the value of a secret out of both digests', () => {
  const withSecret = (value: string): DesiredFile => ({
    ...site,
    bytes: new SecretBytes(Buffer.from(`token ${value}\n`)),
    shown: Buffer.from('token {{secret "T"}}\n'),
    secrets: ['T'],
  })
  const plans = ['one1', 'two2'].map((value) =>
    planConfigure(
      { files: [withSecret(value)], links: [], checks: [] },
      observed([there(site, { sha256: sha256(`old ${value}`) })]),
    ),
  )
  expect(plans[0]?.digest).toBe(plans[1]?.digest)
  expect(plans[0]?.desiredDigest).toBe(plans[1]?.desiredDigest)
})

test('a folder in the place of a file is named as a problem', () => {
  const [path, found] = there(site)
  const folder: ObservedPath = {
    ...found,
    stat: { type: 'folder', mode: 0o755, owner: 'root', group: 'root', size: 0 },
  }
  expect(planProblems({ files: [site], links: [] }, observed([[path, folder]]))).toMatchObject([
    { message: expect.stringContaining('a folder is there'), at: site.from },
  ])
  expect(planProblems({ files: [site], links: [] }, observed([there(site)]))).toEqual([])
})
