import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeArchive } from '../support/apt-repository.ts'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'

// The packages are our own, in archives on the machine itself, so no archive of the network is needed.
let flock: LocalFlock

const on = (command: string): Promise<string> => flock.on('lo-1', command)

async function publish(...given: Parameters<typeof makeArchive>): Promise<void> {
  expect(await on(`{ ${makeArchive(...given)}\n} 2>&1 && echo published`)).toBe('published\n')
}

beforeAll(async () => {
  flock = await makeLocalFlock('t-update')
  const made = await flock.report(['create', 'lo-1'])
  expect(made.ran.code, made.ran.stderr + made.ran.stdout).toBe(0)
  await publish('/srv/plain', {
    label: 'Plain',
    packages: ['plain', 'kept', 'safe', 'safe-and-plain'].map((name) => ({ name, version: '1.0' })),
  })
  const ready = await on(`rm -rf /etc/apt/sources.list /etc/apt/sources.list.d/debian* /var/lib/apt/lists/*
{ apt-get -q update && apt-get -q -y install plain kept safe safe-and-plain && apt-mark hold kept && apt-mark auto safe && systemctl enable hello.socket && echo ready; } 2>&1`)
  expect(ready).toContain('ready')
})

afterAll(async () => {
  await flock?.remove()
})

async function update(...words: readonly string[]): Promise<{
  readonly outcome: string
  readonly reason: string
  readonly message: string
  readonly hint?: string
  readonly data?: unknown
  readonly steps: readonly { readonly name: string; readonly status: string }[]
}> {
  const { machines, ran } = await flock.report(['update', 'lo-1', ...words])
  const [machine] = machines
  if (machine === undefined) throw new Error(`no outcome: ${ran.stdout}${ran.stderr}`)
  return machine
}

const versions = (): Promise<string> =>
  on(
    `dpkg-query -W -f='\${Package} \${Version} \${db:Status-Abbrev}\n' plain kept safe safe-and-plain slow 2>/dev/null`,
  )

test('an update with nothing to upgrade is already so, and its checks are run', async () => {
  const end = await update()
  expect(end).toMatchObject({ outcome: 'ok', reason: 'already-so', message: 'nothing to upgrade' })
  expect(end.steps.map(({ name }) => name)).toContain('check listens')
})

test('a dry run shows what would be upgraded, and changes nothing', async () => {
  await publish('/srv/plain', {
    label: 'Plain',
    packages: [
      { name: 'plain', version: '2.0' },
      { name: 'kept', version: '2.0' },
      { name: 'safe-and-plain', version: '3.0' },
    ],
  })
  await publish('/srv/security', {
    label: 'Debian-Security',
    packages: [
      { name: 'safe', version: '2.0' },
      { name: 'safe-and-plain', version: '2.0' },
    ],
  })
  const before = await on(
    'find /var/lib/apt /var/lib/dpkg /var/lib/drover -type f -newermt "@0" -printf "%p %T@\n" | sort',
  )
  const end = await update('--dry-run')
  expect(end).toMatchObject({
    outcome: 'ok',
    reason: 'planned',
    message: 'would upgrade 3 packages: plain, safe, safe-and-plain; left as they are: kept (held)',
    data: {
      would: [
        { name: 'plain', before: '1.0', after: '2.0' },
        { name: 'safe', before: '1.0', after: '2.0' },
        { name: 'safe-and-plain', before: '1.0', after: '3.0' },
      ],
      left: [{ name: 'kept', before: '1.0', after: '2.0', why: 'held' }],
    },
  })
  expect(await versions()).not.toContain('2.0')
  const after = await on(
    'find /var/lib/apt /var/lib/dpkg /var/lib/drover -type f -newermt "@0" -printf "%p %T@\n" | sort',
  )
  expect(after).toBe(before)
})

