import { expect, test } from 'vitest'
import { formatLocation, InputError } from '../../base/errors.js'
import { parseFlock } from '../parse-flock.js'

/** `file:line:column message (hint)` of each problem. */
function problemLines(text: string, toolkit?: string): string[] {
  const defaults =
    toolkit === undefined ? {} : { defaults: { text: toolkit, file: 'toolkit:config/flock.yml' } }
  try {
    parseFlock({ text, file: 'flock.yml', ...defaults })
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.problems.map(
      ({ message, hint, at }) => `${at === undefined ? '' : formatLocation(at)} ${message} (${hint})`,
    )
  }
  return []
}

const lo = (...lines: string[]): string => ['flock: lo', ...lines].join('\n')
const sha = 'a1'.repeat(32)
const app = 'url: https://h/r, revision: v1, path: /srv/app'
const codeOf = (fields: string): string => lo(`code: { app: { ${fields} } }`, 'machines: { m: }')
const artifactOf = (fields: string): string => lo(`artifacts: { tool: { ${fields} } }`, 'machines: { m: }')

test.each([
  'https://github.com/o/r.git',
  'http://127.0.0.1:8080/r',
  'ssh://git@github.com:22/o/r.git',
  'ssh://[::1]/r',
  'git://h/r',
  'file:///srv/git/r.git',
  'git@github.com:o/r.git',
  'host:r',
])('code can have the URL %s', (url) => {
  expect(problemLines(codeOf(`url: "${url}", revision: v1, path: /srv/app`))).toEqual([])
})

test.each([
  ['ext::sh -c id', 'is not a URL that may be used'],
  ['ext::id', 'is not a URL that may be used'],
  ['fd::7', 'is not a URL that may be used'],
  ['--upload-pack=id', 'is not a URL that may be used'],
  ['-oProxyCommand=id:r', 'is not a URL that may be used'],
  ['https://h/\\n', 'is not a URL that may be used'],
  ['ssh://-oProxyCommand=id/r', 'names no host'],
  ['ssh://-x@h/r', 'names no host'],
  ['https:///r', 'names no host'],
  ['git@-h:r', 'is not a URL'],
  ['h:-r', 'is not a URL'],
  ['../r', 'is not a URL'],
  ['/srv/git/r', 'is not a URL'],
  ['', 'is not a URL'],
  ['HTTPS://h/r', 'has the scheme "HTTPS", which may not be used'],
  ['ftp://h/r', 'has the scheme "ftp", which may not be used'],
  ['javascript://h/r', 'has the scheme "javascript", which may not be used'],
  ['file://h/r', 'names no absolute path'],
  ['https://ghp_abc@github.com/o/r', 'holds credentials, which flock.yml must not'],
  ['https://u:p@github.com/o/r', 'holds credentials, which flock.yml must not'],
  ['ssh://u:p@h/r', 'holds credentials, which flock.yml must not'],
])('code cannot have the URL %j', (url, message) => {
  const [problem, ...others] = problemLines(codeOf(`url: "${url}", revision: v1, path: /srv/app`))
  expect(problem).toContain('flock.yml:2:21 code.app.url: ')
  expect(problem).toContain(`${message} (`)
  expect(problem).not.toMatch(/ghp_abc|u:p/)
  expect(others).toEqual([])
})

test.each(['main', 'v1.2.3', 'feature/x-1', 'refs/tags/v1', 'abcdef0123', 'é'])(
  'a revision can be %s',
  (revision) => {
    expect(problemLines(codeOf(`url: h:r, path: /srv/app, revision: "${revision}"`))).toEqual([])
  },
)
test.each([
  '-f',
  '--upload-pack=x',
  '',
  'a b',
  'a..b',
  'a~1',
  'a^',
  'a:b',
  '@{1}',
  '@',
  'a.lock',
  '/a',
  'a/',
  'a//b',
  '.a',
  'a\\n',
])('a revision cannot be %j', (revision) => {
  expect(problemLines(codeOf(`url: h:r, path: /srv/app, revision: "${revision}"`))).toEqual([
    expect.stringMatching(/^flock\.yml:2:\d+ code\.app\.revision: expected a branch, tag or commit, found /),
  ])
})

