import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../src/base/command.js'
import { quoteCommand } from '../../src/base/text/quote.js'
import { aptLockCommand, parseAptLock } from '../../src/lifecycle/commands/apt-lock.js'
import { bootCommand, parseBoot } from '../../src/lifecycle/commands/boot.js'
import { cloudInitCommand, parseCloudInit } from '../../src/lifecycle/commands/cloud-init.js'
import { disarmExpiryCommand, parseDisarmed } from '../../src/lifecycle/commands/expiry.js'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'

let flock: LocalFlock

beforeAll(async () => {
  flock = await makeLocalFlock('t-power')
  const made = await flock.report(['create', 'lo-1'])
  expect(made.ran.code, made.ran.stderr + made.ran.stdout).toBe(0)
})

afterAll(async () => {
  await flock?.remove()
})

const ask = ({ argv }: Command): Promise<string> => flock.on('lo-1', quoteCommand(argv))

async function bootId(): Promise<string | undefined> {
  return parseBoot(await ask(bootCommand))?.id
}

function identity(): { readonly hostKeys: readonly string[]; readonly address: string } {
  return JSON.parse(flock.ops.read('machines/lo-1/machine.json'))
}

test('reboot ends when the machine answers from another boot', async () => {
  const before = await bootId()
  expect(before).toBeDefined()
  const { machines } = await flock.report(['reboot', 'lo-1'])
  expect(machines[0], machines[0]?.message).toMatchObject({ outcome: 'changed', reason: 'done' })
  expect(await bootId()).not.toBe(before)
})

test('reboot is asked from the provider when nobody answers by SSH', async () => {
  const before = await bootId()
  await flock.on(
    'lo-1',
    'systemd-run --on-active=1 --timer-property=AccuracySec=100ms systemctl stop ssh.service',
  )
  await new Promise((resolve) => setTimeout(resolve, 3000))
  const { machines, ran } = await flock.report(['reboot', 'lo-1'])
  expect(machines[0], ran.stderr).toMatchObject({ outcome: 'changed', reason: 'done' })
  expect(machines[0]?.steps.map(({ name }) => name)).toContain('reboot by its provider')
  expect(await bootId()).not.toBe(before)
})

test('stop lets services end in good order, and start brings back disk, address and key', async () => {
  const before = identity()
  await flock.on(
    'lo-1',
    'systemd-run --unit=slow-end --property=ExecStop=\'/bin/sh -c "sleep 3; touch /root/ended"\' sleep 1000',
  )
  const stopped = await flock.report(['stop', 'lo-1'])
  expect(stopped.machines[0], stopped.ran.stderr).toMatchObject({ outcome: 'changed' })
  const listed = await flock.report(['list', 'lo-1'])
  expect(listed.machines[0]?.data).toMatchObject({ presence: 'stopped' })
  expect((await flock.report(['stop', 'lo-1'])).machines[0]).toMatchObject({ outcome: 'ok' })
  expect((await flock.report(['reboot', 'lo-1'])).machines[0]).toMatchObject({ reason: 'not-running' })
  const started = await flock.report(['start', 'lo-1'])
  expect(started.machines[0]).toMatchObject({ outcome: 'changed', message: `started at ${before.address}` })
  expect(identity()).toEqual(before)
  expect(await flock.on('lo-1', 'ls /root/ended')).toBe('/root/ended\n')
  expect((await flock.report(['start', 'lo-1'])).machines[0]).toMatchObject({ outcome: 'ok' })
})

test.each(['start', 'stop', 'reboot'])(
  'the operation %s refuses a machine that does not exist',
  async (operation) => {
    const { machines, exitCode } = await flock.report([operation, 'lo-2'])
    expect(machines[0]).toMatchObject({ outcome: 'failed', reason: 'not-provisioned' })
    expect(exitCode).toBe(1)
  },
)

