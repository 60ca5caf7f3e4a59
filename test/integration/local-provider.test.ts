import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeLocalProvider } from '../../src/providers/local/local-provider.js'
import { ensureRoot } from '../../src/providers/local/make-root.js'
import { requirePrograms } from '../../src/providers/local/needed-programs.js'
import { defaultStateDir } from '../../src/providers/local/options.js'
import { parseLocalSettings } from '../../src/providers/local/settings.js'
import { sweepLocal } from '../../src/providers/local/sweep.js'
import type { LaunchRequest, Provider } from '../../src/providers/provider.js'
import { realClock } from '../../src/system/real-clock.js'
import { describeProvider } from '../contract/provider-contract.js'
import { makeTestKey, type TestKey } from '../support/test-key.js'

const run = promisify(execFile)
const flock = `test-${process.pid}`
// A network of its own, so that the test sees its removal while other machines run.
const network = { bridge: 'drovertest', prefix: '10.214' }
const rootsDir = join(defaultStateDir, 'roots')

let stateDir: string

beforeAll(async () => {
  stateDir = await mkdtemp('/var/tmp/drover-test-')
  requirePrograms()
  // The first time this takes as long as the network does; no test should be blamed for it.
  await ensureRoot({ rootsDir, settings: parseLocalSettings({}), onStep: () => undefined })
}, 900_000)
afterAll(async () => {
  await sweepLocal({ stateDir, network })
  await rm(stateDir, { recursive: true, force: true })
})

const optionsOf = (name: string) => ({ flock: name, stateDir, rootsDir, network })
const open = (name = flock): Provider => makeLocalProvider({ ...optionsOf(name), clock: realClock })

for (const user of ['root', 'ada']) {
  describeProvider(`local (as ${user})`, async () => ({
    open: () => open(),
    openOther: () => open(`${flock}-other`),
    user,
    strangeId: 'local-00000000',
    stop: async ({ name, identity }) => {
      const pid = await readFile(join(stateDir, 'flocks', flock, name, 'pid'), 'utf8')
      process.kill(Number(pid), 'SIGKILL')
      await until(async () => (await traces(identity.id)).length === 0)
    },
    close: async () => void (await sweepLocal({ stateDir, network })),
  }))
}

