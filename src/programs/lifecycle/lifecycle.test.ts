import { execFileSync } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeProgramRoot, posixShells } from '../../../test/support/run-program.js'
import { programText } from '../program.js'

const key = '/etc/ssh/ssh_host_ed25519_key'
const values = { key }

test.each(posixShells)(
  '%s makes the next host key once, puts it in place, and can put the old one back',
  (shell) => {
    using root = makeProgramRoot()
    mkdirSync(root.at('/etc/ssh'), { recursive: true })
    mkdirSync(root.at('/run'))
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', root.at(key)])
    const old = root.read(`${key}.pub`)
    root.stub({ systemctl: '', 'systemd-run': '' })
    const make = (): string => root.run('lifecycle/make-next-key.sh', { shell, values }).stdout.toString()
    const next = make()
    expect([make(), next.startsWith('ssh-ed25519 ')]).toEqual([next, true])

    const back = programText('lifecycle/put-old-key-back.sh', values)
    const use = { ...values, key_back: back, guard_seconds: 25 }
    expect(root.run('lifecycle/use-next-key.sh', { shell, values: use }).code).toBe(0)
    expect(root.read(`${key}.pub`)).toBe(next)
    expect(root.calls()).toContain(
      `systemd-run --quiet --collect --unit=drover-key-back --on-active=25 sh ${root.at('/run/drover-key-back')}`,
    )
    execFileSync(shell, [root.at('/run/drover-key-back')], {
      env: { PATH: `${root.at('bin')}:${process.env.PATH}` },
    })
    expect(root.read(`${key}.pub`).trim()).toBe(old.trim())
    expect(statSync(root.at(key)).mode & 0o777).toBe(0o600)

    root.run('lifecycle/keep-next-key.sh', { shell, values })
    expect([`${key}.next`, `${key}.next.pub`, '/run/drover-key-back'].filter(root.has)).toEqual([])
  },
)

test.each(posixShells)('%s tells the boot and its age', (shell) => {
  using root = makeProgramRoot()
  root.put('/proc/sys/kernel/random/boot_id', '01234567-89ab-cdef-0123-456789abcdef\n')
  expect(root.run('lifecycle/boot.sh', { shell }).stdout.toString()).toMatch(/^[0-9a-f-]{36}\n\d+ \d+\n$/)
})

test.each(posixShells)('%s names nobody when nobody installs packages', (shell) => {
  using root = makeProgramRoot()
  root.stub({ find: '' })
  const run = { shell, values: { wait_seconds: 1 } }
  expect(root.run('lifecycle/apt-lock.sh', run)).toMatchObject({ code: 0, stderr: '' })
  expect(root.run('lifecycle/apt-lock.sh', run).stdout.toString()).toBe('\n')
})

test.each(posixShells)(
  '%s gives the words of cloud-init in every version, and says when it still runs',
  (shell) => {
    using root = makeProgramRoot()
    const ask = (body: string): string => {
      root.stub({ 'cloud-init': body })
      return root.run('lifecycle/cloud-init.sh', { shell, values: { wait_seconds: 1 } }).stdout.toString()
    }
    expect(ask('echo \'{"status": "done"}\'')).toBe('json {"status": "done"}')
    expect(ask('case $* in *json*) exit 2 ;; esac; echo "status: done"')).toBe('text status: done')
    expect(ask('sleep 5')).toBe('running\n')
  },
)

test.each(posixShells)('%s takes the timer away, in systemd and on the disk', (shell) => {
  using root = makeProgramRoot()
  const place = '/etc/systemd/system/drover-expiry'
  for (const end of ['.timer', '.service', '.timer.d/more.conf']) root.put(`${place}${end}`, '')
  root.put('/etc/systemd/system/timers.target.wants/drover-expiry.timer', '')
  root.stub({ systemctl: 'case $* in *LoadState*) echo not-found ;; *ActiveState*) echo inactive ;; esac' })
  const { stdout } = root.run('lifecycle/disarm-expiry.sh', { shell, args: ['drover-expiry'] })
  expect(stdout.toString()).toBe(
    'drover-expiry.timer not-found inactive\ndrover-expiry.service not-found inactive\n',
  )
  expect([`${place}.timer`, `${place}.service`, `${place}.timer.d`].filter(root.has)).toEqual([])
  expect(root.has('/etc/systemd/system/timers.target.wants/drover-expiry.timer')).toBe(false)
})
