import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Identity } from '../../src/base/identity.js'
import { Secret } from '../../src/base/secret.js'
import { loginShellLine, quoteWord } from '../../src/base/text/quote.js'
import { formRequest } from '../../src/remote/form-request.js'
import type { Session } from '../../src/remote/session.js'
import { makeSshRemote } from '../../src/remote/ssh-remote.js'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'

const valueCount = 5_000
const batchBytes = 90_000
const limits = { timeoutMs: 30_000, maxBytes: 4 * 1024 * 1024 }

/** What shells, terminals and programs could take for more than a character. */
const pieces = [
  ...['\n', '\r', '\r\n', '\t', ' ', '  ', "'", '"', '`', '\\', '\\\\', '$', '$(id)', '${HOME}', '$((1+1))'],
  ...[
    '`id`',
    "'\\''",
    "\\'",
    '"$x"',
    "$'\\n'",
    '!',
    '!history',
    '!!',
    '!$',
    '*',
    '?',
    '[a-z]',
    '{a,b}',
    '{1..9}',
  ],
  ...[
    '~',
    '~root',
    '#',
    '# x',
    ';',
    '&',
    '&&',
    '|',
    '||',
    '<',
    '>',
    '>>/tmp/x',
    '<<EOF\n',
    '(',
    ')',
    '=',
    '%',
    '%s',
  ],
  ...[
    '-',
    '--',
    '-n',
    '-e',
    '-rf',
    '--help',
    '@',
    '+',
    ',',
    ':',
    '.',
    '..',
    '/',
    '\x01',
    '\x02',
    '\x07',
    '\x08',
  ],
  ...[
    '\x1b',
    '\x1b[31m',
    '\x7f',
    '\x80',
    '\x81',
    '\x88',
    '\u00a0',
    'ä',
    'ß',
    '\u0301',
    '\u200b',
    '\u202e',
    '\u2028',
  ],
  ...[
    '\ufeff',
    '\ufffd',
    '\uffff',
    '日本',
    '🐑',
    '👩‍👩‍👧',
    '\u{10ffff}',
    'a',
    'Z',
    '0',
    'if',
    'x=1',
    '\\n',
    '\\0',
    '\\c',
  ],
] as const

/** Mulberry32: the same seed gives the same values, so that a failure can be repeated. */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function makeValues(seed: number): readonly string[] {
  const random = makeRandom(seed)
  const pick = (): string => pieces[Math.floor(random() * pieces.length)] ?? ''
  const code = (): string => {
    const point = 1 + Math.floor(random() * (random() < 0.5 ? 0xff : 0x10ffff - 1))
    return point >= 0xd800 && point <= 0xdfff ? '' : String.fromCodePoint(point)
  }
  const make = (): string => {
    const length = random() < 0.02 ? 400 : Math.floor(random() * 12)
    return Array.from({ length }, () => (random() < 0.7 ? pick() : code())).join('')
  }
  const bytes = Array.from({ length: 255 }, (_, at) => String.fromCharCode(at + 1))
  return ['', ...pieces, ...bytes, ...Array.from({ length: valueCount }, make)]
}

function inBatches(values: readonly string[]): readonly (readonly string[])[] {
  const batches: string[][] = [[]]
  let size = 0
  for (const value of values) {
    // In quotes each "'" takes four bytes.
    const length = Buffer.byteLength(value) + 3 * value.split("'").length + 3
    if (size + length > batchBytes) {
      batches.push([])
      size = 0
    }
    batches.at(-1)?.push(value)
    size += length
  }
  return batches
}

/** The values that did not come back as they were, shown so that they can be read. */
async function findChanged(session: Session, values: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await session.exec(
    { argv: ['/usr/bin/printf', '%s\\0', ...values] },
    limits,
  )
  if (code !== 0) return [`exited with ${code}: ${stderr.toString()}`]
  const expected = Buffer.from(values.map((value) => `${value}\0`).join(''))
  if (stdout.equals(expected)) return []
  const came = stdout.toString('latin1').split('\0')
  const changed = values.filter((value, at) => came[at] !== Buffer.from(value).toString('latin1'))
  return [
    `${values.length} values, ${came.length - 1} came`,
    ...changed.map((value) => JSON.stringify(value)),
  ]
}

const routes = [
  { name: 'bash', shell: '/bin/bash', user: 'root' },
  { name: 'dash', shell: '/bin/dash', user: 'root' },
  { name: 'bash and sudo', shell: '/bin/bash', user: 'basher' },
  { name: 'dash and sudo', shell: '/bin/dash', user: 'dasher' },
] as const

let flock: LocalFlock
let identity: Identity
let key: Secret

function open(user: string): Promise<Session> {
  return makeSshRemote().connect({
    machine: 'qu-1',
    identity: { ...identity, user },
    key,
    timeoutMs: 10_000,
    reachMs: 5_000,
  })
}

beforeAll(async () => {
  flock = await makeLocalFlock('t-quoting')
  flock.ops.push({ 'flock.yml': 'flock: t-quoting\nmachines:\n  qu-1:\n' }, 'one machine')
  const made = await flock.report(['provision', 'qu-1'])
  expect(made.ran.code, made.ran.stdout + made.ran.stderr).toBe(0)
  identity = JSON.parse(flock.ops.read('machines/qu-1/machine.json')) as Identity
  key = new Secret('ssh key', readFileSync(flock.keyFile, 'utf8'))
  await using session = await open('root')
  const script = `set -e
for pair in basher:/bin/bash dasher:/bin/dash; do
  user=\${pair%%:*}
  useradd --create-home --shell "\${pair#*:}" "$user"
  mkdir -m 700 "/home/$user/.ssh"
  cp /root/.ssh/authorized_keys "/home/$user/.ssh/"
  chown -R "$user:" "/home/$user/.ssh"
  printf '%s ALL=(ALL) NOPASSWD: ALL\\n' "$user" >"/etc/sudoers.d/$user"
done`
  const ended = await session.exec({ argv: ['sh', '-c', script] }, limits)
  expect(ended.code, ended.stderr.toString()).toBe(0)
})

