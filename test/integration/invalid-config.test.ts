import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Identity } from '../../src/base/identity.js'
import { Secret } from '../../src/base/secret.js'
import type { Session } from '../../src/remote/session.js'
import { makeSshRemote } from '../../src/remote/ssh-remote.js'
import type { JsonReport } from '../support/doors.ts'
import { type InvalidKind, invalidKinds, type Wish } from '../support/invalid-kinds.ts'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'

const machineCount = 8

interface Case extends InvalidKind {
  readonly id: string
  readonly onto: 'a file' | 'a symlink'
  readonly machine: string
  /** The destination in the manifest. */
  readonly destination: string
  /** Where the bytes are. */
  readonly live: string
  readonly makeLive: string
  readonly folder: string
}

type MachineReport = JsonReport['machines'][number]

interface Tried {
  readonly before: string
  readonly after: string
  readonly leftovers: string
  readonly refused: MachineReport
  readonly mended: MachineReport
  /** Type, content and companion once the good twin is there. */
  readonly reached: string
}

const cases: readonly Case[] = invalidKinds.flatMap((kind, at) =>
  (['a file', 'a symlink'] as const).map((onto, which) => {
    const id = `${at + 1}-${which === 0 ? 'file' : 'link'}`
    const folder = `/srv/cases/${id}`
    const file = kind.file ?? 'target'
    const live = `${folder}/live/${file}`
    const path = onto === 'a file' ? live : `${folder}/link/${file}`
    return {
      ...kind,
      id,
      onto,
      folder,
      live,
      makeLive: (kind.live ?? 'echo old >LIVE').replaceAll('LIVE', live).replaceAll('DIR', `${folder}/live`),
      destination: kind.below === undefined ? path : `${path}/${kind.below}`,
      machine: `ic-${((at * 2 + which) % machineCount) + 1}`,
    }
  }),
)

let flock: LocalFlock
const sessions = new Map<string, Session>()
const tried = new Map<string, Tried>()

async function sh(machine: string, script: string): Promise<string> {
  const ended = await sessions
    .get(machine)
    ?.exec({ argv: ['sh', '-c', script] }, { timeoutMs: 30_000, maxBytes: 8 * 1024 * 1024 })
  if (ended?.code !== 0) throw new Error(`${machine}: ${script}: ${ended?.stderr.toString()}`)
  return ended.stdout.toString()
}

/** Everything that is managed, or that something managed could become. */
const snapshot = `cd /srv/cases && find . -printf '%p %y %m %u %g %l\\n' | sort && find . -type f -exec sha256sum {} + | sort -k 2`
const leftovers = `find / \\( -path /proc -o -path /sys -o -path /dev \\) -prune -o -name '.drover*' -print`

/** The manifest and the sources of one case; the companion is always valid, and must share the fate of the other. */
function filesFor({ id, machine, destination, folder }: Case, wish: Wish): Readonly<Record<string, string>> {
  const { content = `new of ${id}\n`, validate, after, ...rest } = wish
  const entry = {
    destination,
    source: 'case',
    template: false,
    ...rest,
    ...(validate === undefined ? {} : { validate: validate.replaceAll('DEST', destination) }),
    ...(after === undefined ? {} : { after: [{ command: after.replaceAll('DEST', destination) }] }),
  }
  const companion = { destination: `${folder}/companion`, source: 'companion', template: false }
  const at = `config/machines/${machine}`
  return {
    [`${at}/files.yml`]: JSON.stringify({ files: [companion, entry] }),
    [`${at}/case`]: content,
    [`${at}/companion`]: `companion of ${id}\n`,
  }
}

function setUp({ folder, live, destination, onto, below, makeLive }: Case): string {
  const link = below === undefined ? destination : destination.slice(0, -below.length - 1)
  const linked = onto === 'a symlink' ? `ln -s ${live} ${link}` : ':'
  return `set -e; mkdir -p ${folder}/live ${folder}/link; echo old >${folder}/companion; ${linked}; ${makeLive}`
}

async function configure(round: readonly Case[]): Promise<ReadonlyMap<string, MachineReport>> {
  const { machines } = await flock.report(['configure', ...round.map(({ machine }) => machine)])
  return new Map(machines.map((report) => [report.machine, report]))
}

async function tryRound(round: readonly Case[]): Promise<void> {
  const onEach = async (script: (one: Case) => string): Promise<ReadonlyMap<string, string>> =>
    new Map(
      await Promise.all(round.map(async (one) => [one.id, await sh(one.machine, script(one))] as const)),
    )
  const push = (pick: (one: Case) => Wish, message: string): string =>
    flock.ops.push(Object.assign({}, ...round.map((one) => filesFor(one, pick(one)))), message)
  await onEach(setUp)
  const before = await onEach(() => snapshot)
  push(({ bad }) => bad, 'what cannot be')
  const refused = await configure(round)
  const after = await onEach(() => snapshot)
  const left = await onEach(() => leftovers)
  await onEach(({ mend = ':', live, folder }) =>
    mend.replaceAll('LIVE', live).replaceAll('DIR', `${folder}/live`),
  )
  push(({ good }) => good, 'what can be')
  const mended = await configure(round)
  const reached = await onEach(
    ({ destination, folder, below }) =>
      `find ${below === undefined ? destination : `$(dirname ${destination})`} -maxdepth 0 -printf '%y\\n'; sha256sum <${destination} | cut -c1-64; cat ${folder}/companion`,
  )
  for (const { id, machine } of round) {
    const [first, second] = [refused.get(machine), mended.get(machine)]
    if (first === undefined || second === undefined) throw new Error(`${machine} is in no report`)
    tried.set(id, {
      before: before.get(id) ?? '',
      after: after.get(id) ?? '',
      leftovers: left.get(id) ?? '',
      refused: first,
      mended: second,
      reached: reached.get(id) ?? '',
    })
  }
}

