import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  makeProgramRoot,
  ownOwner,
  type ProgramEnd,
  type ProgramRoot,
  posixShells,
} from '../../../test/support/run-program.js'
import { observeCommand, parseObserved } from '../../configure/commands/observe.js'

const { user, group } = ownOwner()
const places = {
  place_transactions: '/var/lib/drover/tx',
  place_current: '/var/lib/drover/current',
  place_last: '/var/lib/drover/last',
}

function makeMachine(): ProgramRoot {
  const root = makeProgramRoot()
  for (const folder of ['/run', '/etc', '/var/lib']) mkdirSync(root.at(folder), { recursive: true })
  root.put('/srv/a', 'old\n')
  return root
}

test.each(posixShells)('%s confirms only what waits, and tells how a change ended', async (shell) => {
  using root = makeMachine()
  const run = (name: string, id: string): ProgramEnd =>
    root.run(`configure/${name}.sh`, { shell, values: places, args: [id] })
  const change = root.at('/var/lib/drover/tx/abc')
  mkdirSync(change, { recursive: true })
  execFileSync('mkfifo', [`${change}/events`])
  symlinkSync(change, root.at('/var/lib/drover/current'))
  const events = spawn('head', ['-n', '1', `${change}/events`])
  let said = ''
  events.stdout.on('data', (chunk: Buffer) => {
    said += chunk
  })
  expect(run('confirm', 'other').code).toBe(3)
  expect(run('last', 'abc').stdout.toString()).toBe('')
  expect(run('confirm', 'abc').code).toBe(0)
  await once(events, 'close')
  expect(said).toBe('confirmed abc\n')
  rmSync(root.at('/var/lib/drover/current'))
  expect(run('last', 'abc').stdout.toString()).toBe('abc failed interrupted\n')
  root.put('/var/lib/drover/last', 'abc rolled-back watch\n')
  expect(run('last', 'abc').stdout.toString()).toBe('abc rolled-back watch\n')
})

test.each(posixShells)('%s reads the newest change that is kept', (shell) => {
  using root = makeMachine()
  for (const name of ['9-old', '10-abc', 'other']) {
    root.put(`/var/lib/drover/undo/${name}/undo.json`, '{}\n')
    root.put(`/var/lib/drover/undo/${name}/old/srv/a`, 'old\n')
  }
  const values = { place_undo: '/var/lib/drover/undo' }
  const undo = root.run('configure/read-undo.sh', { shell, values }).stdout
  const names = execFileSync('tar', ['-t'], { input: undo }).toString()
  expect(names.split('\n').filter((name) => !name.endsWith('/'))).toEqual([
    '10-abc/undo.json',
    '10-abc/old/srv/a',
    '',
  ])
})

test.each(posixShells)('%s looks at files and links, and at what Drover put there', (shell) => {
  using root = makeMachine()
  root.put('/var/lib/drover/files', `${root.at('/srv/a')}\n`)
  root.put('/etc/drover/stamp.json', '{"digest":"d"}\n')
  symlinkSync(root.at('/srv/a'), root.at('/srv/link'))
  const paths = ['/srv/a', '/srv/none'].map(root.at)
  const link = { path: root.at('/srv/link'), place: root.at('/srv/link'), to: root.at('/srv/a') }
  const { stdin } = observeCommand(paths, {
    links: [link],
    managed: { files: [root.at('/srv/a')], links: [] },
  })
  const stdout = execFileSync(shell, ['-s'], { input: root.inside(String(stdin)) })
  const { found, stamp, generation } = parseObserved(stdout, paths)
  expect(found.get(root.at('/srv/a'))).toMatchObject({
    stat: { type: 'file', owner: user, group, size: 4 },
    sha256: execFileSync('sha256sum', [root.at('/srv/a')])
      .toString()
      .slice(0, 64),
  })
  expect(found.get(root.at('/srv/none'))?.stat).toBeUndefined()
  expect(found.get(root.at('/srv/link'))).toMatchObject({ link: root.at('/srv/a'), isDangling: false })
  expect([stamp, generation]).toEqual(['{"digest":"d"}\n', ' '])
})

test.each(posixShells)('%s lets a unit start again that failed too often', (shell) => {
  using root = makeMachine()
  root.stub({ systemctl: 'case $1 in reset-failed) exit 1 ;; esac; exit 5' })
  const { code } = root.run('configure/systemctl-afresh.sh', { shell, args: ['restart', 'app.service'] })
  expect([code, root.calls()]).toEqual([
    5,
    ['systemctl reset-failed app.service', 'systemctl restart app.service'],
  ])
})
