import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { Secret } from '../../src/base/secret.js'
import type { Tree } from '../../src/base/tree.js'
import { parseFlock } from '../../src/flock/parse-flock.js'
import { convertTemplate } from '../../src/import/convert-template.js'
import { renderMachine } from '../../src/render/render-machine.js'
import { evaluateTemplate } from '../../src/render/template/evaluate-template.js'
import { readTemplate } from '../../src/render/template/read-template.js'
import { readTree } from '../../src/system/read-tree.js'
import { putByOlderScripts, renderByChevron } from '../support/older-scripts.ts'
import { makeOpsFolder } from '../support/ops-folder.ts'

const fixture = join(import.meta.dirname, '..', 'fixtures', 'seed')
const random = Object.fromEntries(
  Array.from({ length: 10 }, (_, at) => [`RANDOM${at}`, `${at}`.repeat(8).padEnd(32, 'a7')]),
)
/** What the report says is not carried. */
const left: readonly string[] = ['/etc/partial.txt', '/etc/exact.conf']

const at = makeOpsFolder()
let seed = ''
let made = ''

beforeEach(() => {
  seed = join(at.begin(), 'older')
  made = join(at.folder(), 'made')
  cpSync(fixture, seed, { recursive: true, verbatimSymlinks: true })
})
afterAll(at.remove)

async function readMade(): Promise<Tree> {
  return readTree(made, { prefixes: [''] })
}

function older(path: string): string {
  return readFileSync(join(seed, path), 'utf8')
}

/** As `gh secret set NAME < FILE` sets them. */
function secretOf(name: string): Secret | undefined {
  const values: Readonly<Record<string, string>> = {
    ...random,
    SLACK_TOKEN: 'xoxb-fixture-4711',
    FILE_CREDS_YAML_CLIENT_SECRET_LINE_7: 'fixture-client-22',
    FILE_LO_DEMO_CREDS_YAML: older('flock/config/lo-demo/creds.yaml').replace(/[\r\n]+$/, ''),
    FILE_LO_DEMO_TOKEN_CONF: 'token: 33333333fetched33333333',
    FILE_LO_DEMO_PASSWD_LO: older('flock/config/lo-demo/passwd.lo').replace(/[\r\n]+$/, ''),
  }
  const value = values[name]
  return value === undefined ? undefined : new Secret(name, value)
}

/** The older scripts' own random values, so that the bytes can be compared. */
function generatedOf(name: string): Secret {
  const value = secretOf(name)?.reveal()
  if (value === undefined) throw new Error(`no value for generated "${name}"`)
  return new Secret(name, value, { kind: 'generated' })
}

test('import puts the same bytes in the same places as the older scripts, on every machine', async () => {
  expect(at.drover('import', seed, '--to', made)).toMatchObject({ code: 0, err: '' })
  const config = await readMade()
  const flock = parseFlock({ text: config.get('flock.yml')?.bytes.toString() ?? '', file: 'flock.yml' })
  expect(flock.machines.map(({ name }) => name)).toEqual(['lo-demo', 'lo-plain', 'lo-study'])
  for (const machine of flock.machines) {
    const { files } = renderMachine({
      machine,
      flockName: flock.name,
      toolkit: new Map(),
      config,
      secrets: secretOf,
      generated: generatedOf,
    })
    const wanted = await putByOlderScripts({
      scripts: seed,
      flock: join(seed, 'flock'),
      machine: machine.name,
      user: 'ubuntu',
      domain: 'flock.example.org',
      random,
    })
    const own = files.filter(({ destination }) => !destination.startsWith('/usr/local/lib/drover/'))
    expect(
      new Map(
        own.map(({ destination, owner, group, mode, bytes }) => [
          destination,
          { owner, group, mode, bytes: bytes.reveal() },
        ]),
      ),
    ).toEqual(new Map([...wanted].filter(([destination]) => !left.includes(destination))))
  }
})

test('import keeps what is fetched, and what is put back', async () => {
  at.drover('import', seed, '--to', made)
  const config = await readMade()
  const flock = parseFlock({ text: config.get('flock.yml')?.bytes.toString() ?? '', file: 'flock.yml' })
  const captures = flock.machines.map((machine) => {
    const given = {
      machine,
      flockName: flock.name,
      toolkit: new Map(),
      config,
      secrets: secretOf,
      generated: generatedOf,
    }
    return renderMachine(given).captures.map(({ destination, adoptAs }) => `${destination} ${adoptAs ?? ''}`)
  })
  // A file that holds passwords is put, and never fetched.
  expect(captures.flat().filter((path) => path.includes('passwd.lo'))).toEqual([])
  expect(captures[0]).not.toContainEqual(expect.stringContaining('creds.yaml'))
  expect(captures[2]).toEqual([
    '/etc/nginx/sites-enabled/lo-study config/machines/lo-study/nginx',
    '/etc/systemd/system/learning_observer.service ',
    '/var/log/nginx/access.log ',
    '/home/ubuntu/writing_observer/learning_observer/creds.yaml ',
  ])
})