test('--security-only takes what a security archive has, also below a newer version from elsewhere', async () => {
  const end = await update('--security-only')
  expect(end).toMatchObject({
    outcome: 'changed',
    message: 'upgraded 2 packages: safe, safe-and-plain',
    data: {
      packages: [
        { name: 'safe', before: '1.0', after: '2.0' },
        { name: 'safe-and-plain', before: '1.0', after: '2.0' },
      ],
    },
  })
  expect(await versions()).toBe('kept 1.0 hi \nplain 1.0 ii \nsafe 2.0 ii \nsafe-and-plain 2.0 ii \n')
  expect(await on('apt-mark showauto | grep -x -e safe -e safe-and-plain')).toBe('safe\n')
  expect(await update('--security-only')).toMatchObject({ outcome: 'ok', reason: 'already-so' })
})

test('--security-only knows the archive of Ubuntu by its suite', async () => {
  await publish('/srv/ubuntu', {
    label: 'Ubuntu',
    suite: 'noble-security',
    packages: [{ name: 'safe', version: '2.1' }],
  })
  expect(await update('--security-only')).toMatchObject({ message: 'upgraded 1 package: safe' })
})

test('an update upgrades all but what is held, and the record has the versions', async () => {
  expect(await update()).toMatchObject({
    outcome: 'changed',
    message: 'upgraded 2 packages: plain, safe-and-plain; left as they are: kept (held)',
  })
  expect(await versions()).toBe('kept 1.0 hi \nplain 2.0 ii \nsafe 2.1 ii \nsafe-and-plain 3.0 ii \n')
  // The questions that this test asks leave records, too.
  const { data } = await flock.report(['history', 'lo-1', '--limit', '10'])
  const updates = (data as readonly { readonly operation: string }[]).filter(
    ({ operation }) => operation === 'update',
  )
  expect(updates[0]).toMatchObject({
    packages: [
      { name: 'plain', before: '1.0', after: '2.0' },
      { name: 'safe-and-plain', before: '2.0', after: '3.0' },
    ],
    left: [{ name: 'kept', before: '1.0', after: '2.0', why: 'held' }],
  })
})

test('an update that is killed with a package half done is repaired by the next run, which reports what both did', async () => {
  await publish('/srv/plain', {
    label: 'Plain',
    packages: [
      { name: 'plain', version: '4.0' },
      { name: 'slow', version: '1.0', postinst: '[ ! -e /root/slowly ] || sleep 4711' },
    ],
  })
  await on('apt-get -q update && apt-get -q -y install slow')
  await publish('/srv/plain', {
    label: 'Plain',
    packages: [{ name: 'slow', version: '2.0', postinst: '[ ! -e /root/slowly ] || sleep 4711' }],
  })
  await on('touch /root/slowly')
  const running = update()
  const sleeps = 'for i in $(seq 300); do pgrep -x sleep -a | grep -q 4711 && exit 0; sleep 0.1; done; exit 1'
  expect((await flock.report(['run', 'lo-1', '--', sleeps])).machines[0]?.outcome).toBe('ok')
  await on('systemctl kill -s KILL drover-update.service')
  expect(await running).toMatchObject({ outcome: 'failed', reason: 'killed' })
  expect(await versions()).toContain('slow 2.0 iF')
  await on('rm /root/slowly')
  const again = await update()
  expect(again, JSON.stringify(again)).toMatchObject({
    outcome: 'changed',
    data: {
      packages: [
        { name: 'plain', before: '2.0', after: '4.0' },
        { name: 'slow', before: '1.0', after: '2.0' },
      ],
    },
  })
  expect(await versions()).toContain('slow 2.0 ii')
  expect(await on('dpkg --audit')).toBe('')
  expect(await update()).toMatchObject({ outcome: 'ok', reason: 'already-so' })
})

test('packages that somebody else left half done are repaired and named', async () => {
  await on('dpkg --unpack /srv/plain/slow_2.0_all.deb')
  expect(await versions()).toContain('slow 2.0 iU')
  expect(await update()).toMatchObject({
    outcome: 'changed',
    message: expect.stringContaining('repaired slow'),
  })
  expect(await versions()).toContain('slow 2.0 ii')
})