const paths = ['/srv/app', '/app', '/usr/local/bin/tool', '/opt/a b', '/var/lib/app', '/etc/droverish']
test.each(paths)('code and artifacts can have the path %s', (path) => {
  expect(problemLines(codeOf(`url: h:r, revision: v1, path: "${path}"`))).toEqual([])
})
test.each([
  ['app', 'is not an absolute path'],
  ['', 'is not an absolute path'],
  ['/', 'is a folder of the system'],
  ['/usr', 'is a folder of the system'],
  ['/var/lib', 'is a folder of the system'],
  ['/srv/../etc/x', 'is not normalised'],
  ['/srv/', 'is not normalised'],
  ['/srv//a', 'is not normalised'],
  ['/srv/a\\nb', 'holds a control character'],
  ['/etc/drover', 'is reserved'],
  ['/etc/drover/x', 'is reserved'],
  ['/var/lib/drover/x', 'is reserved'],
  ['/run/app', 'is reserved'],
  ['/proc/1', 'is reserved'],
  [`/${'a'.repeat(300)}`, 'is too long'],
])('code and artifacts cannot have the path %j', (path, message) => {
  expect(problemLines(artifactOf(`url: https://h/t, sha256: ${sha}, path: "${path}"`))).toEqual([
    expect.stringMatching(new RegExp(`^flock\\.yml:2:\\d+ artifacts\\.tool\\.path: .* ${message}`)),
  ])
})

test.each<[string, string, string[]]>([
  [
    'a misspelt key of code',
    lo('groups: { g: { code: { app: { revison: v1 } } } }'),
    ['flock.yml:2:31 groups.g.code.app: unknown key "revison" (did you mean "revision"?)'],
  ],
  [
    'a misspelt key of an artifact',
    lo('machines: { m: { artifacts: { tool: { sha265: x } } } }'),
    ['flock.yml:2:39 machines.m.artifacts.tool: unknown key "sha265" (did you mean "sha256"?)'],
  ],
  [
    'a key of an environment that is like none',
    lo('environments: { e: { xyzxyz: 1 } }'),
    ['flock.yml:2:22 environments.e: unknown key "xyzxyz" (known keys: description, protected)'],
  ],
  [
    'a bad name of code',
    lo('code: { App: { revison: 1 } }'),
    [
      'flock.yml:2:9 code: "App" cannot be the name of code (use a name of a-z, 0-9, "_" and "-" that starts with a letter)',
      'flock.yml:2:16 code.App: unknown key "revison" (did you mean "revision"?)',
    ],
  ],
  [
    'a bad name of an artifact',
    lo('groups: { g: { artifacts: { "../x": { } } } }'),
    [
      'flock.yml:2:29 groups.g.artifacts: "../x" cannot be the name of an artifact (use a name of a-z, 0-9, "_" and "-" that starts with a letter)',
    ],
  ],
  [
    'a bad name of a check',
    lo('checks: { A_b: "true" }'),
    [
      'flock.yml:2:11 checks: "A_b" cannot be the name of a check (use 1 to 63 of a-z, 0-9 and "-", with no "-" at either end)',
    ],
  ],
  [
    'follow-ups that are none',
    codeOf(`${app}, after: [restart]`),
    [
      'flock.yml:2:72 code.app.after[0]: expected what follows a change, found "restart" (write "daemon-reload", "reload UNIT", "restart UNIT" or {command: "…"}, or a list of these)',
    ],
  ],
  [
    'a way that is none',
    codeOf(`${app}, via: pull`),
    ['flock.yml:2:69 code.app.via: expected one of "clone", "push", found "pull" (did you mean "push"?)'],
  ],
  [
    'shared paths that leave the release',
    codeOf(`${app}, shared: [../x, .git/hooks, data]`),
    ['../x', '.git/hooks'].map(
      (path, index) =>
        `flock.yml:2:${[73, 79][index]} code.app.shared[${index}]: expected a path below it, without "..", "." or "/" at either end, found "${path}" (use a path below it, without "..", "." or "/" at either end)`,
    ),
  ],
  [
    'a shared path inside another',
    codeOf(`${app}, shared: [data, data/x]`),
    ['flock.yml:2:72 code.app.shared: a list holds "data/x", which is in "data" (leave out one of the two)'],
  ],
  [
    'a digest that is none',
    artifactOf('path: /opt/t, url: https://h/t, sha256: abc'),
    [
      'flock.yml:2:62 artifacts.tool.sha256: expected 64 hexadecimal digits, found "abc" (use 64 hexadecimal digits)',
    ],
  ],
  [
    'another scheme for an artifact',
    artifactOf(`path: /opt/t, url: "ssh://h/t", sha256: ${sha}`),
    [
      'flock.yml:2:41 artifacts.tool.url: "ssh://h/t" has the scheme "ssh", which may not be used (write an https or http URL)',
    ],
  ],
  [
    'a file that leaves the branch',
    artifactOf(`path: /opt/t, file: ../t, sha256: ${sha}`),
    [
      'flock.yml:2:42 artifacts.tool.file: expected a path on the config branch, such as "artifacts/tool", found "../t" (use a path on the config branch, such as "artifacts/tool")',
    ],
  ],
  [
    'a bad name of a role',
    lo('roles: [Common, "!!a", ok]'),
    ['Common', '!!a'].map(
      (name, index) =>
        `flock.yml:2:${[9, 17][index]} roles[${index}]: expected a name of a-z, 0-9 and "_" that starts with a letter, found "${name}" (use a name of a-z, 0-9 and "_" that starts with a letter)`,
    ),
  ],
  [
    'a role taken away that no layer gives',
    lo('roles: [common]', 'groups: { g: { roles: ["!comon"] } }'),
    [
      'flock.yml:3:24 groups.g.roles[0]: "!comon" removes a role that no layer gives (did you mean "!common"?)',
    ],
  ],
  [
    'a secret in a variable, and says where it belongs',
    lo(
      'vars: { a: "{{secret \\"DB\\"}}" }',
      `groups: { g: { vars: { b: [{ c: '{{ json (secret "X") }}' }] } } }`,
    ),
    [
      'flock.yml:2:12 vars.a: a variable cannot hold {{secret …}} (for a role, write it in secrets-templates/all/ansible-vars.yml; for a file, in its template below secrets-templates)',
      'flock.yml:3:33 groups.g.vars.b[0].c: a variable cannot hold {{secret …}} (for a role, write it in secrets-templates/groups/g/ansible-vars.yml; for a file, in its template below secrets-templates)',
    ],
  ],
])('a wrong part of flock.yml is refused with place and hint: %s', (_, text, expected) => {
  expect(problemLines(text)).toEqual(expected)
})

