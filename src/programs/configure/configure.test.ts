import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, symlinkSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  makeProgramRoot,
  ownOwner,
  type ProgramRoot,
  posixShells,
} from '../../../test/support/run-program.js'
import { SecretBytes } from '../../base/secret-bytes.js'
import { observeCommand, parseObserved } from '../../configure/commands/observe.js'
import { transactionArchive } from '../../transaction/transaction.js'

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

/** A change of one file, sent as Drover sends it. Tells what the machine says until the supervisor has ended. */
async function change(
  root: ProgramRoot,
  id: string,
  onConfirm: (end: () => void) => void,
): Promise<readonly string[]> {
  const archive = transactionArchive({
    id,
    files: [
      {
        op: 'put',
        target: '/srv/a',
        owner: 'root',
        group: 'root',
        mode: 0o644,
        bytes: new SecretBytes(Buffer.from('new\n')),
        unseen: true,
      },
    ],
    validations: [],
    followUps: [{ kind: 'command', command: 'echo followed' }],
    checks: [{ name: 'c', command: 'true' }],
    managed: { files: ['/srv/a'], links: [] },
    stamp: '{}\n',
    stampEnv: '',
    holder: 'run 1',
    lockWaitSeconds: 1,
  })
  for (const { path, bytes } of archive) {
    const to = path.startsWith('new/') ? `new${root.path}/${path.slice(4)}` : path
    const text =
      path === 'script.sh'
        ? root.inside(bytes.toString()).replaceAll(' root root ', ` ${user} ${group} `)
        : bytes
    root.put(`archive-${id}/${to}`, text)
  }
  const sent = execFileSync('tar', ['-c', '-f', '-', '-C', root.at(`archive-${id}`), '.'])
  const receive = root.textOf('configure/receive.sh', { place_transactions: places.place_transactions })
  const child = spawn('bash', ['-c', receive, 'drover', id, String(sent.length), '1', 'run 1'])
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk
    if (chunk.includes(`${id} confirm`)) onConfirm(() => child.stdin.end())
  })
  child.stdin.write(sent)
  await once(child, 'close')
  return said.trimEnd().split('\n')
}

test('a change that is confirmed lasts, and can be undone', async () => {
  using root = makeMachine()
  const said = await change(root, 'abc', () => {
    expect(root.run('configure/confirm.sh', { values: places, args: ['other'] }).code).toBe(3)
    expect(root.run('configure/confirm.sh', { values: places, args: ['abc'] }).code).toBe(0)
  })
  expect(said).toContain('| followed')
  expect(said.at(-1)).toBe('abc end changed')
  expect(root.read('/srv/a')).toBe('new\n')
  for (const shell of posixShells) {
    const last = root.run('configure/last.sh', { shell, values: places, args: ['abc'] })
    expect(last.stdout.toString()).toBe('abc changed\n')
    const undo = root.run('configure/read-undo.sh', {
      shell,
      values: { place_undo: '/var/lib/drover/undo' },
    }).stdout
    const names = execFileSync('tar', ['-t'], { input: undo }).toString()
    expect(names).toMatch(/^\d+-abc\/undo\.json$/m)
    expect(names).toMatch(/^\d+-abc\/old\/.*\/srv\/a$/m)
  }
})

test('a change whose sender falls silent returns to the old files', async () => {
  using root = makeMachine()
  const said = await change(root, 'abd', (end) => end())
  expect(said.at(-1)).toBe('abd end rolled-back lost')
  expect([root.read('/srv/a'), root.read('/var/lib/drover/last')]).toEqual([
    'old\n',
    'abd rolled-back lost\n',
  ])
  expect(root.has('/etc/drover/stamp.json')).toBe(false)
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