/** Symlinks that lead nowhere are no error: the file is made where they lead. */
const dangling = { near: '/srv/dangling/live/near', far: '/srv/dangling/not/there/far' } as const
let danglingEnd: MachineReport | undefined

async function tryDangling(): Promise<void> {
  const links = Object.entries(dangling).map(([name, to]) => `ln -s ${to} /srv/dangling/${name}`)
  await sh('ic-1', `set -e; mkdir -p /srv/dangling/live; ${links.join('; ')}`)
  const files = Object.keys(dangling).map((name) => ({
    destination: `/srv/dangling/${name}`,
    source: 'case',
  }))
  const at = 'config/machines/ic-1'
  flock.ops.push(
    { [`${at}/files.yml`]: JSON.stringify({ files }), [`${at}/case`]: 'made\n' },
    'dangling links',
  )
  danglingEnd = (await flock.report(['configure', 'ic-1'])).machines[0]
}

/** The limit of a validator is two minutes: here a clock that runs faster for it. */
const fastClock = `cat >/usr/local/sbin/timeout <<'END'
#!/bin/sh
option=$1 grace=$2 limit=$3
shift 3
[ "$limit" != 120 ] || limit=2
exec /usr/bin/timeout "$option" "$grace" "$limit" "$@"
END
chmod 755 /usr/local/sbin/timeout`

beforeAll(async () => {
  flock = await makeLocalFlock('t-invalid')
  flock.ops.push(
    {
      'flock.yml': `flock: t-invalid\nmachines:\n  ic-{seq}:\n    count: ${machineCount}\n`,
      config: undefined,
      'secrets-templates': undefined,
    },
    'machines of their own',
  )
  const made = await flock.report(['provision', 'all'])
  expect(made.ran.code, made.ran.stdout + made.ran.stderr).toBe(0)
  const key = new Secret('ssh key', readFileSync(flock.keyFile, 'utf8'))
  await Promise.all(
    made.machines.map(async ({ machine }) => {
      const identity = JSON.parse(flock.ops.read(`machines/${machine}/machine.json`)) as Identity
      const limits = { timeoutMs: 20_000, reachMs: 5_000 }
      sessions.set(machine, await makeSshRemote().connect({ machine, identity, key, ...limits }))
      await sh(machine, fastClock)
    }),
  )
  for (let at = 0; at < cases.length; at += machineCount) await tryRound(cases.slice(at, at + machineCount))
  await tryDangling()
}, 300_000)

afterAll(async () => {
  await Promise.all([...sessions.values()].map((session) => session.close()))
  await flock?.remove()
})

function find(id: string): Tried {
  const found = tried.get(id)
  if (found === undefined) throw new Error(`${id} was not tried`)
  return found
}

describe.each(cases)(
  '$name, onto $onto',
  ({ name, id, outcome = 'failed', destination, live, onto, below }) => {
    test(`${name}, onto ${onto}, changes no live byte, no type, no symlink, no owner, no mode`, () => {
      const { before, after } = find(id)
      expect(before).toContain('companion')
      expect(after).toBe(before)
    })

    test(`${name}, onto ${onto}, leaves nothing of its own`, () => {
      expect(find(id).leftovers).toBe('')
    })

    test(`${name}, onto ${onto}, is refused with one sentence that names the file`, () => {
      const { refused } = find(id)
      expect(refused.outcome, refused.message).toBe(outcome)
      expect(refused.message).not.toContain('\n')
      expect(
        [destination, live].some((path) => refused.message.includes(path)),
        refused.message,
      ).toBe(true)
      expect(refused.hint).toBeTruthy()
    })

    test(`${name}, onto ${onto}, has a twin that is accepted`, () => {
      const { mended, reached } = find(id)
      expect(mended.outcome, mended.message).toBe('changed')
      const [type, sha256, companion] = reached.trimEnd().split('\n')
      expect(type).toBe(onto === 'a symlink' ? 'l' : below === undefined ? 'f' : 'd')
      expect(sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(companion).toBe(`companion of ${id}`)
    })
  },
)

test.each(Object.entries(dangling))('a symlink that leads nowhere stays a symlink: %s', async (name, to) => {
  expect(danglingEnd?.outcome, danglingEnd?.message).toBe('changed')
  const found = await sh('ic-1', `readlink /srv/dangling/${name}; cat ${to}`).catch(String)
  expect(found).toBe(`${to}\nmade\n`)
})