afterAll(async () => {
  await flock?.remove()
})

describe.each(routes)('through sshd to $name', ({ name, shell, user }) => {
  let session: Session

  beforeAll(async () => {
    if (user === 'root') {
      await using before = await open('root')
      const ended = await before.exec({ argv: ['usermod', '--shell', shell, 'root'] }, limits)
      expect(ended.code, ended.stderr.toString()).toBe(0)
    }
    session = await open(user)
  })

  afterAll(async () => {
    await session?.close()
  })

  test(`the login shell of ${name} is the one that is meant, and the command runs as root`, async () => {
    const ended = await session.exec(
      { argv: ['sh', '-c', 'id -u; getent passwd "$1" | cut -d: -f7', 'sh', user] },
      limits,
    )
    expect(ended.stdout.toString()).toBe(`0\n${shell}\n`)
  })

  test(`more than ${valueCount} values arrive through ${name} as they were, byte for byte`, async () => {
    const values = makeValues(user.length + shell.length)
    expect(values.length).toBeGreaterThan(valueCount)
    const changed: string[] = []
    for (const batch of inBatches(values)) changed.push(...(await findChanged(session, batch)))
    expect(changed).toEqual([])
  })

  test(`a script that may show arrives through ${name} as it is, with the request or behind it`, async () => {
    const script = (count: number): string =>
      `set -- ${makeValues(count).slice(0, count).map(quoteWord).join(' ')}\nprintf '%s\\0' "$0" "$@"\ncat\n`
    for (const count of [0, 1, 300, valueCount]) {
      const stdin = script(count)
      const ended = await session.exec({ argv: ['sh', '-s'], stdin, inputMayShow: true }, limits)
      const isWhole = count < valueCount
      expect(
        formRequest({ command: { argv: ['sh', '-s'], stdin, inputMayShow: true }, become: user !== 'root' }),
      ).toMatchObject({ isWhole })
      expect([ended.code, ended.stderr.toString()]).toEqual([0, ''])
      const came = ended.stdout.toString('utf8').split('\0').slice(0, -1)
      expect(came).toEqual(['sh', ...makeValues(count).slice(0, count)])
    }
  })

  test(`input that may show arrives through ${name} as it is, and ends`, async () => {
    for (const stdin of [...makeValues(7).slice(0, 200), 'x'.repeat(100_000), "'".repeat(60_000)]) {
      const ended = await session.exec({ argv: ['cat'], stdin, inputMayShow: true }, limits)
      expect(ended.stdout.toString('utf8')).toBe(stdin)
    }
  })

  test(`long values arrive whole through ${name}`, async () => {
    const long = ['x'.repeat(100_000), "'".repeat(30_000), '🐑'.repeat(25_000), '\\'.repeat(100_000)]
    for (const value of long) expect(await findChanged(session, [value])).toEqual([])
  })

  test(`a value is never taken by ${name} for a program, an option of ours or an assignment`, async () => {
    for (const program of ['A=b', 'if', 'time', '%1', '-n', '!', '{', 'no such program']) {
      const ended = await session.exec({ argv: [program, 'true'] }, limits)
      expect([program, ended.code]).toEqual([program, user === 'root' ? expect.any(Number) : 1])
      expect(ended.code).not.toBe(0)
      expect(ended.stderr.toString()).toMatch(/not found|No such file|unknown command|fg: no|invalid/i)
    }
  })

  test(`a value that no argument of ${name} can hold is refused, and nothing is run`, async () => {
    for (const value of ['\0', 'a\0b', '\ud83d', 'x\udc11', 'x'.repeat(131_072)]) {
      const running = session.exec({ argv: ['touch', '/tmp/ran', value] }, limits)
      await expect(running).rejects.toMatchObject({ reason: 'invalid-argument' })
    }
    const ended = await session.exec({ argv: ['test', '-e', '/tmp/ran'] }, limits)
    expect(ended.code).toBe(1)
  })

  test(`the longest command line that Linux takes is not refused through ${name}, and the next is`, async () => {
    const word = (length: number): readonly string[] => ['/usr/bin/printf', '%.0s', 'x'.repeat(length)]
    const room = 131_071 - loginShellLine(word(0)).length + 2
    const become = user === 'root' ? 0 : 'sudo -n -- '.length
    const ended = await session.exec({ argv: word(room - become) }, limits)
    expect([ended.code, ended.stderr.toString()]).toEqual([0, ''])
    await expect(session.exec({ argv: word(room - become + 1) }, limits)).rejects.toThrow('is too long')
  })
})

test('run refuses such a command before any machine is reached', async () => {
  flock.ops.push(
    { 'flock.yml': 'flock: t-quoting\nmachines:\n  qu-1:\n  qu-none:\n' },
    'one that is not there',
  )
  const { reason, exitCode, machines } = await flock.report(['run', 'qu-none', '--', 'x'.repeat(131_060)])
  expect({ reason, exitCode, machines }).toEqual({ reason: 'invalid-argument', exitCode: 2, machines: [] })
})

test('standard input brings what no argument can hold', async () => {
  await using session = await open('dasher')
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at & 0xff))
  const ended = await session.exec({ argv: ['cat'], stdin: bytes }, limits)
  expect(ended.stdout.equals(bytes)).toBe(true)
})