test('the first boot of a machine is asked whether packages are being installed, and by whom', async () => {
  expect(parseAptLock(await ask(aptLockCommand))).toEqual([])
  // In a file, because systemd-run reads a "$" in its own way.
  const hold =
    'use Fcntl; open(F, ">>", "/var/lib/dpkg/lock-frontend"); my $lock = pack("s s x4 q q i x4", F_WRLCK, 0, 0, 0, 0); fcntl(F, F_SETLK, $lock) or die; sleep 600'
  await flock.on('lo-1', `printf '%s' ${quoteCommand([hold])} >/root/hold.pl`)
  await flock.on('lo-1', 'systemd-run --unit=holder perl /root/hold.pl')
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(parseAptLock(await ask(aptLockCommand))).toEqual([expect.stringMatching(/^perl \(process \d+\)$/)])
  await flock.on('lo-1', 'systemctl stop holder')
  expect(parseAptLock(await ask(aptLockCommand))).toEqual([])
})

test('the first boot of a machine is asked what cloud-init says, as long as it takes', async () => {
  expect(parseCloudInit(await ask(cloudInitCommand))).toEqual({ kind: 'absent' })
  const play = (script: string): Promise<string> =>
    flock.on(
      'lo-1',
      `printf '#!/bin/sh\\n%s\\n' ${quoteCommand([script])} >/usr/local/bin/cloud-init; chmod +x /usr/local/bin/cloud-init`,
    )
  await play(`echo '{"status": "done", "errors": [], "extended_status": "degraded done"}'; exit 2`)
  expect(parseCloudInit(await ask(cloudInitCommand))).toMatchObject({ kind: 'degraded' })
  await play('[ "$3" = --long ] && { echo "status: done"; exit; }; echo "unrecognized arguments" >&2; exit 2')
  expect(parseCloudInit(await ask(cloudInitCommand))).toEqual({ kind: 'done' })
  await play('sleep 60')
  const startedMs = performance.now()
  expect(parseCloudInit(await ask(cloudInitCommand))).toEqual({ kind: 'running' })
  expect(performance.now() - startedMs).toBeLessThan(25_000)
  await flock.on('lo-1', 'rm /usr/local/bin/cloud-init')
})

test('the first boot of a machine is asked to remove the power-off timer, which is then gone for systemd and on the disk', async () => {
  await flock.on(
    'lo-1',
    `cd /etc/systemd/system
printf '[Service]\\nType=oneshot\\nExecStart=/bin/touch /root/expired\\n' >drover-expiry.service
printf '[Timer]\\nOnBootSec=10h\\n[Install]\\nWantedBy=timers.target\\n' >drover-expiry.timer
systemctl daemon-reload; systemctl enable --now drover-expiry.timer`,
  )
  expect(await flock.on('lo-1', 'systemctl list-timers --all --no-legend')).toContain('drover-expiry')
  expect(parseDisarmed(await ask(disarmExpiryCommand))).toEqual([])
  expect(await flock.on('lo-1', 'systemctl list-timers --all --no-legend')).not.toContain('drover-expiry')
  expect(await flock.on('lo-1', "find /etc/systemd /run/systemd -name '*drover-expiry*'")).toBe('')
  expect(parseDisarmed(await ask(disarmExpiryCommand))).toEqual([])
})

test('terminate records a final capture, then the end, and leaves a tombstone', async () => {
  const { id } = JSON.parse(flock.ops.read('machines/lo-1/machine.json')) as { readonly id: string }
  const { machines } = await flock.report(['terminate', 'lo-1', '--yes'])
  expect(machines[0]).toMatchObject({ outcome: 'changed', message: `ended ${id}` })
  expect(JSON.parse(flock.ops.read('machines/lo-1/terminated.json'))).toMatchObject({ id, provider: 'local' })
  expect(() => flock.ops.read('machines/lo-1/machine.json')).toThrow()
  // Ordered by the time at which each began: the record of the whole is older than that of its first part.
  const { data } = await flock.report(['history', 'lo-1', '--limit', '2'])
  expect(data).toMatchObject([
    { operation: 'terminate', message: expect.stringMatching(/^captured \d+ paths?, before the end$/) },
    { operation: 'terminate', message: `ended ${id}` },
  ])
})
