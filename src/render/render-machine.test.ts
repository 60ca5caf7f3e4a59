import { format, inspect } from 'node:util'
import { expect, test } from 'vitest'
import { InputError, type Problem } from '../base/errors.js'
import { Secret, type SecretLookup } from '../base/secret.js'
import { SecretBytes } from '../base/secret-bytes.js'
import type { Tree, TreeFile, TreeMode } from '../base/tree.js'
import type { Desired, DesiredFile } from './desired.js'
import { listSecretNames } from './list-secret-names.js'
import { renderMachine } from './render-machine.js'
import type { GeneratedLookup } from './wanted-secrets.js'

type Files = Readonly<Record<string, string | Buffer | TreeFile>>

const machine = {
  name: 'web-1',
  groups: ['base', 'web'],
  vars: { site: 'demo', port: 80 },
  provider: 'local',
}

function treeOf(files: Files): Tree {
  return new Map(
    Object.entries(files).map(([path, file]): [string, TreeFile] => [
      path,
      typeof file === 'string' || Buffer.isBuffer(file) ? { mode: '100644', bytes: Buffer.from(file) } : file,
    ]),
  )
}

function link(target: string, mode: TreeMode = '120000'): TreeFile {
  return { mode, bytes: Buffer.from(target) }
}

const values: Readonly<Record<string, string>> = {
  PASSWORD: 'hunter2!',
  QUOTED: 'a"b\\c',
  LINES: 'line-one\nline-two\n',
}

const lookup: SecretLookup = (name) => {
  const value = values[name]
  if (name === 'SHORT')
    throw new InputError([{ reason: 'unsafe-secret', message: 'secret "SHORT": too short' }])
  return value === undefined ? undefined : new Secret(name, value)
}

const generated: GeneratedLookup = (name, { alphabet, length }) =>
  new Secret(name, `${alphabet}-${length}-value`, { kind: 'generated' })

function render(config: Files, toolkit: Files = {}): Desired {
  return renderMachine({
    machine,
    flockName: 'demo',
    toolkit: treeOf(toolkit),
    config: treeOf(config),
    secrets: lookup,
    generated,
  })
}

function fileOf(config: Files, toolkit: Files = {}): DesiredFile {
  const [file, ...more] = render(config, toolkit).files
  if (file === undefined || more.length > 0) throw new Error('expected exactly one file')
  return file
}