test('import carries repositories, packages and commands over', async () => {
  at.drover('import', seed, '--to', made)
  const flock = parseFlock({ text: readFileSync(join(made, 'flock.yml'), 'utf8'), file: 'flock.yml' })
  const code = flock.machines.map(({ code }) => code.map(({ name, via, build }) => [name, via, ...build]))
  const all = [
    ['writing_observer', 'clone', "bash -c 'source ~/.profile; pip install ./learning_observer'"],
    ['private', 'push'],
    [
      'lo_module',
      'push',
      "bash -c 'source ~/.profile; pip install -e .'",
      "bash -c 'source ~/.profile; pip install redis==5.0'",
    ],
  ]
  expect(code).toEqual([all, all, [['writing_observer', 'clone']]])
  const script = readFileSync(join(made, 'config/all/postuploads'), 'utf8')
  const own = script.replaceAll('{{machine.name}}', 'm1').replaceAll('{{vars.domain}}', 'd')
  const commands = own
    .split('source ~/.profile\n')
    .slice(1)
    .map((part) => part.split('\n')[0])
  expect(commands).toEqual([
    'sudo hostnamectl set-hostname m1',
    'if [ -f /etc/nginx/sites-available/m1 ]; then echo "m1.d"; fi',
    'sudo systemctl daemon-reload',
    'echo ${HOME}',
    'sudo service nginx restart',
  ])
  expect(execFileSync('bash', ['-n'], { input: own, encoding: 'utf8' })).toBe('')
})

test('import writes no value that nobody may read, and says how each is set', () => {
  const { out } = at.drover('import', seed, '--to', made)
  const report = readFileSync(join(made, 'IMPORT.md'), 'utf8')
  for (const text of [out, report]) {
    expect(text).toContain('gh secret set FILE_LO_DEMO_CREDS_YAML < flock/config/lo-demo/creds.yaml')
    expect(text).toContain('gh secret set TOKEN_PRIVATE   # the value in config/gitclone:2')
    expect(text).toContain(
      'gh secret set FILE_CREDS_YAML_CLIENT_SECRET_LINE_7   # the value in config/creds.yaml:7',
    )
    expect(text).toContain('`config/creds.yaml:7`: a value is taken for the secret')
    expect(text).toContain('gh secret set SLACK_TOKEN   # the value in settings/CREDS.YAML:15')
  }
  const values = [
    '0123456789abcdef',
    '$5$fixture',
    'xoxb-fixture',
    'ghp_fixture',
    '3fetched3',
    'fixture-client',
  ]
  for (const value of values) expect(out).not.toContain(value)
  for (const path of readdirSync(made, { recursive: true, encoding: 'utf8' })) {
    if (!existsSync(join(made, path, '.'))) {
      for (const value of values) expect(readFileSync(join(made, path), 'latin1')).not.toContain(value)
    }
  }
})