test('braces that belong to Ansible are not taken for a secret', () => {
  expect(problemLines(lo('vars: { a: "{{ secret_key }}{{ secret }}{{ app_secret }}" }'))).toEqual([])
})

test.each<[string, string, string[]]>([
  [
    'code without a URL and a path, at the strongest layer that speaks of it',
    lo(
      'groups: { g: { code: { app: { build: [make] } } } }',
      'machines:',
      '  m: { groups: [g], code: { app: { revision: v1 } } }',
    ),
    [
      'flock.yml:4:29 machines.m.code.app: no layer gives "url" and "path" (for "m") (add "url: …" and "path: …")',
    ],
  ],
  [
    'one group, for however many machines',
    lo(
      'groups: { g: { code: { app: { revision: v1, url: "h:r" } } } }',
      'machines: { a: { groups: [g] }, b: { groups: [g] }, c: { groups: [g] } }',
    ),
    ['flock.yml:2:24 groups.g.code.app: no layer gives "path" (for "a" and 2 more) (add "path: …")'],
  ],
  [
    'a key taken away by nothing after it',
    lo(`code: { app: { ${app} } }`, 'machines: { m: { code: { app: { url: } } } }'),
    ['flock.yml:3:26 machines.m.code.app: no layer gives "url" (for "m") (add "url: …")'],
  ],
  [
    'an artifact from nowhere',
    artifactOf(`path: /opt/t, sha256: ${sha}`),
    [
      'flock.yml:2:14 artifacts.tool: no layer gives "url" or "file" (for "m") (add "url: …", or "file: …" for one on the config branch)',
    ],
  ],
  [
    'an artifact from two places, at the stronger layer',
    lo(
      `artifacts: { tool: { path: /opt/t, sha256: ${sha}, url: "https://h/t" } }`,
      'machines: { m: { artifacts: { tool: { file: a/t } } } }',
    ),
    [
      'flock.yml:3:39 machines.m.artifacts.tool.file: both "url" and "file" are given: "url" on line 2 (for "m") (leave out one of the two; "url:" with nothing after it removes that of a weaker layer)',
    ],
  ],
  [
    'credentials for a clone',
    lo(`code: { app: { ${app}, credentials: TOKEN } }`, 'machines: { m: }'),
    [
      'flock.yml:2:77 code.app.credentials: only "via: push" takes credentials (for "m") (add "via: push", or write "credentials:" with nothing after it)',
    ],
  ],
  [
    'credentials for SSH',
    codeOf('url: "git@h:r", revision: v1, path: /srv/app, via: push, credentials: TOKEN'),
    [
      'flock.yml:2:86 code.app.credentials: only an https URL takes credentials (for "m") (give an https URL, or write "credentials:" with nothing after it)',
    ],
  ],
  [
    'two with one path',
    lo(
      `code: { app: { ${app} } }`,
      `groups: { g: { artifacts: { tool: { path: /srv/app, sha256: ${sha}, url: "https://h/t" } } } }`,
      'machines: { m: { groups: [g] } }',
    ),
    [
      'flock.yml:3:43 groups.g.artifacts.tool.path: "/srv/app" is the path of code "app" (for "m") (give one of the two another path; the other is on line 2)',
    ],
  ],
  [
    'one inside another, also when the weaker one is the inner one',
    lo(
      'code: { a: { url: "h:a", revision: v1, path: /opt/x/y } }',
      'machines: { m: { code: { b: { url: "h:b", revision: v1, path: /opt/x } } } }',
    ),
    [
      'flock.yml:3:63 machines.m.code.b.path: "/opt/x" holds "/opt/x/y" of code "a" (for "m") (give one of the two another path; the other is on line 2)',
    ],
  ],
  [
    'one inside what stands beside another',
    lo(
      `code: { a: { ${app} }, b: { url: "h:b", revision: v1, path: /srv/app.releases/b } }`,
      'machines: { m: }',
    ),
    [
      'flock.yml:2:101 code.b.path: "/srv/app.releases/b" is inside "/srv/app.releases" of code "a" (for "m") (give one of the two another path; the other is on line 2)',
    ],
  ],
])(
  'a problem that shows only in the merged layers is reported where it comes from: %s',
  (_, text, expected) => {
    expect(problemLines(text)).toEqual(expected)
  },
)

