import { expect, test } from 'vitest'
import type { Tree, TreeFile } from '../../base/tree.js'
import { parseFlock } from '../parse-flock.js'
import { affectedMachines, type BranchState, changedPaths } from './affected.js'

const text = `
flock: lo
vars: { port: 80 }
groups: { base: , web: { groups: [base], vars: { title: x } }, proxy: }
machines:
  a: { groups: [web], vars: { note: 1 }, roles: [nginx, app] }
  b: { groups: [base], roles: [common] }
  c: { groups: [proxy], settings: { memory: 1G }, artifacts: { tool: { path: /opt/tool, file: artifacts/tool, sha256: "${'0'.repeat(64)}" } } }
`
const state = (source: string, { config = '' } = {}): BranchState => ({
  flock: parseFlock({ text: source, file: 'flock.yml' }),
  trees: {
    toolkit: roleTree({ common: '', nginx: 'dependencies: [firewall]', firewall: '' }),
    config: roleTree({ app: config }),
  },
})

/** Roles by name, each with what its `meta/main.yml` holds. */
function roleTree(roles: Record<string, string>): Tree {
  return new Map(
    Object.entries(roles).map(([name, meta]) => [
      `ansible/roles/${name}/meta/main.yml`,
      { mode: '100644', bytes: Buffer.from(meta) },
    ]),
  )
}

function affected(paths: readonly string[], after = text): Record<string, readonly string[]> {
  const { names, why } = affectedMachines({ before: state(text), after: state(after), changedPaths: paths })
  expect([...names]).toEqual([...why.keys()])
  return Object.fromEntries(why)
}

test.each([
  ['config/all/etc/motd', ['a', 'b', 'c']],
  ['config/all/files.yml', ['a', 'b', 'c']],
  ['secrets-templates/all/env', ['a', 'b', 'c']],
  ['ansible/roles/app/tasks/main.yml', ['a']],
  ['ansible/roles/firewall/tasks/main.yml', ['a']],
  ['ansible/roles/common/tasks/main.yml', ['b']],
  ['ansible/roles/unused/tasks/main.yml', []],
  ['ansible/README.md', []],
  ['artifacts/tool', ['c']],
  ['artifacts/tool.old', []],
  ['secrets-templates/groups/web/ansible-vars.yml', ['a']],
  ['config/groups/web/nginx.conf', ['a']],
  ['config/groups/base/deep/er/file', ['a', 'b']],
  ['secrets-templates/groups/proxy/env', ['c']],
  ['config/machines/b/files.yml', ['b']],
  ['secrets-templates/machines/c/env', ['c']],
  ['config/machines/b/a\nb', ['b']],
  ['config/groups/unknown/x', []],
  ['config/machines/gone/x', []],
  ['config/groups/web', []],
  ['config/allies/x', []],
  ['config/README.md', []],
  ['other/config/all/x', []],
  ['machines/a/state.json', []],
  ['machines/a/captured/etc/motd', []],
  ['log/2026/11/21.jsonl', []],
  ['README.md', []],
  ['.github/workflows/push.yml', ['a', 'b', 'c']],
  ['.github/CODEOWNERS', []],
  ['flock.yml', []],
])('a change of the path %j concerns the machines %j', (path, expected) => {
  expect(affected([path])).toEqual(Object.fromEntries(expected.map((name) => [name, [path]])))
})

