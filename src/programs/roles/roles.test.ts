import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeProgramRoot } from '../../../test/support/run-program.js'

const baseline = '/var/lib/drover/baseline'

test('the roles that ran are noted, and nothing when the playbook failed', () => {
  using root = makeProgramRoot()
  mkdirSync(root.at('/var/lib/drover'), { recursive: true })
  const run = (body: string) => {
    root.stub({ 'ansible-playbook': body })
    return root.run('roles/baseline.sh', {
      values: { place_baseline: baseline, roles: 'common 0a\nredis 0b\n' },
    })
  }
  expect([run('exit 2').code, root.has(baseline)]).toEqual([2, false])
  expect(run('echo "$ANSIBLE_STDOUT_CALLBACK"; pwd').stdout.toString()).toBe(`drover\n${root.path}\n`)
  expect(root.read(baseline)).toBe('common 0a\nredis 0b\n')
  expect(root.calls()[0]).toBe('ansible-playbook -i inventory playbook.yml')
})

test('Ansible that cannot be installed is told', () => {
  using root = makeProgramRoot()
  root.stub({ 'apt-get': 'exit 100' })
  const values = { place_baseline: baseline, roles: '' }
  // Whatever is installed on this computer.
  const env = { BASH_ENV: root.at('hidden'), PATH: root.at('bin') }
  root.put('hidden', 'command() { case $2 in apt-get) return 0 ;; *) return 1 ;; esac; }\n')
  const { code, stdout } = root.run('roles/baseline.sh', { values, env, shell: '/bin/bash' })
  expect([code, stdout.toString()]).toEqual([
    3,
    'installing ansible-core\nansible-core could not be installed\n',
  ])
})

test('a look at what the playbook would change leaves nothing, and says when there is no Ansible', () => {
  using root = makeProgramRoot()
  root.put('archive/playbook.yml', 'tasks')
  const stdin = execFileSync('tar', ['-c', '-f', '-', '-C', root.at('archive'), '.'])
  const values = { status_not_there: 4 }
  const env = { TMPDIR: root.at('archive'), PATH: `${root.at('bin')}:/usr/bin:/bin` }
  expect(
    root.run('roles/check.sh', { values, stdin, shell: '/bin/bash', env: { PATH: root.at('bin') } }).code,
  ).toBe(4)
  root.stub({ 'ansible-playbook': 'cat playbook.yml' })
  expect(root.run('roles/check.sh', { values, stdin, env }).stdout.toString()).toBe('tasks')
  expect(root.calls()).toEqual(['ansible-playbook -i inventory --check --diff playbook.yml'])
  expect(execFileSync('ls', [root.at('archive')]).toString()).toBe('playbook.yml\n')
})