test('an update waits for others that install packages, and names them', async () => {
  const hold =
    'use Fcntl; open(F, ">>", "/var/lib/dpkg/lock-frontend"); my $lock = pack("s s x4 q q i x4", F_WRLCK, 0, 0, 0, 0); fcntl(F, F_SETLK, $lock) or die; sleep 8'
  await on(`printf '%s' '${hold}' >/root/hold.pl; systemd-run perl /root/hold.pl; sleep 0.5`)
  const ran = await flock.cli(['update', 'lo-1'])
  expect(ran.code, ran.stderr).toBe(0)
  expect(ran.stderr).toMatch(/wait for packages that are being installed by \d+ perl/)
})

test('--reboot auto reboots only a machine that needs it, and runs the checks after', async () => {
  const bootId = (): Promise<string> => on('cat /proc/sys/kernel/random/boot_id')
  const first = await bootId()
  expect(await update('--reboot', 'auto')).toMatchObject({ outcome: 'ok' })
  expect(await bootId()).toBe(first)
  await publish('/srv/plain', {
    label: 'Plain',
    packages: [
      {
        name: 'plain',
        version: '5.0',
        postinst: 'touch /run/reboot-required; echo plain >/run/reboot-required.pkgs',
      },
    ],
  })
  expect(await update()).toMatchObject({
    outcome: 'changed',
    message: expect.stringMatching(/^upgraded 1 package: plain.*; needs a reboot: plain$/),
    data: { needsReboot: true, rebooted: false },
  })
  const end = await update('--reboot', 'auto')
  expect(end).toMatchObject({ outcome: 'changed', data: { needsReboot: false, rebooted: true } })
  expect(end.steps.at(-1)).toMatchObject({ name: 'check listens', status: 'ok' })
  expect(await bootId()).not.toBe(first)
})

test('a package whose script fails is a failure that names the package and the way out', async () => {
  await publish('/srv/plain', {
    label: 'Plain',
    packages: [{ name: 'slow', version: '3.0', postinst: 'echo no room >&2; exit 3' }],
  })
  const end = await update()
  expect(end).toMatchObject({
    outcome: 'failed',
    reason: 'command-failed',
    message: expect.stringMatching(/the update failed.*slow/),
    hint: expect.stringContaining('run the operation again'),
  })
  await publish('/srv/plain', { label: 'Plain', packages: [{ name: 'slow', version: '3.1' }] })
  expect(await update()).toMatchObject({ outcome: 'changed', message: expect.stringContaining('slow') })
})

test('a check that does not hold after an update is a failure', async () => {
  await on('systemctl stop hello.socket')
  expect(await update()).toMatchObject({
    outcome: 'failed',
    reason: 'check-failed',
    message: expect.stringMatching(/^nothing to upgrade; check listens failed: /),
  })
  await on('systemctl start hello.socket')
})

test('a source that cannot be read is a failure, not "nothing to upgrade"', async () => {
  await on("echo 'deb [trusted=yes] file:/srv/nowhere ./' >/etc/apt/sources.list.d/nowhere.list")
  expect(await update()).toMatchObject({
    outcome: 'failed',
    message: expect.stringContaining('/srv/nowhere'),
  })
  await on('rm /etc/apt/sources.list.d/nowhere.list')
  expect(await update()).toMatchObject({ outcome: 'ok' })
})

test('a machine without apt is refused', async () => {
  await on('mv /usr/bin/apt-get /usr/bin/apt-get.away')
  expect(await update()).toMatchObject({ outcome: 'failed', reason: 'missing-tool' })
  await on('mv /usr/bin/apt-get.away /usr/bin/apt-get')
})

test('a value of --reboot that is not understood is refused', async () => {
  expect(await flock.report(['update', 'lo-1', '--reboot', 'sometimes'])).toMatchObject({
    exitCode: 2,
    problems: [
      { message: '--reboot: "sometimes" is not understood', hint: 'choose one of: never, auto, always' },
    ],
  })
})