test.each<[string, string, Record<string, string[]>]>([
  ['nobody when only comments changed', `# new\n${text}`, {}],
  [
    'nobody when only the order changed',
    text.replace('groups: [web], vars: { note: 1 }', 'vars: { note: 1 }, groups: [web]'),
    {},
  ],
  ['one machine', text.replace('note: 1', 'note: 2'), { a: ['flock.yml: vars'] }],
  ['machines of a group', text.replace('title: x', 'title: y'), { a: ['flock.yml: vars'] }],
  [
    'all machines',
    text.replace('port: 80', 'port: 81'),
    { a: ['flock.yml: vars'], b: ['flock.yml: vars'], c: ['flock.yml: vars'] },
  ],
  ['nobody when what changed is overridden', text.replace('port: 80', 'port: 80.0'), {}],
  ['settings', text.replace('memory: 1G', 'memory: 2G'), { c: ['flock.yml: settings'] }],
  [
    'DNS settings',
    text.replace('settings: { memory: 1G }', 'settings: { memory: 1G }, dns: { name: c.example.org }'),
    { c: ['flock.yml: dns'] },
  ],
  ['groups', text.replace('[proxy]', '[proxy, base]'), { c: ['flock.yml: groups'] }],
  [
    'several things of a machine',
    text.replace('settings: { memory: 1G }', 'protect: true, ssh: { port: 23 }'),
    { c: ['flock.yml: settings, ssh, protect'] },
  ],
  ['roles', text.replace('roles: [common]', 'roles: []'), { b: ['flock.yml: roles'] }],
  ['artifacts', text.replace('path: /opt/tool', 'path: /opt/tools'), { c: ['flock.yml: artifacts'] }],
  [
    'code of a group',
    text.replace('title: x }', 'title: x }, code: { app: { url: "h:a", revision: v1, path: /opt/app } }'),
    { a: ['flock.yml: code'] },
  ],
  ['a new machine', `${text}  d:\n`, { d: ['flock.yml: new machine'] }],
  ['nobody when a machine left', text.replace(/ {2}c: .*\n/, ''), {}],
  [
    'all when the flock has another name',
    text.replace('flock: lo', 'flock: la'),
    Object.fromEntries(['a', 'b', 'c'].map((name) => [name, ['flock.yml: name of the flock']])),
  ],
])('the machines that a changed flock.yml concerns are found: %s', (_, after, expected) => {
  expect(affected(['flock.yml'], after)).toEqual(expected)
})

test('a change of a role concerns a machine that depends on the role only before or only after the push', () => {
  const dependsOnCommon = 'dependencies: [{ role: common }]'
  for (const [before, after] of [
    [dependsOnCommon, ''],
    ['', dependsOnCommon],
  ] as const) {
    const { why } = affectedMachines({
      before: state(text, { config: before }),
      after: state(text, { config: after }),
      changedPaths: ['ansible/roles/common/tasks/main.yml'],
    })
    expect([...why.keys()]).toEqual(['a', 'b'])
  }
})

test('affectedMachines gathers all reasons of a machine', () => {
  const paths = ['config/all/x', 'config/groups/web/y', 'config/machines/a/z', 'flock.yml', 'README.md']
  expect(affected(paths, text.replace('note: 1', 'note: 2'))).toEqual({
    a: ['flock.yml: vars', 'config/all/x', 'config/groups/web/y', 'config/machines/a/z'],
    b: ['config/all/x'],
    c: ['config/all/x'],
  })
})

test('affectedMachines takes all machines when the commit before is not known', () => {
  const { names, why } = affectedMachines({ before: undefined, after: state(text), changedPaths: [] })
  expect([...names]).toEqual(['a', 'b', 'c'])
  expect(why.get('b')).toEqual(['the commit before the push is not known'])
})

test('affectedMachines takes no machine when nothing changed', () => {
  expect(affected([])).toEqual({})
})

const file = (content: string, mode: TreeFile['mode'] = '100644'): TreeFile => ({
  mode,
  bytes: Buffer.from(content),
})
const tree = (files: Record<string, TreeFile>): Tree => new Map(Object.entries(files))

test.each<[string, Tree, Tree, string[]]>([
  ['nothing', tree({ a: file('1') }), tree({ a: file('1') }), []],
  ['added files', tree({}), tree({ a: file('') }), ['a']],
  ['removed files', tree({ a: file('') }), tree({}), ['a']],
  ['changed bytes', tree({ a: file('1') }), tree({ a: file('2') }), ['a']],
  ['a changed mode', tree({ a: file('1') }), tree({ a: file('1', '100755') }), ['a']],
  ['a file that became a link', tree({ a: file('b') }), tree({ a: file('b', '120000') }), ['a']],
  ['a renamed file', tree({ a: file('1') }), tree({ b: file('1') }), ['a', 'b']],
  ['sorted', tree({ z: file('1'), m: file('1') }), tree({ a: file('1'), m: file('1') }), ['a', 'z']],
])('changedPaths lists %s', (_, before, after, expected) => {
  expect(changedPaths(before, after)).toEqual(expected)
})
