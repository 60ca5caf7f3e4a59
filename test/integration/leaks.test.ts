import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'

const secrets = {
  ONE_LINE: 'canary-one-line-7Kq2',
  MULTI_LINE: 'canary-first-line-91xZ\ncanary second line 55pQ\ncanary-third-line-aa0P',
  SHORT: 'q7#Z',
  QUOTED: `canary "double" 'single' \\back $HOME 8hW1`,
  UMLAUT: 'canary-pässwörd-ü3Fd',
}
let flock: LocalFlock
const written: string[] = []

beforeAll(async () => {
  flock = await makeLocalFlock('t-leak', secrets)
})

afterAll(async () => {
  await flock?.remove()
})

/** Every way in which a value could be written that a reader would recognise. */
function forms(value: string): readonly string[] {
  const bytes = Buffer.from(value)
  const lines = value.split('\n').filter((line) => line.length >= 8)
  return [
    value,
    ...lines,
    ...[value, ...lines].flatMap((text) => [
      Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1),
    ]),
    bytes.toString('hex'),
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
  ].filter((form) => form.length >= 4)
}

/** Masks are how the runner is told of a secret; it takes these lines out of the log. */
function withoutMasks(text: string): string {
  return text.replace(/^::add-mask::.*$/gm, '')
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
}

test('no planted secret is in any log, summary, record, commit or error', async () => {
  const template = Object.keys(secrets)
    .map((name) => `${name}={{secret "${name}"}}\n`)
    .join('')
  flock.ops.push(
    {
      'secrets-templates/machines/lo-1/files.yml': `files:
  - destination: /etc/leak/all
    mode: "0600"
    validate: cat /etc/leak/all; base64 -w0 /etc/leak/all; test ! -e /root/refuse
    after: [{ command: "cat /etc/leak/all /etc/leak/all >&2; test ! -e /root/fail" }]
`,
      'secrets-templates/machines/lo-1/all': template,
      'config/machines/lo-1/files.yml': 'files:\n  - { destination: /var/leak, direction: down }\n',
    },
    'a template with every secret',
  )
  const keep = (ran: {
    stdout: string
    stderr: string
    summary?: string
    outputs?: ReadonlyMap<string, string>
  }): void => {
    written.push(withoutMasks(ran.stdout), ran.stderr, ran.summary ?? '', ...(ran.outputs?.values() ?? []))
  }
  const action = async (inputs: Readonly<Record<string, string>>): Promise<number | null> => {
    const ran = await flock.action({ machines: 'lo-1', ...inputs })
    keep(ran)
    return ran.code
  }
  const cli = async (...words: readonly string[]): Promise<void> => keep(await flock.cli(words))

  expect(await action({ operation: 'create' })).toBe(0)
  await cli(
    'run',
    'lo-1',
    '--',
    'cat /etc/leak/all; base64 /etc/leak/all; base64 -w0 /etc/leak/all; xxd -p /etc/leak/all 2>/dev/null',
  )
  await cli(
    'run',
    'lo-1',
    '--',
    'while read -r line; do echo "$line" | base64 -w0; echo "$line" >&2; done </etc/leak/all; exit 3',
  )
  await cli(
    'run',
    'lo-1',
    '--json',
    '--',
    'mkdir -p /var/leak; cp /etc/leak/all /var/leak/copy; base64 -w0 /etc/leak/all >/var/leak/encoded; cut -d= -f2- /etc/leak/all | gzip >/var/leak/packed',
  )
  await cli('run', 'lo-1', '--', `echo ${secrets.ONE_LINE}`)
  await action({ operation: 'downloadconfig' })
  await cli('run', 'lo-1', '--', 'touch /root/refuse; echo changed >>/etc/leak/all')
  await cli('preview', 'lo-1')
  await cli('preview', 'lo-1', '--json')
  expect(await action({ operation: 'configure' })).toBe(1)
  await cli('run', 'lo-1', '--', 'rm /root/refuse; touch /root/fail')
  expect(await action({ operation: 'configure' })).toBe(1)
  await cli('history', '--json')
  await cli('configure', 'lo-1', '--repository', `https://user:${secrets.ONE_LINE}@127.0.0.1:1/ops.git`)

  const branch = execFileSync('git', ['-C', flock.ops.url, 'log', '-p', '--all', '--text', '--format=%B'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const kept = filesBelow(join(flock.folder, 'runner')).map((path) => readFileSync(path, 'utf8'))
  const everything = [...written, branch, ...kept]
  expect(branch).toContain('{{secret "MULTI_LINE"}}')
  for (const [name, value] of Object.entries({
    ...flock.secrets,
    key: readFileSync(flock.keyFile, 'utf8').split('\n')[2] ?? '',
  })) {
    for (const form of forms(value)) {
      const found = everything.find((text) => text.includes(form))
      const at = found?.indexOf(form) ?? 0
      expect(
        found?.slice(Math.max(0, at - 200), at + 200),
        `${name} as ${JSON.stringify(form)}`,
      ).toBeUndefined()
    }
  }
})

test('the search for leaks finds a planted secret', () => {
  expect(forms(secrets.QUOTED).some((form) => JSON.stringify({ a: secrets.QUOTED }).includes(form))).toBe(
    true,
  )
  expect(withoutMasks('::add-mask::abcd\nabcd')).toContain('abcd')
})
