import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { InputError, type Problem } from '../../base/errors.js'
import type { JsonObject } from '../../base/json.js'
import { Secret } from '../../base/secret.js'
import type { Tree, TreeFile } from '../../base/tree.js'
import { baselineArchive } from '../../roles/commands/baseline-archive.js'
import type { Baseline } from './baseline.js'
import { planBaseline } from './plan-baseline.js'
import { renderBaseline } from './render-baseline.js'

type Files = Readonly<Record<string, string | TreeFile>>

const tree = (files: Files): Tree =>
  new Map(
    Object.entries(files).map(([path, file]) => [
      path,
      typeof file === 'string' ? { mode: '100644', bytes: Buffer.from(file) } : file,
    ]),
  )

const specs = (...names: string[]): string =>
  `argument_specs:\n  main:\n    options:\n${names.map((name) => `      ${name}: { type: str }\n`).join('')}`

const toolkitFiles: Files = {
  'ansible/callback_plugins/drover.py': 'class CallbackModule: pass',
  'ansible/roles/common/tasks/main.yml': '- debug:',
  'ansible/roles/common/meta/argument_specs.yml': specs('common_timezone', 'common_url'),
  'ansible/roles/nginx/tasks/main.yml': '- debug:',
  'ansible/roles/nginx/meta/main.yml': 'dependencies:\n  - role: firewall\n',
  'ansible/roles/nginx/meta/argument_specs.yml': specs('nginx_port'),
  'ansible/roles/firewall/tasks/main.yml': '- debug:',
  'ansible/roles/firewall/files/apply.sh': { mode: '100755', bytes: Buffer.from('#!/bin/sh\n') },
  'ansible/roles/firewall/meta/argument_specs.yml': specs('firewall_open'),
}

interface Given {
  readonly roles?: readonly string[]
  readonly vars?: JsonObject
  readonly toolkit?: Files
  readonly config?: Files
  readonly secrets?: Readonly<Record<string, string>>
}

function render({
  roles = ['common', 'nginx'],
  vars = {},
  toolkit,
  config = {},
  secrets = {},
}: Given): Baseline {
  return renderBaseline({
    machine: { name: 'web-1', groups: ['base', 'web'], vars, provider: 'local', roles },
    flockName: 'lo',
    toolkit: tree({ ...toolkitFiles, ...toolkit }),
    config: tree(config),
    secrets: (name) => (secrets[name] === undefined ? undefined : new Secret(name, secrets[name])),
    generated: (name) => new Secret(name, `made ${name}`, { kind: 'generated' }),
    rolePlaces: new Map([['comon', { file: 'flock.yml', line: 3, column: 9 }]]),
  })
}