test('import names what is not carried over, with file and line', () => {
  at.drover('import', seed, '--to', made)
  const report = readFileSync(join(made, 'IMPORT.md'), 'utf8')
  const section = report.split('## Not carried')[1]?.split('## ')[0] ?? ''
  expect(section.match(/^- `[^`]+`/gm)).toEqual([
    '- `config/gitpush:2`',
    '- `config/init.d`',
    '- `config/postuploads:6`',
    '- `flock/config/Not_A_Machine`',
    '- `flock/config/Not_A_Machine/nginx`',
    '- `flock/config/lo-demo/exact.conf`',
    '- `flock/config/lo-demo/postuploads`',
    '- `flock/config/lo-demo/uploads.csv:4`',
    '- `flock/config/lo-study/partial.txt:2`',
    '- `scripts/update.fab`',
  ])
})

test('import makes a flock that shard accepts', () => {
  at.drover('import', seed, '--to', made)
  at.begin()
  cpSync(made, at.folder(), { recursive: true })
  at.git('init', '--quiet', '--initial-branch=config')
  at.git('add', '--all')
  at.git('commit', '--quiet', '--message', 'imported')
  const planned = at.drover('shard', 'all', '--for', 'configure', '--repository', at.folder(), '--json')
  expect(planned).toMatchObject({ code: 0, err: '' })
  for (const name of ['lo-demo', 'lo-plain', 'lo-study']) expect(planned.out).toContain(name)
})

test('import takes a flock in a folder of its own, and the name of the flock', () => {
  cpSync(join(seed, 'flock'), join(at.folder(), 'elsewhere'), { recursive: true, verbatimSymlinks: true })
  rmSync(join(seed, 'flock'), { recursive: true })
  writeFileSync(
    join(seed, 'settings/CREDS.YAML'),
    older('settings/CREDS.YAML').replace('config: flock', 'config: ../elsewhere'),
  )
  const refused = at.drover('import', seed, '--to', made)
  expect(refused).toMatchObject({ code: 2 })
  expect(refused.err).toContain('--flock-config ../elsewhere')
  const words = ['import', seed, '--to', made, '--flock-config', 'elsewhere', '--name', 'study']
  expect(at.drover(...words)).toMatchObject({ code: 0, err: '' })
  expect(readFileSync(join(made, 'flock.yml'), 'utf8')).toMatch(/^flock: study$/m)
  expect(readFileSync(join(made, 'flock.yml'), 'utf8')).toMatch(/^ {2}lo-demo:/m)
})

test('import leaves a folder that holds something as it is', () => {
  mkdirSync(made)
  writeFileSync(join(made, 'mine'), '')
  expect(at.drover('import', seed, '--to', made)).toMatchObject({ code: 2 })
  expect(readdirSync(made)).toEqual(['mine'])
  rmSync(join(made, 'mine'))
  expect(at.drover('import', seed, '--to', made)).toMatchObject({ code: 0 })
  expect(readdirSync(at.folder()).sort()).toEqual(['made', 'older'])
})

test('import reports everything that is wrong at once, and writes nothing', () => {
  const bad = [
    'two,columns',
    '../../secret,root:root,644,/etc/a,leaves the folder',
    '/etc/shadow,root:root,600,/etc/b,not in the folder',
    'out,root:root,644,/etc/c,a link that leads out',
    'nowhere,root:root,644,/etc/d,no such file',
    'nginx,root:root,644,/proc/x,not to be written',
    'nginx,root:root,644,/etc/../x,not normalised',
    'nginx,$(id),644,/etc/e,a command for an owner',
    'nginx,root:root,644,/etc/f,"an open quote',
    'a,b,c,d,e,f,g',
  ]
  writeFileSync(join(seed, 'flock/config/lo-plain/sync.csv'), `${bad.join('\r\n')}\r\n`)
  writeFileSync(join(seed, 'flock/config/lo-plain/uploads.csv'), Buffer.from('caf\xe9,a,b,c,d\n', 'latin1'))
  symlinkSync('../../../../outside', join(seed, 'flock/config/lo-plain/out'))
  writeFileSync(join(at.folder(), 'outside'), 'value outside')
  const refused = at.drover('import', seed, '--to', made)
  expect(refused.code).toBe(2)
  for (const line of bad.keys()) {
    expect(refused.err).toMatch(
      new RegExp(line === 3 ? 'lo-plain/out: is a symbolic link' : `lo-plain/sync\\.csv:${line + 1}\\b`),
    )
  }
  expect(refused.err).toContain('lo-plain/uploads.csv: is not UTF-8 text')
  expect(readdirSync(at.folder()).sort()).toEqual(['older', 'outside'])
})

test('import follows no symlink to a part of the folder', () => {
  cpSync(join(seed, 'flock'), join(at.folder(), 'elsewhere'), { recursive: true, verbatimSymlinks: true })
  rmSync(join(seed, 'flock'), { recursive: true })
  symlinkSync('../elsewhere', join(seed, 'flock'))
  const refused = at.drover('import', seed, '--to', made)
  expect(refused.code).toBe(2)
  expect(refused.err).toContain('flock: is a symbolic link')
  expect(existsSync(made)).toBe(false)
})

test('import says so where there is nothing to import', () => {
  const refused = at.drover('import', at.folder(), '--to', made)
  expect(refused).toMatchObject({ code: 2 })
  expect(refused.err).toContain('none of the older lists')
  expect(at.drover('import', join(at.folder(), 'none'), '--to', made)).toMatchObject({ code: 2 })
  expect(at.drover('import', seed)).toMatchObject({ code: 2 })
})

test('an imported template gives what chevron gives, or is not carried over', async () => {
  const part = fc.constantFrom(
    ...['\n', ' ', '\t', 'a', '{', '}', '\\', '"<&', 'ü', '{{hostname}}', '{{{domain}}}', '{{& RANDOM3 }}'],
    ...['{{nobody}}', '{{! note }}', '{{!-- x --}}', '{{!\n}}', '{{#domain}}', '{{/domain}}', '{{^domain}}'],
    ...['{{#nginx_root_options}}', '{{^nginx_root_options}}', '{{/nginx_root_options}}', '\n{{#domain}}\n'],
    ...['\n{{/domain}}\n', '{{nginx_root_options}}', '{{#nobody}}', '{{/nobody}}', '{{.}}', '{{> p}}', '{{'],
  )
  const texts = fc
    .sample(fc.array(part, { minLength: 1, maxLength: 12 }), { numRuns: 20_000, seed: 6 })
    .map((parts) => parts.join(''))
  const values = {
    hostname: 'sample',
    domain: 'example.org',
    nginx_root_options: '',
    RANDOM3: '3'.repeat(32),
  }
  const wanted = await renderByChevron(texts, values)
  const context = { machine: { name: 'sample' }, vars: { domain: 'example.org', nginx_root_options: '' } }
  let carried = 0
  for (const [index, text] of texts.entries()) {
    const converted = convertTemplate(text).text
    if (converted === undefined) continue
    carried += 1
    const { nodes, problems } = readTemplate(converted)
    const evaluated = evaluateTemplate(nodes, context)
    const got = evaluated.parts.map((one) => (typeof one === 'string' ? one : values.RANDOM3)).join('')
    expect([text, got, problems, evaluated.problems]).toEqual([text, wanted[index], [], []])
  }
  expect(carried).toBeGreaterThan(2000)
})