test.each([
  ['a URL that was refused', codeOf('url: "ext::x", revision: v1, path: /srv/app')],
  ['a misspelt key', codeOf('ulr: "h:r", revision: v1, path: /srv/app')],
  [
    'a misspelt layer',
    lo('cod: { app: { url: "h:r" } }', 'machines: { m: { code: { app: { revision: v1, path: /a } } } }'),
  ],
  ['a group that does not exist', lo('machines: { m: { groups: [g], code: { app: { revision: v1 } } } }')],
  ['a role that was refused', lo('roles: [Common]', 'machines: { m: { roles: ["!common"] } }')],
])('merged layers add no problem to %s', (_, text) => {
  expect(problemLines(text)).toHaveLength(1)
})

test.each<[string, string, string[]]>([
  [
    "may not name what is a flock's own",
    'flock: x\nprovider: local\nmachines: {}',
    [
      ['flock', '1:1'],
      ['provider', '2:1'],
      ['machines', '3:1'],
    ].map(
      ([key, at]) =>
        `toolkit:config/flock.yml:${at} toolkit:config/flock.yml: unknown key "${key}" (known keys: description, groups, vars, settings, checks, roles, code, artifacts, ssh)`,
    ),
  ],
  [
    'names only groups of its own',
    'groups: { a: { groups: [b] } }',
    ['toolkit:config/flock.yml:1:25 groups.a.groups: no group "b" (name a group of this file)'],
  ],
  [
    'cannot reach a prototype',
    'vars: { a: { "__proto__": { polluted: 1 } } }',
    [
      'toolkit:config/flock.yml:1:14 toolkit:config/flock.yml: the key "__proto__" cannot be used (give it another name)',
    ],
  ],
  [
    'must be YAML',
    'groups: [',
    [expect.stringMatching(/^toolkit:config\/flock\.yml:\d+:\d+ .*not valid YAML/) as unknown as string],
  ],
])("the toolkit's flock.yml %s", (_, toolkit, expected) => {
  expect(problemLines(lo('machines: {}'), toolkit)).toEqual(expected)
})

test("the toolkit's flock.yml is named as the cause of its problems, after the problems of the flock", () => {
  expect(
    problemLines(
      lo('machines: { m: { groups: [app] }, n: { groups: [ap] } }'),
      'groups: { app: { code: { app: { url: "h:r", revision: v1 } } } }',
    ),
  ).toEqual([
    'flock.yml:2:49 machines.n.groups: no group "ap" (did you mean "app"?)',
    'toolkit:config/flock.yml:1:26 groups.app.code.app: no layer gives "path" (for "m") (add "path: …")',
  ])
})

test("a cycle of groups that runs through the toolkit's flock.yml is reported in the flock", () => {
  expect(
    problemLines(lo('groups: { b: { groups: [a] } }', 'machines: {}'), 'groups: { a: { groups: [b] }, b: }'),
  ).toEqual([
    'flock.yml:2:25 groups.b.groups: groups include each other: a -> b -> a (remove "a" here, or one of the others)',
  ])
})