function problemsOf(config: Files, toolkit: Files = {}): readonly Problem[] {
  try {
    render(config, toolkit)
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
  return []
}

function messagesOf(config: Files, toolkit: Files = {}): readonly string[] {
  return problemsOf(config, toolkit).map(
    ({ reason, message, at }) => `${[at?.file, at?.line].join(':')} ${reason}: ${message}`,
  )
}

/** A manifest of one entry for `/etc/a`. */
function entry(more = '', destination = '/etc/a'): string {
  return `files:\n  - {destination: ${JSON.stringify(destination)}${more === '' ? '' : `, ${more}`}}\n`
}

test('a machine without manifests has no files', () => {
  expect(render({ 'config/all/lonely': 'x' })).toEqual({ files: [], captures: [] })
})

test('an entry gets a default for each field that it leaves out', () => {
  const config = { 'config/all/files.yml': entry(), 'config/all/a': 'hello {{vars.site}}' }
  const desired = render(config)
  expect(desired.files[0]?.bytes.reveal().toString()).toBe('hello demo')
  expect(desired).toEqual({
    files: [
      {
        destination: '/etc/a',
        owner: 'root',
        group: 'root',
        mode: 0o644,
        bytes: expect.any(SecretBytes),
        shown: Buffer.from('hello demo'),
        secrets: [],
        after: [],
        from: { file: 'config/all/a' },
      },
    ],
    captures: [{ destination: '/etc/a', from: { file: 'config/all/files.yml', line: 2, column: 19 } }],
  })
})

test('an entry decides each field that it gives', () => {
  const manifest = `files:
  - destination: /etc/nginx/{{vars.site}}.conf
    source: nginx/site.conf
    owner: www-data
    mode: "2750"
    direction: both
    validate: nginx -t
    after: [daemon-reload, reload nginx, restart a@b.service, {command: "echo hi"}]
    adopt: true
    description: The site
`
  const desired = render({ 'config/all/files.yml': manifest, 'config/all/nginx/site.conf': 'x' })
  expect(desired.files[0]).toMatchObject({
    destination: '/etc/nginx/demo.conf',
    owner: 'www-data',
    group: 'www-data',
    mode: 0o2750,
    validate: 'nginx -t',
    after: [
      { kind: 'daemon-reload' },
      { kind: 'reload', unit: 'nginx' },
      { kind: 'restart', unit: 'a@b.service' },
      { kind: 'command', command: 'echo hi' },
    ],
    description: 'The site',
  })
  expect(desired.captures[0]).toMatchObject({ adoptAs: 'config/machines/web-1/nginx/site.conf' })
})

test.each([
  ['both', 1, 1],
  ['up', 1, 0],
  ['down', 0, 1],
])('the direction %s gives %i file and %i capture', (direction, files, captures) => {
  const desired = render({ 'config/all/files.yml': entry(`direction: ${direction}`), 'config/all/a': 'x' })
  expect([desired.files.length, desired.captures.length]).toEqual([files, captures])
})

test('an entry that is only captured needs no source', () => {
  expect(render({ 'config/all/files.yml': entry('direction: down', '/var/log/app') }).captures).toHaveLength(
    1,
  )
})

test('a template knows machine and flock, but no address', () => {
  const source =
    '{{machine.name}} {{#each machine.groups}}{{this}},{{/each}} {{machine.provider}} {{flock.name}}'
  const file = fileOf({ 'config/all/files.yml': entry(), 'config/all/a': source })
  expect(file.bytes.reveal().toString()).toBe('web-1 base,web, local demo')
  const config = { 'config/all/files.yml': entry(), 'config/all/a': '{{machine.address}}' }
  expect(messagesOf(config)).toEqual([
    'config/all/a:1 missing-variable: config/all/a: unknown name "machine.address"',
  ])
})

test.each<[string, Buffer]>([
  ['with a NUL', Buffer.from('a\0{{vars.nope}}')],
  ['that is not UTF-8', Buffer.from([0xff, 0xfe, 0x7b, 0x7b])],
])('a binary file %s stays as it is', (_name, bytes) => {
  expect(fileOf({ 'config/all/files.yml': entry(), 'config/all/a': bytes }).bytes.reveal()).toEqual(bytes)
})

test('a text stays the same byte for byte outside its expressions', () => {
  const text = '\ufeffa\r\n{{vars.site}}\r\n\r\nend'
  const file = fileOf({ 'config/all/files.yml': entry(), 'config/all/a': text })
  expect(file.bytes.reveal().toString()).toBe('\ufeffa\r\ndemo\r\n\r\nend')
})

test('a source with "template: false" is not rendered', () => {
  const config = { 'config/all/files.yml': entry('template: false'), 'config/all/a': '{{vars.nope}} {{' }
  expect(fileOf(config).bytes.reveal().toString()).toBe('{{vars.nope}} {{')
})

const strengths: readonly ['toolkit' | 'config', string][] = [
  ['toolkit', 'config/all'],
  ['config', 'config/all'],
  ['toolkit', 'config/groups/base'],
  ['config', 'config/groups/base'],
  ['toolkit', 'config/groups/web'],
  ['config', 'config/groups/web'],
  ['config', 'config/machines/web-1'],
]
const layered = (
  from: number,
  path: string,
  text: (name: string) => string,
): { toolkit: Files; config: Files } => {
  const kept = strengths.slice(0, from + 1).map(([origin, folder]) => ({ origin, folder }))
  const filesOf = (wanted: string): Files =>
    Object.fromEntries(
      kept
        .filter(({ origin }) => origin === wanted)
        .map(({ origin, folder }) => [`${folder}/${path}`, text(`${origin} ${folder}`)]),
    )
  return { toolkit: filesOf('toolkit'), config: filesOf('config') }
}

test.each(strengths.map(([origin, folder], index) => [origin, folder, index] as const))(
  'a source of the %s layer %s comes before all weaker ones',
  (origin, folder, index) => {
    const { toolkit, config } = layered(index, 'a', (name) => name)
    const file = fileOf(config, { ...toolkit, 'config/all/files.yml': entry() })
    expect(file.bytes.reveal().toString()).toBe(`${origin} ${folder}`)
    expect(file.from.file).toBe(origin === 'toolkit' ? `toolkit:${folder}/a` : `${folder}/a`)
  },
)

test.each(strengths.map(([origin, folder], index) => [origin, folder, index] as const))(
  'a field of the %s layer %s comes before all weaker ones',
  (origin, folder, index) => {
    const { toolkit, config } = layered(index, 'files.yml', (name) => entry(`description: "${name}"`))
    expect(fileOf({ ...config, 'config/all/a': '' }, toolkit).description).toBe(`${origin} ${folder}`)
  },
)

test('layers are merged field by field, and an entry keeps its place', () => {
  const desired = render({
    'config/all/files.yml':
      'files:\n  - {destination: /etc/a, owner: ann, mode: "0600"}\n  - {destination: /etc/b}\n',
    'config/groups/web/files.yml':
      'files:\n  - {destination: /etc/c}\n  - {destination: "/etc/{{json 1}}"}\n',
    'config/machines/web-1/files.yml': entry('mode: "0640", group: adm'),
    'config/all/a': '',
    'config/all/b': '',
    'config/all/c': '',
    'config/all/1': '',
  })
  expect(desired.files.map(({ destination }) => destination)).toEqual([
    '/etc/a',
    '/etc/b',
    '/etc/c',
    '/etc/1',
  ])
  expect(desired.files[0]).toMatchObject({ owner: 'ann', group: 'adm', mode: 0o640 })
})

test('entries whose destinations are equal once rendered are merged', () => {
  const config = {
    'config/all/files.yml': entry('owner: ann', '/etc/{{vars.site}}'),
    'config/groups/web/files.yml': entry('mode: "0600"', '/etc/demo'),
    'config/all/demo': '',
  }
  expect(fileOf(config)).toMatchObject({ owner: 'ann', mode: 0o600 })
})

test('a stronger layer can take an entry away, and one stronger still can give it anew', () => {
  const config: Files = {
    'config/all/files.yml': entry('owner: ann'),
    'config/groups/base/files.yml': entry('state: absent'),
    'config/all/a': '',
  }
  expect(render(config).files).toEqual([])
  expect(fileOf({ ...config, 'config/groups/web/files.yml': entry() }).owner).toBe('root')
})

test('the stronger layer wins as a whole between config and secrets-templates', () => {
  const config: Files = {
    'config/all/files.yml': entry('owner: ann, description: plain'),
    'config/all/a': 'plain',
    'secrets-templates/groups/web/files.yml': entry(),
    'secrets-templates/all/a': '{{secret "PASSWORD"}}',
  }
  expect(fileOf(config)).toMatchObject({ owner: 'root', mode: 0o600, secrets: ['PASSWORD'] })
  expect(fileOf(config)).not.toHaveProperty('description')
  const again = fileOf({ ...config, 'config/machines/web-1/files.yml': entry('group: adm') })
  expect(again).toMatchObject({
    owner: 'ann',
    group: 'adm',
    description: 'plain',
  })
  expect(again.bytes.reveal().toString()).toBe('plain')
})

test('one destination in config and secrets-templates of the same layer is refused', () => {
  const config = {
    'config/all/files.yml': entry(),
    'config/all/a': '',
    'secrets-templates/all/files.yml': entry(),
    'secrets-templates/all/a': '',
  }
  expect(messagesOf(config)).toEqual([
    'secrets-templates/all/files.yml:2 invalid-manifest: secrets-templates/all/files.yml: "/etc/a" is given by config/all/files.yml too',
  ])
})

test('a source of one top folder is not looked for in the other', () => {
  const config = { 'secrets-templates/all/files.yml': entry(), 'config/all/a': 'x' }
  expect(messagesOf(config)).toEqual([
    'secrets-templates/all/files.yml:2 missing-file: secrets-templates/all/files.yml: source "a" is in no layer: looked in ' +
      ['machines/web-1', 'groups/web', ':groups/web', 'groups/base', ':groups/base', 'all', ':all']
        .map((layer) =>
          layer.startsWith(':')
            ? `toolkit:secrets-templates/${layer.slice(1)}`
            : `secrets-templates/${layer}`,
        )
        .join(', '),
  ])
})

test("a problem of the toolkit is told by the toolkit's own name", () => {
  expect(messagesOf({}, { 'config/all/files.yml': entry(), 'config/all/a': '\n{{vars.nope}}' })).toEqual([
    'toolkit:config/all/a:2 missing-variable: toolkit:config/all/a: unknown name "vars.nope"',
  ])
})

const at = (source: string, more = ''): Files => ({
  'secrets-templates/all/files.yml': entry(more),
  'secrets-templates/all/a': source,
})

test.each([
  ['p={{secret "PASSWORD"}};', 'p=hunter2!;', 'p={{secret "PASSWORD"}};', ['PASSWORD']],
  [
    '{{secret "QUOTED"}} {{secret "PASSWORD"}}',
    'a"b\\c hunter2!',
    '{{secret "QUOTED"}} {{secret "PASSWORD"}}',
    ['PASSWORD', 'QUOTED'],
  ],
  ['{{json (secret "PASSWORD")}}', '"hunter2!"', '"{{secret "PASSWORD"}}"', ['PASSWORD']],
  ['{{json (secret "QUOTED")}}', '"a\\"b\\\\c"', '"{{secret "QUOTED" as JSON}}"', ['QUOTED']],
  ['{{secret "LINES"}}', 'line-one\nline-two\n', '{{secret "LINES"}}', ['LINES']],
  ['{{#if vars.nope}}{{secret "MISSING"}}{{else}}{{vars.site}}{{/if}}', 'demo', 'demo', []],
])(
  'a template is rendered with its secrets, and shown with placeholders for them: %s',
  (source, bytes, shown, secrets) => {
    const file = fileOf(at(source))
    expect(file.bytes.reveal().toString()).toBe(bytes)
    expect(file.shown.toString()).toBe(shown)
    expect(file.secrets).toEqual(secrets)
  },
)

test.each([
  ['{{generated "TOKEN"}}', 'base64url-43-value', '{{generated "TOKEN"}}', ['TOKEN']],
  ['{{generated "TOKEN" "hex"}}', 'hex-64-value', '{{generated "TOKEN"}}', ['TOKEN']],
  ['{{generated "TOKEN" 16}}', 'base64url-16-value', '{{generated "TOKEN"}}', ['TOKEN']],
  ['{{json (generated "PIN" "digits" 8)}}', '"digits-8-value"', '"{{generated "PIN"}}"', ['PIN']],
  [
    '{{generated "PASSWORD"}} {{secret "PASSWORD"}}',
    'base64url-43-value hunter2!',
    '{{generated "PASSWORD"}} {{secret "PASSWORD"}}',
    ['PASSWORD'],
  ],
])(
  'a template is rendered with generated values, and shown with placeholders for them: %s',
  (source, bytes, shown, secrets) => {
    const file = fileOf(at(source))
    expect(file.bytes.reveal().toString()).toBe(bytes)
    expect(file.shown.toString()).toBe(shown)
    expect(file.secrets).toEqual(secrets)
    expect(file.mode).toBe(0o600)
  },
)

test.each([
  '{{generated}}',
  '{{generated name}}',
  '{{generated "token"}}',
  '{{generated "TOKEN" "octal"}}',
  '{{generated "TOKEN" 7}}',
  '{{generated "TOKEN" 1025}}',
  '{{generated "TOKEN" 8.5}}',
  '{{generated "TOKEN" vars.site}}',
  '{{generated "TOKEN" "hex" vars.port}}',
  '{{generated "TOKEN" 16 "hex"}}',
  '{{generated "TOKEN" "hex" 16 16}}',
  '{{generated "TOKEN" length=16}}',
])('a generated value that is not well asked for is refused: %s', (source) => {
  expect(messagesOf(at(source))).toEqual([
    'secrets-templates/all/a:1 invalid-template: secrets-templates/all/a: "generated" takes a name in quotes, and then at most a form and a length',
  ])
})

test('generated values cannot decide, and are refused outside secrets-templates', () => {
  expect(messagesOf(at('{{#if (generated "TOKEN")}}x{{/if}}'))[0]).toContain('a secret cannot decide')
  const misplaced = messagesOf({ 'config/all/files.yml': entry(), 'config/all/a': '{{generated "TOKEN"}}' })
  expect(misplaced[0]).toContain('generated "TOKEN" is used outside secrets-templates')
})

test('the key that opens what is sealed is never a secret of a file', () => {
  expect(messagesOf(at('{{secret "DROVER_SEAL_KEY"}}'))).toEqual([
    'secrets-templates/all/a:1 invalid-template: secrets-templates/all/a: "DROVER_SEAL_KEY" opens all that is sealed, and goes to no machine',
  ])
})

test('a generated value has one form', () => {
  const config = {
    'secrets-templates/all/files.yml': 'files:\n  - {destination: /etc/a}\n  - {destination: /etc/b}\n',
    'secrets-templates/all/a': '{{generated "TOKEN"}}',
    'secrets-templates/all/b': '\n{{generated "TOKEN" "hex"}}',
  }
  expect(messagesOf(config)).toEqual([
    'secrets-templates/all/b:2 invalid-template: generated "TOKEN": has another form or length in secrets-templates/all/a',
  ])
})

test('generated values and other sealed files make the key a needed secret', () => {
  const none = treeOf({})
  const names = (files: Files): unknown => [
    ...listSecretNames({ toolkit: none, config: treeOf(files) }, () => true),
  ]
  expect(names({ 'secrets-templates/all/a': '{{generated "TOKEN"}}' })).toEqual([
    ['DROVER_SEAL_KEY', ['secrets-templates/all/a']],
  ])
  const sealed = { 'machines/web-1/sealed/tls.age': 'x', 'machines/web-2/sealed/tls.age': 'x' }
  expect(names(sealed)).toEqual([['DROVER_SEAL_KEY', ['machines/web-1/sealed/tls.age']]])
  expect(names({ 'machines/web-1/captured/sealed/tls.age': 'x' })).toEqual([])
})

test('files with secrets are for the owner only, unless the manifest says otherwise', () => {
  expect(fileOf(at('{{secret "PASSWORD"}}')).mode).toBe(0o600)
  expect(fileOf(at('{{secret "PASSWORD"}}', 'mode: "0644"')).mode).toBe(0o644)
})

test('secrets are refused outside secrets-templates, also where no machine gets to', () => {
  const source = 'a\n{{secret "PASSWORD"}}{{#if vars.nope}}{{secret "PASSWORD"}}{{/if}}'
  const problems = problemsOf({ 'config/all/files.yml': entry(), 'config/all/a': source })
  expect(problems).toMatchObject([{ at: { line: 2, column: 1 } }, { at: { line: 2 } }])
  expect(problems[0]).toMatchObject({
    reason: 'invalid-template',
    message: 'config/all/a: secret "PASSWORD" is used outside secrets-templates',
  })
})

test('secrets are refused in a destination', () => {
  const config = { 'secrets-templates/all/files.yml': entry('source: x', '/etc/{{secret "PASSWORD"}}') }
  expect(messagesOf(config)[0]).toContain('destination: a secret cannot be part of a path')
})

test('secrets that are missing make one problem each, naming all files that need them', () => {
  const config = {
    'secrets-templates/all/files.yml': 'files:\n  - {destination: /etc/a}\n  - {destination: /etc/b}\n',
    'secrets-templates/all/a': '\n{{secret "GONE"}} {{secret "GONE"}} {{secret "ALSO"}}',
    'secrets-templates/groups/web/b': '{{secret "GONE"}}{{secret "PASSWORD"}}',
  }
  expect(messagesOf(config)).toEqual([
    'secrets-templates/all/a:2 missing-secret: secret "GONE": not given: required by secrets-templates/all/a, secrets-templates/groups/web/b',
    'secrets-templates/all/a:2 missing-secret: secret "ALSO": not given: required by secrets-templates/all/a',
  ])
})

test('secrets that are unsafe are told with the other problems', () => {
  expect(messagesOf(at('{{secret "SHORT"}}{{vars.nope}}{{secret "GONE"}}'))).toEqual([
    'secrets-templates/all/a:1 missing-variable: secrets-templates/all/a: unknown name "vars.nope"',
    'secrets-templates/all/a:1 unsafe-secret: secret "SHORT": too short',
    'secrets-templates/all/a:1 missing-secret: secret "GONE": not given: required by secrets-templates/all/a',
  ])
})

test('secrets never show in a problem', () => {
  const config = at('{{secret "PASSWORD"}}{{vars.nope}}{{json vars.no}}')
  expect(JSON.stringify(problemsOf(config))).not.toContain('hunter2')
})

test('secrets can be listed without values', () => {
  const toolkit = treeOf({
    'secrets-templates/all/t': '{{secret "B"}}',
    'config/all/x': '{{secret "NO"}}',
    'secrets-templates/groups/used/a': '{{secret "C"}}',
    'secrets-templates/groups/other/a': '{{secret "NO"}}',
  })
  const config = treeOf({
    'secrets-templates/all/files.yml': 'files: []',
    'secrets-templates/all/a': '{{#if vars.x}}{{json (secret "B")}}{{/if}}{{secret "A"}}',
    'secrets-templates/all/broken': '{{#if',
    'secrets-templates/all/binary': Buffer.from('\0{{secret "NO"}}'),
    'secrets-templates/all/link': link('{{secret "NO"}}'),
    'secrets-templates/README.md': 'write {{secret "NO"}}',
  })
  expect([...listSecretNames({ toolkit, config }, (group) => group === 'used')]).toEqual([
    ['A', ['secrets-templates/all/a']],
    ['B', ['toolkit:secrets-templates/all/t', 'secrets-templates/all/a']],
    ['C', ['toolkit:secrets-templates/groups/used/a']],
  ])
})

test.each([
  ['etc/a', 'not absolute'],
  ['/', 'the whole machine'],
  ['/etc/../a', 'not normalised'],
  ['/etc/./a', 'not normalised'],
  ['/etc//a', 'not normalised'],
  ['/etc/a/', 'not normalised'],
  ['/etc/a\nb', 'control character'],
  ['/etc/a\u0007', 'control character'],
  ['/proc/sys/x', '"/proc" is the system\'s own'],
  ['/sys', '"/sys" is the system\'s own'],
  ['/dev/null', '"/dev" is the system\'s own'],
  ['/run/drover/x', '"/run/drover" is the system\'s own'],
  ['/etc/drover/stamp.json', 'reserved'],
  ['/etc/drover/stamp.env', 'reserved'],
  ['/etc/drover', 'must stay a folder'],
  ['/etc/files.yml', 'would have the manifest as its source'],
])('the destination %j is refused', (destination, cause) => {
  const problems = problemsOf({
    'config/all/files.yml': entry('', destination),
    'config/all/drover': '',
    'config/all/a': '',
  })
  expect(problems).toMatchObject([
    { reason: 'invalid-manifest', at: { file: 'config/all/files.yml', line: 2 } },
  ])
  expect(problems[0]?.message).toContain(cause)
  expect(problems[0]?.message).not.toMatch(/[\n\u0007]/)
})

test.each(['/run/app/x', '/etc/drover/other', '/process', '/etc/..a', '/etc/ä b'])(
  'the destination %j is allowed',
  (destination) => {
    expect(
      problemsOf({ 'config/all/files.yml': entry('source: a', destination), 'config/all/a': '' }),
    ).toEqual([])
  },
)

test('a destination that a variable leads astray is refused', () => {
  const config = {
    'config/all/files.yml': entry('source: a', '/etc/{{vars.site}}/../x'),
    'config/all/a': '',
  }
  expect(messagesOf(config)[0]).toContain('"/etc/demo/../x" is not normalised')
})

test.each<[string, string, string]>([
  [
    'a destination given twice',
    'files:\n  - {destination: /etc/demo}\n  - {destination: "/etc/{{vars.site}}"}\n',
    'files.yml:3 invalid-manifest: config/all/files.yml: "/etc/demo" is given twice: first on line 2',
  ],
  [
    'a destination below another',
    'files:\n  - {destination: /etc/demo}\n  - {destination: /etc/demo/x/demo}\n',
    'files.yml:3 invalid-manifest: config/all/files.yml: destination "/etc/demo/x/demo" is inside another destination: "/etc/demo"',
  ],
  [
    'an unknown variable in a destination',
    entry('', '/etc/{{vars.sit}}'),
    'files.yml:2 missing-variable: config/all/files.yml: destination: unknown name "vars.sit"',
  ],
  [
    'a destination that does not parse',
    entry('', '/etc/{{vars.site'),
    'files.yml:2 invalid-template: config/all/files.yml: destination: does not parse',
  ],
  [
    'fields next to "state: absent"',
    entry('state: absent, owner: ann'),
    'files.yml:2 invalid-manifest: config/all/files.yml: "owner" has no meaning next to "state: absent"',
  ],
  [
    'adopting what is only put',
    entry('adopt: true, direction: up', '/etc/demo'),
    'files.yml:2 invalid-manifest: config/all/files.yml: "/etc/demo" cannot be adopted: its direction is "up"',
  ],
  [
    'adopting what is only captured',
    entry('adopt: true, direction: down'),
    'cannot be adopted: its direction is "down"',
  ],
  [
    'rendering a binary file',
    entry('template: true', '/etc/binary'),
    'files.yml:2 invalid-manifest: config/all/files.yml: "template: true" for a binary file: config/all/binary',
  ],
  [
    'a symlink as source',
    entry('', '/etc/link'),
    'files.yml:2 invalid-manifest: config/all/files.yml: source "config/all/link" is a symbolic link',
  ],
])('a manifest is refused for %s', (_name, manifest, wanted) => {
  const config = {
    'config/all/files.yml': manifest,
    'config/all/demo': '',
    'config/all/binary': Buffer.from([0]),
    'config/all/link': link('demo'),
  }
  const [message] = messagesOf(config)
  expect(message).toContain(wanted)
})

test('a file with secrets cannot be adopted', () => {
  const config = { 'secrets-templates/all/files.yml': entry('adopt: true'), 'secrets-templates/all/a': '' }
  expect(messagesOf(config)[0]).toContain('cannot be adopted: the entry is below secrets-templates')
})

test('a manifest that is a symlink is refused', () => {
  expect(messagesOf({ 'config/all/files.yml': link('x') })).toEqual([
    'config/all/files.yml: invalid-manifest: config/all/files.yml: is a symbolic link',
  ])
})

test('the problems of all layers are told at once', () => {
  const config = {
    'config/all/files.yml': 'files:\n  - {destination: /etc/a, ownr: x}\n',
    'config/groups/web/files.yml':
      'files:\n  - {destination: etc}\n  - {destination: /etc/t}\n  - {destination: /etc/u}\n',
    'config/groups/web/t': '{{vars.a}}\n{{vars.b}}',
    'secrets-templates/machines/web-1/files.yml': entry('', '/etc/s'),
    'secrets-templates/all/s': '{{secret "GONE"}}',
  }
  expect(problemsOf(config).map(({ reason }) => reason)).toEqual([
    'invalid-manifest',
    'invalid-manifest',
    'missing-variable',
    'missing-variable',
    'missing-file',
    'missing-secret',
  ])
})

test('the next machine is rendered with its own variables', () => {
  const config = treeOf({ 'config/all/files.yml': entry(), 'config/all/a': '{{vars.site}}' })
  const contents = ['one', 'two'].map((site) =>
    renderMachine({
      machine: { ...machine, vars: { site } },
      flockName: 'demo',
      toolkit: new Map(),
      config,
      secrets: lookup,
      generated,
    })
      .files[0]?.bytes.reveal()
      .toString(),
  )
  expect(contents).toEqual(['one', 'two'])
})

test('what is rendered for a machine prints no secret', () => {
  const config: Files = {
    'secrets-templates/all/files.yml': entry(),
    'secrets-templates/all/a': 'token {{secret "PASSWORD"}}',
  }
  const desired = render(config)
  const value = desired.files[0]?.bytes.reveal().toString().slice('token '.length) ?? ''
  expect(value.length).toBeGreaterThan(3)
  for (const printed of [inspect(desired, { depth: 9 }), JSON.stringify(desired), format('%o', desired)]) {
    expect(printed).not.toContain(value)
    expect(printed).not.toContain(Buffer.from(value).toString('hex'))
    expect(printed).not.toContain([...Buffer.from(value)].join(','))
  }
})