function problems(given: Given): readonly Problem[] {
  try {
    render(given)
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
  return []
}

const digests = (given: Given): Record<string, string> =>
  Object.fromEntries(render(given).roles.map(({ name, digest }) => [name, digest]))

/** Names of the roles whose digests one thing more changes. */
const changedBy = (given: Given, more: Given): string[] => {
  const [before, after] = [digests(given), digests({ ...given, ...more })]
  return Object.keys(before).filter((name) => before[name] !== after[name])
}

test('a machine without roles has nothing, and needs no secret', () => {
  const config = { 'secrets-templates/all/ansible-vars.yml': 'a: {{secret "A"}}' }
  const baseline = render({ roles: [], config })
  expect(baseline).toMatchObject({ roles: [], files: [], vars: {} })
  expect(planBaseline(baseline, { applied: new Map() }).pending).toEqual([])
})

test('a baseline lists roles in order, and the files of all that they need', () => {
  const { roles, files } = render({ roles: ['nginx', 'common'] })
  expect(roles.map(({ name, needs }) => [name, needs])).toEqual([
    ['nginx', ['firewall', 'nginx']],
    ['common', ['common']],
  ])
  expect(roles[0]?.digest).toMatch(/^[0-9a-f]{64}$/)
  expect(files.map(({ path, mode }) => `${path} ${mode.toString(8)}`).sort()).toEqual([
    'callback_plugins/drover.py 644',
    'roles/common/meta/argument_specs.yml 644',
    'roles/common/tasks/main.yml 644',
    'roles/firewall/files/apply.sh 755',
    'roles/firewall/meta/argument_specs.yml 644',
    'roles/firewall/tasks/main.yml 644',
    'roles/nginx/meta/argument_specs.yml 644',
    'roles/nginx/meta/main.yml 644',
    'roles/nginx/tasks/main.yml 644',
  ])
})

test("a role of the config branch replaces the toolkit's of its name whole", () => {
  const { files } = render({
    roles: ['firewall'],
    config: { 'ansible/roles/firewall/tasks/main.yml': 'mine' },
  })
  expect(files.filter(({ path }) => path.startsWith('roles/')).map(({ path }) => path)).toEqual([
    'roles/firewall/tasks/main.yml',
  ])
})

test('variables are those of the machine that Ansible can name, and what Drover adds', () => {
  expect(render({ vars: { a: [1], 'not-one': 1, '1st': 1, drover_flock: 'forged' } }).vars).toEqual({
    a: [1],
    drover_machine: 'web-1',
    drover_flock: 'lo',
    drover_groups: ['base', 'web'],
  })
})

test('variables of ansible-vars.yml are merged over layers, see what templates see, and replace plain ones', () => {
  const { vars, secretVars } = render({
    vars: { db: 'plain', port: 80 },
    toolkit: { 'secrets-templates/all/ansible-vars.yml': 'x: { a: 1, b: 1 }' },
    config: {
      'secrets-templates/all/ansible-vars.yml': 'x: { b: 2 }\ndb: { password: {{secret "DB"}} }\n',
      'secrets-templates/groups/web/ansible-vars.yml': 'url: "http://{{machine.name}}:{{vars.port}}"\n',
      'secrets-templates/machines/web-1/ansible-vars.yml': 'x: { c: 3 }\n',
      'secrets-templates/machines/web-2/ansible-vars.yml': 'x: [other]\n',
    },
    secrets: { DB: 'hunter22' },
  })
  expect(Object.keys(vars)).not.toContain('db')
  expect(parse(secretVars.bytes.reveal().toString())).toEqual({
    x: { a: 1, b: 2, c: 3 },
    db: { password: 'hunter22' },
    url: 'http://web-1:80',
  })
  expect(secretVars.shown.toString()).toContain('{{secret \\"DB\\"}}')
  expect(secretVars.shown.toString()).not.toContain('hunter22')
})

test.each([
  ['a quote, a colon and a hash', `a"b': c # d`],
  ['lines', '-----BEGIN KEY-----\nabc\n-----END KEY-----\n'],
  ['what looks like a number', '007'],
  ['what looks like a map', '{ a: 1 }'],
  ['characters that YAML does not print', 'a\u0085b\u007fc\u2028'],
  ['what stands in for a secret', '\ue000DB\ue001'],
  ["a pattern's own signs", '$& $1 \\1'],
])('a variable takes a secret that holds %s as one text', (_, value) => {
  for (const text of ['v: {{secret "DB"}}', 'v: "{{secret "DB"}}"', 'v: {{json (secret "DB")}}']) {
    const config = { 'secrets-templates/all/ansible-vars.yml': text }
    const { bytes } = render({ config, secrets: { DB: value } }).secretVars
    expect(parse(bytes.reveal().toString())).toEqual({ v: value })
  }
})

test('Ansible does not run braces of a secret as a template, but does run those of the file', () => {
  const { bytes } = render({
    config: {
      'secrets-templates/all/ansible-vars.yml':
        'a: {{secret "BAD"}}\nb: "\\{{ x }}{{secret "OK"}}"\nc: [{ d: {{secret "BAD"}} }]\n',
    },
    secrets: { BAD: '{{ lookup("pipe", "id") }}', OK: 'plain' },
  }).secretVars
  const unsafe = '!unsafe "{{ lookup(\\"pipe\\", \\"id\\") }}"'
  expect(bytes.reveal().toString()).toBe(`---\na: ${unsafe}\nb: "{{ x }}plain"\nc: [{"d": ${unsafe}}]\n`)
})

const given: Given = {
  vars: {
    nginx_port: 80,
    firewall_open: [22],
    common_timezone: 'UTC',
    common_url: 'http://{{ site }}',
    site: 'a',
  },
  config: {
    'ansible/roles/own/tasks/main.yml': '',
    'secrets-templates/all/ansible-vars.yml': 'common_timezone: {{secret "TZ"}}',
  },
  roles: ['common', 'nginx', 'own'],
  secrets: { TZ: 'one' },
}
const withVars = (vars: JsonObject): Given => ({ vars: { ...given.vars, ...vars } })

test.each<[string, Given, string[]]>([
  ['nothing', {}, []],
  ['a variable of one role', withVars({ nginx_port: 81 }), ['nginx', 'own']],
  ['a variable of a dependency', withVars({ firewall_open: [] }), ['nginx', 'own']],
  ['a variable that another one names', withVars({ site: 'b' }), ['common', 'own']],
  ['a variable that only roles without a specification may read', withVars({ other: 1 }), ['own']],
  ['the value of a secret', { secrets: { TZ: 'two' } }, []],
  [
    'the name of a secret',
    {
      config: {
        ...given.config,
        'secrets-templates/all/ansible-vars.yml': 'common_timezone: {{secret "ZT"}}',
      },
      secrets: { ZT: 'one' },
    },
    ['common', 'own'],
  ],
  ['a file', { toolkit: { 'ansible/roles/common/tasks/main.yml': '- ping:' } }, ['common']],
  ['a file of a dependency', { toolkit: { 'ansible/roles/firewall/tasks/main.yml': '' } }, ['nginx']],
  ['a mode', { toolkit: { 'ansible/roles/firewall/files/apply.sh': '#!/bin/sh\n' } }, ['nginx']],
  ['a role that no machine has', { toolkit: { 'ansible/roles/else/tasks/main.yml': '' } }, []],
])('a digest changes just when its role is concerned: %s', (_, more, expected) => {
  expect(changedBy(given, more)).toEqual(expected)
})

test('the order of variables changes no digest', () => {
  const entries = Object.entries({ ...given.vars, m: { a: 1, b: 2 } })
  const turned = [...Object.entries({ ...given.vars }).toReversed(), ['m', { b: 2, a: 1 }]]
  expect(digests({ ...given, vars: Object.fromEntries(entries) })).toEqual(
    digests({ ...given, vars: Object.fromEntries(turned) }),
  )
})

test.each<[string, Given, string[]]>([
  [
    'a role that does not exist',
    { roles: ['comon'] },
    ['flock.yml:3 roles: no role "comon" on the config branch or in the toolkit (did you mean "common"?)'],
  ],
  [
    'a role like no other',
    { roles: ['zzz'] },
    [
      'flock.yml:? roles: no role "zzz" on the config branch or in the toolkit (put it in ansible/roles/zzz on the config branch)',
    ],
  ],
  [
    'a dependency that does not exist',
    { roles: ['app'], config: { 'ansible/roles/app/meta/main.yml': 'a: 1\ndependencies: [nginxx]\n' } },
    [
      'ansible/roles/app/meta/main.yml:2 ansible/roles/app/meta/main.yml: no role "nginxx" (did you mean "nginx"?)',
    ],
  ],
  [
    'a dependency without a name',
    { roles: ['app'], config: { 'ansible/roles/app/meta/main.yml': 'dependencies: [{ src: x }]\n' } },
    [
      'ansible/roles/app/meta/main.yml:1 ansible/roles/app/meta/main.yml: a dependency names no role (write "role: NAME")',
    ],
  ],
  [
    'a meta/main.yml that is no YAML',
    { roles: ['app'], config: { 'ansible/roles/app/meta/main.yml': 'a: [\n' } },
    [
      expect.stringMatching(
        /^ansible\/roles\/app\/meta\/main.yml:\d .*: not valid YAML: /,
      ) as unknown as string,
    ],
  ],
  [
    'a symlink',
    {
      toolkit: {
        'ansible/roles/common/tasks/x.yml': { mode: '120000', bytes: Buffer.from('/etc/shadow') },
      },
    },
    [
      'toolkit:ansible/roles/common/tasks/x.yml:? toolkit:ansible/roles/common/tasks/x.yml: is a symbolic link (put a copy there)',
    ],
  ],
  [
    'a symlink in place of a role',
    { config: { 'ansible/roles/common': { mode: '120000', bytes: Buffer.from('../x') } } },
    ['ansible/roles/common:? ansible/roles/common: is a symbolic link (put a copy there)'],
  ],
  [
    'a symlink among the plugins',
    { toolkit: { 'ansible/callback_plugins/x.py': { mode: '120000', bytes: Buffer.from('/x') } } },
    [
      'toolkit:ansible/callback_plugins/x.py:? toolkit:ansible/callback_plugins/x.py: is a symbolic link (put a copy there)',
    ],
  ],
  [
    'a file of more than 1 MiB',
    {
      toolkit: { 'ansible/roles/common/files/x': { mode: '100644', bytes: Buffer.alloc(1024 * 1024 + 1) } },
    },
    [
      'toolkit:ansible/roles/common/files/x:? toolkit:ansible/roles/common/files/x: is larger than 1 MiB (let the role fetch it, or make it an artifact in flock.yml)',
    ],
  ],
  [
    'a secret that was not given',
    { config: { 'secrets-templates/all/ansible-vars.yml': 'a: 1\nb: {{secret "DB"}}' } },
    [
      'secrets-templates/all/ansible-vars.yml:2 secret "DB": not given: required by secrets-templates/all/ansible-vars.yml (set the environment variable DB, or give it in the input "secrets")',
    ],
  ],
  [
    'a name that is not known, in ansible-vars.yml',
    { config: { 'secrets-templates/all/ansible-vars.yml': 'a: 1\nb: {{vars.prot}}' }, vars: { port: 1 } },
    [
      'secrets-templates/all/ansible-vars.yml:2 secrets-templates/all/ansible-vars.yml: unknown name "vars.prot" (did you mean "vars.port"?)',
    ],
  ],
  [
    'an ansible-vars.yml that is a list',
    { config: { 'secrets-templates/all/ansible-vars.yml': '- a: 1' } },
    [
      'secrets-templates/all/ansible-vars.yml:1 secrets-templates/all/ansible-vars.yml: expected a map (write lines of "NAME: value")',
    ],
  ],
  [
    'names that cannot be variables',
    { config: { 'secrets-templates/all/ansible-vars.yml': 'ok: 1\na-b: 1\ndrover_flock: x\n' } },
    [2, 3].map(
      (line) =>
        `secrets-templates/all/ansible-vars.yml:${line} secrets-templates/all/ansible-vars.yml: "${line === 2 ? 'a-b' : 'drover_flock'}" cannot be the name of a variable (use letters, digits and "_", with no digit at the start; names in "drover_" are taken)`,
    ),
  ],
  [
    'a secret as a key',
    {
      config: { 'secrets-templates/all/ansible-vars.yml': 'a: { {{secret "DB"}}: 1 }' },
      secrets: { DB: 'x' },
    },
    [
      'secrets-templates/all/ansible-vars.yml:1 secrets-templates/all/ansible-vars.yml: a secret cannot be a key of "a" (make it a value)',
    ],
  ],
])('a baseline is refused, with place and way out, for %s', (_, given, expected) => {
  const told = problems(given).map(
    ({ at, message, hint }) => `${at?.file}:${at?.line ?? '?'} ${message} (${hint})`,
  )
  expect(told).toEqual(expected)
})

test('all problems of a baseline are told at once', () => {
  const config = {
    'secrets-templates/all/ansible-vars.yml': 'a: {{secret "DB"}}',
    'ansible/roles/app/meta/main.yml': 'dependencies: [no]',
  }
  expect(problems({ roles: ['app', 'gone'], config })).toHaveLength(3)
})

test('the whole branch is walked once for all machines', () => {
  const config = new Map(tree({ 'machines/m/captured/etc/motd': 'x' }))
  const toolkit = tree(toolkitFiles)
  let walks = 0
  const entries = config[Symbol.iterator].bind(config)
  config[Symbol.iterator] = () => {
    walks += 1
    return entries()
  }
  for (const name of ['a', 'b', 'c']) {
    const machine = { name, groups: [], vars: {}, provider: 'local', roles: ['common', 'nginx'] }
    renderBaseline({
      machine,
      flockName: 'lo',
      toolkit,
      config,
      secrets: () => undefined,
      generated: neverMade,
    })
  }
  expect(walks).toBe(1)
})

test('a ring of dependencies ends', () => {
  const config = {
    'ansible/roles/a/meta/main.yml': 'dependencies: [b]',
    'ansible/roles/b/meta/main.yml': 'dependencies: [{ name: a }]',
  }
  expect(render({ roles: ['a'], config }).roles[0]?.needs).toEqual(['a', 'b'])
})

const baseline = render({})
const applied = new Map(baseline.roles.map(({ name, digest }) => [name, digest]))

test.each<[string, ReadonlyMap<string, string>, boolean, string[]]>([
  ['everything on a new machine', new Map(), false, ['common', 'nginx']],
  ['nothing when all is applied', applied, false, []],
  ['nothing more for a role that left', new Map([...applied, ['old', 'x']]), false, []],
  ['only what differs', new Map([...applied, ['nginx', 'x']]), false, ['nginx']],
  ['everything by force', applied, true, ['common', 'nginx']],
])('the plan of a baseline has %s', (_, known, force, pending) => {
  expect(planBaseline(baseline, { applied: known, force }).pending).toEqual(pending)
})

test('the plan of a baseline has one digest for one baseline, and another for another', () => {
  const digestOf = (one: Baseline): string => planBaseline(one, { applied: new Map() }).digest
  expect(digestOf(render({}))).toBe(digestOf(baseline))
  expect(digestOf(render({ vars: { nginx_port: 1 } }))).not.toBe(digestOf(baseline))
  expect(digestOf(render({ roles: ['nginx', 'common'] }))).not.toBe(digestOf(baseline))
})

const withSecret = render({
  vars: { nginx_port: 80 },
  config: { 'secrets-templates/all/ansible-vars.yml': 'a: {{secret "DB"}}' },
  secrets: { DB: 'hunter22' },
})

test('the archive of a baseline holds what the pending roles need and no more', () => {
  const paths = baselineArchive(withSecret, ['common']).map(({ path }) => path)
  expect(paths).toEqual([
    'inventory',
    'playbook.yml',
    'host_vars/localhost/vars.json',
    'host_vars/localhost/secret-vars.yml',
    'callback_plugins/drover.py',
    'roles/common/tasks/main.yml',
    'roles/common/meta/argument_specs.yml',
  ])
  expect(baselineArchive(withSecret, ['nginx']).map(({ path }) => path)).toContain(
    'roles/firewall/tasks/main.yml',
  )
})

test('the archive of a baseline has a playbook of the pending roles in the order of the flock', () => {
  const text = (path: string): string =>
    baselineArchive(withSecret, ['nginx', 'common'])
      .find((file) => file.path === path)
      ?.bytes.toString() ?? ''
  expect(parse(text('playbook.yml'))).toEqual([
    { hosts: 'localhost', connection: 'local', gather_facts: true, roles: ['common', 'nginx'] },
  ])
  expect(JSON.parse(text('host_vars/localhost/vars.json'))).toMatchObject({ nginx_port: 80 })
  expect(text('host_vars/localhost/secret-vars.yml')).toBe('---\na: "hunter22"\n')
})

test('the archive of a baseline keeps variables from others on the machine', () => {
  const modes = baselineArchive(withSecret, ['common']).flatMap(({ path, mode }) =>
    path.startsWith('host_vars/') ? [mode] : [],
  )
  expect(modes).toEqual([0o600, 0o600])
})

test('a generated value is a variable like a secret, shown as its placeholder', () => {
  const { secretVars } = render({
    config: {
      'secrets-templates/all/ansible-vars.yml': 'token: {{generated "TOKEN"}}\nother: {{secret "TOKEN"}}\n',
    },
    secrets: { TOKEN: 'given' },
  })
  expect(secretVars.bytes.reveal().toString()).toBe('---\nother: "given"\ntoken: "made TOKEN"\n')
  expect(secretVars.shown.toString()).toContain('token: "{{generated \\"TOKEN\\"}}"')
})

function neverMade(name: string): never {
  throw new Error(`"${name}" is not to be made`)
}