describe('local machines', () => {
  let key: TestKey

  beforeAll(async () => {
    key = await makeTestKey()
  })
  afterAll(async () => {
    await sweepLocal({ stateDir, network })
    await key.remove()
  })

  const request = (name: string): LaunchRequest => ({
    name,
    authorizedKeys: [key.line],
    user: 'root',
    runId: 'local-test.1',
    settings: {},
    remember: async () => undefined,
    spend: () => undefined,
    seed: async () => Buffer.alloc(32),
    onStep: () => undefined,
  })
  const end = async (name: string): Promise<void> => {
    const seen = (await open().list()).find((one) => one.name === name)
    await open().terminate({ name, id: seen?.identity.id ?? 'local-00000000' })
  }

  test('local machines have packages that depend on virtual ones, and start no service while their root is made', async () => {
    // python3-openssl depends on python3-cffi-backend, a name that several packages provide.
    const settings = parseLocalSettings({ packages: ['python3-openssl'] })
    const tree = await ensureRoot({ rootsDir, settings, onStep: () => undefined })
    const { stdout } = await run('chroot', [tree, 'python3', '-c', 'import OpenSSL; print(OpenSSL.__name__)'])
    expect(stdout).toBe('OpenSSL\n')
    expect(await readdir(join(tree, 'usr/sbin'))).not.toContain('policy-rc.d')
    expect(await readFile(join(tree, 'etc/machine-id'), 'utf8')).toBe('')
  }, 300_000)

  test('ten local machines are made at once, each with its own address, id and host key', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `ten-${index}`)
    const start = performance.now()
    const seen = await Promise.all(names.map((name) => open().launch(request(name))))
    expect(performance.now() - start).toBeLessThan(30_000)
    for (const of of ['address', 'id', 'hostKeys'] as const) {
      expect(new Set(seen.map(({ identity }) => String(identity[of]))).size).toBe(10)
    }
    const answers = await Promise.all(seen.map(({ identity }) => key.login(identity, 'hostname')))
    expect(answers).toEqual(names.map((name) => `${name}\n`))
    expect(await sweepLocal({ stateDir, network, flock })).toHaveLength(10)
    expect(await open().list()).toEqual([])
  })

  test('a local machine runs a whole system in which nothing failed and apt works', async () => {
    const { identity } = await open().launch(request('apt'))
    const update = await key.login(identity, 'apt-get update 2>&1 && apt-cache policy nginx')
    expect(update).toMatch(/Candidate: \d/)
    expect(update).not.toMatch(/^(E|W|Err):/m)
    expect(
      await key.login(identity, 'systemctl is-system-running --wait; systemctl --failed --plain -q'),
    ).toBe('running\n')
    await end('apt')
  })

  test('a local machine survives a reboot from inside', async () => {
    const { identity } = await open().launch(request('again'))
    const started = 'systemctl show --property UserspaceTimestampMonotonic'
    const before = await key.login(identity, started)
    await key.login(identity, 'systemctl reboot').catch(() => 'the connection ends with the machine')
    await until(async () => {
      const now = await key.login(identity, started).catch(() => before)
      return now !== before
    })
    await end('again')
  })

  test('a local machine is left running by the process that made it', async () => {
    const maker = await run(process.execPath, makerArgv(request('outlives')), {
      env: { ...process.env, RUNNER_TRACKING_ID: 'github_test' },
    })
    const seen = JSON.parse(maker.stdout)
    expect(await key.login(seen.identity, 'hostname')).toBe('outlives\n')
    expect(await open().list()).toEqual([seen])
    for (const pid of await traces(seen.identity.id)) {
      expect(await readFile(`/proc/${pid}/environ`, 'latin1')).not.toContain('RUNNER_TRACKING_ID')
    }
    await end('outlives')
  })

  test('a local machine is made once when its maker is killed at any moment', async () => {
    for (let round = 0; round < 12; round += 1) {
      const maker = spawn(process.execPath, makerArgv(request('killed')), { stdio: 'ignore', detached: true })
      const ended = once(maker, 'exit')
      await realClock.sleep(150 + 40 * round)
      // A script that it started has another process group, and both must be killed.
      maker.kill('SIGKILL')
      if (round % 2 === 1) await killScripts()
      await ended
      const seen = await open().launch(request('killed'))
      expect(await key.login(seen.identity, 'hostname')).toBe('killed\n')
      expect((await open().list()).map(({ name }) => name)).toEqual(['killed'])
      expect(await nspawnsIn()).toHaveLength(1)
      await open().terminate({ name: 'killed', id: seen.identity.id })
    }
  })

  test('a terminate that was cut off is finished, and a machine that is half made is removed', async () => {
    const flockFolder = join(stateDir, 'flocks', flock)
    await mkdir(join(flockFolder, '.new-half/disk/upper'), { recursive: true })
    await mkdir(join(flockFolder, '.old-half/disk/upper'), { recursive: true })
    expect(await open().list()).toEqual([])
    await open().terminate({ name: 'half', id: 'local-00000000' })
    await expect(readdir(flockFolder)).rejects.toThrow(/ENOENT/)
  })

  test('the network of local machines is made again when it is gone', async () => {
    const before = await open().launch(request('net'))
    await run('ip', ['link', 'delete', network.bridge])
    await run('nft', ['delete', 'table', 'ip', network.bridge])
    await run('kill', ['-KILL', ...(await traces(before.identity.id))])
    const after = await open().launch(request('net'))
    expect(after).toEqual(before)
    expect(await key.login(after.identity, 'apt-get update >/dev/null && echo out')).toBe('out\n')
    await end('net')
  })

  test('a terminated machine leaves nothing, nor does the network after the last', async () => {
    const kept = await open().launch(request('kept'))
    const gone = await open().launch(request('gone'))
    expect(await traces(gone.identity.id)).not.toEqual([])
    await end('gone')
    expect(await leftovers(gone.identity.id)).toEqual([])
    expect(await key.login(kept.identity, 'hostname')).toBe('kept\n')
    await end('kept')
    expect(await leftovers(kept.identity.id)).toEqual([])
    expect(await readdir('/sys/class/net')).not.toContain(network.bridge)
    expect((await run('nft', ['list', 'tables'])).stdout).not.toContain(network.bridge)
    expect(await readdir(join(stateDir, 'flocks'))).toEqual([])
  })

  function makerArgv(made: LaunchRequest): string[] {
    const here = import.meta.dirname
    return [
      '--import',
      join(here, '../support/typescript-loader.mjs'),
      join(here, 'local-maker.ts'),
      JSON.stringify(optionsOf(flock)),
      JSON.stringify(made),
    ]
  }

  /** Kills what a killed maker left at work; machines that already boot carry no such argument. */
  async function killScripts(): Promise<void> {
    for (const { pid, argv } of await processes()) {
      const isScript = argv.some((arg) => arg === join(stateDir, 'flocks', flock)) && argv[1] === '-c'
      if (isScript) killIfThere(pid)
    }
  }

  async function nspawnsIn(): Promise<readonly number[]> {
    const ours = (await processes()).filter(
      ({ argv }) => argv[0] === 'systemd-nspawn' && argv.some((arg) => arg.includes(stateDir)),
    )
    return ours.map(({ pid }) => pid)
  }
})

/** Pids of what runs a machine. */
async function traces(id: string): Promise<string[]> {
  const ours = (await processes()).filter(({ argv }) => argv.includes(`drover-local:${id}`))
  return ours.map(({ pid }) => String(pid))
}

/** Everything that this computer has of a machine. */
async function leftovers(id: string): Promise<readonly string[]> {
  const short = id.replace('local-', 'dr-')
  const named = (await processes()).filter(({ argv }) =>
    argv.some((arg) => arg.includes(short) || arg.includes(id)),
  )
  const cables = (await readdir('/sys/class/net')).filter((name) => name.includes(short))
  const mounts = (await readFile('/proc/self/mountinfo', 'utf8'))
    .split('\n')
    .filter((line) => line.includes(stateDir))
  const groups = (await run('find', ['/sys/fs/cgroup', '-name', id])).stdout.split('\n').filter(Boolean)
  return [...named.map(({ argv }) => argv.join(' ')), ...cables, ...mounts, ...groups]
}

async function processes(): Promise<readonly { pid: number; argv: readonly string[] }[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  return Promise.all(
    pids.map(async (pid) => {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      return { pid: Number(pid), argv: line.split('\0') }
    }),
  )
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await condition()) return
    await realClock.sleep(50)
  }
  throw new Error('it did not come about within 10 s')
}

/** A script may have ended by itself since it was listed. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
