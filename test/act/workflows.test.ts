import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ActFlock, makeActFlock } from '../support/act/act-flock.ts'
import { findAction } from '../support/act/find-action.ts'
import { jobsOf, recordsOf, tableOf } from '../support/act/read-run.ts'
import type { ActRan } from '../support/act/run-act.ts'

const everyone = ['lo-1', 'lo-2', 'lo-demo']
const greeting = 'cat /etc/hello/greeting'
const brokenAnswer = '#!/bin/sh\nif then\n'

let flock: ActFlock

beforeAll(async () => {
  flock = await makeActFlock('t-act')
})

afterAll(async () => {
  await flock?.remove()
})

test('a button for three machines starts a job for each, and each commit has the id of the run', async () => {
  const ran = await flock.press('create', { machines: 'all' }, '900301')
  expect(jobsOf(ran), ran.log).toEqual(everyone.map((name) => `${name} held`))
  expect(ran.code, ran.log).toBe(0)
  expect(recordsOf('900301', flock.ops)).toEqual(
    everyone.map((name) => expect.stringContaining(`create ${name}: changed`)),
  )
  expect(tableOf(ran)).toEqual(
    everyone.map((name) => expect.stringMatching(`^${name} \\| changed \\| made at [0-9.]+;`)),
  )
  expect(await flock.on('lo-demo', greeting)).toBe('Welcome from lo-demo\n')
})

test('a button that only reads the whole flock starts one job and leaves no commit', async () => {
  const before = flock.ops.head()
  const ran = await flock.press('list', {}, '900302')
  expect(jobsOf(ran), ran.log).toEqual(['the flock held'])
  expect(ran.code).toBe(0)
  expect(flock.ops.head()).toBe(before)
})

test('a button asks AWS for a role only where one is named, and before anything else', async () => {
  flock.variables.set('AWS_ROLE_ARN', 'arn:aws:iam::1:role/drover').set('AWS_REGION', 'eu-west-1')
  const ran = await flock.press('list', {}, '900304')
  flock.variables.clear()
  expect(jobsOf(ran), ran.log).toEqual(['the flock failed'])
  expect(ran.log.match(/^asked for .*/gm)).toEqual(['asked for arn:aws:iam::1:role/drover eu-west-1'])
  expect(ran.log).not.toContain('Success - Main list')
})

test('the button "run" runs a command as it was typed, also one that would break out of a script', async () => {
  const command = `echo '\${{ github.actor }}' '"; exit 7 #' "on $(hostname)"; cat /etc/hello/credentials.json`
  const ran = await flock.press('run', { machines: 'lo-1', command }, '900303')
  expect(jobsOf(ran), ran.log).toEqual(['lo-1 held'])
  expect(ran.log).toContain('${{ github.actor }} "; exit 7 # on lo-1')
  expect(ran.log).toContain('[secret DATABASE_PASSWORD]')
})

test('the button "backup" leaves an archive of each machine as an artifact, which only its key opens', async () => {
  const identity = await generateIdentity()
  const recipients = await identityToRecipient(identity)
  const inputs = { machines: 'lo-1 lo-2', paths: '/etc/hello', recipients }
  const ran = await flock.press('backup', inputs, '900307')
  expect(jobsOf(ran), ran.log).toEqual(['lo-1 held', 'lo-2 held'])
  const artifacts = readdirSync(flock.uploads)
  const files = artifacts.flatMap((name) =>
    readdirSync(join(flock.uploads, name)).map((file) => join(flock.uploads, name, file)),
  )
  expect(artifacts).toHaveLength(2)
  expect(files.map((file) => file.replace(/.*\/(lo-\d).*(\.tar\.gz\.age)$/, '$1$2')).sort()).toEqual([
    'lo-1.tar.gz.age',
    'lo-2.tar.gz.age',
  ])
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const archive = await decrypter.decrypt(readFileSync(files[0] ?? ''))
  const listed = execFileSync('tar', ['-tz'], { input: Buffer.from(archive), encoding: 'utf8' })
  expect(listed).toContain('etc/hello/credentials.json')
})

test('the button "update" shows as a dry run what it would upgrade', async () => {
  const inputs = { machines: 'lo-1', 'dry-run': 'true', 'security-only': 'true', reboot: 'auto' }
  const ran = await flock.press('update', inputs, '900308')
  expect(jobsOf(ran), ran.log).toEqual(['lo-1 held'])
  expect(recordsOf('900308', flock.ops)).toEqual([])
})

test('the button "certbot" has nothing to do where nobody asked for a certificate', async () => {
  const ran = await flock.press('certbot', { machines: 'all' }, '900309')
  expect(jobsOf(ran), ran.log).toEqual(everyone.map((name) => `${name} held`))
  const scheduled = await flock.dispatch(
    'certificates.yml',
    { name: 'schedule', payload: { schedule: '29 3 * * *' } },
    '900310',
  )
  expect(jobsOf(scheduled), scheduled.log).toEqual(everyone.map((name) => `${name} held`))
})

test('the button "configure" applies an earlier commit while the newest one is broken', async () => {
  const good = flock.ops.head()
  flock.ops.push({ 'config/groups/web/greeting': '{{no.such.name}}\n' }, 'broken')
  const broken = await flock.press('configure', { machines: 'lo-2' }, '900305')
  expect(jobsOf(broken), broken.log).toEqual([])
  expect(broken.code).toBe(1)
  const ran = await flock.press('configure', { machines: 'lo-2', to: good }, '900306')
  expect(jobsOf(ran), ran.log).toEqual(['lo-2 held'])
  expect(await flock.on('lo-2', greeting)).toBe('Hello from lo-2\n')
})

test('a push of a file of one machine starts one job', async () => {
  const ran = await flock.push({ 'config/machines/lo-demo/greeting': 'Good day\n' }, '900311')
  expect(jobsOf(ran), ran.log).toEqual(['lo-demo held'])
  expect(ran.code).toBe(0)
  expect(recordsOf('900311', flock.ops)).toEqual([expect.stringContaining('configure lo-demo: changed')])
  expect(await flock.on('lo-demo', greeting)).toBe('Good day\n')
  expect(await flock.on('lo-1', greeting)).toBe('Hello from lo-1\n')
})

test('a push of a layer that all machines share starts a job for each machine', async () => {
  const ran = await flock.push({ 'config/groups/web/greeting': 'Shared at {{machine.name}}\n' }, '900312')
  expect(jobsOf(ran), ran.log).toEqual(everyone.map((name) => `${name} held`))
  expect(ran.code).toBe(0)
  expect(await flock.on('lo-2', greeting)).toBe('Shared at lo-2\n')
})

test('a push that affects no machine starts no job', async () => {
  const ran = await flock.push({ 'NOTES.md': 'for people\n' }, '900313')
  expect(jobsOf(ran), ran.log).toEqual([])
  expect(ran.code).toBe(0)
  expect(recordsOf('900313', flock.ops)).toEqual([])
})

test('a push that breaks one machine still changes the others, fails the run, and names the machine in the table', async () => {
  const ran = await flock.push(
    { 'config/machines/lo-1/answer': brokenAnswer, 'config/groups/web/greeting': 'Again\n' },
    '900314',
  )
  expect(jobsOf(ran), ran.log).toEqual(['lo-1 failed', 'lo-2 held', 'lo-demo held'])
  expect(ran.code).toBe(1)
  expect(tableOf(ran)).toEqual([
    expect.stringMatching(/^lo-1 \| failed \| .*yntax error.*validation-failed/),
    expect.stringMatching(/^lo-2 \| changed \| /),
    expect.stringMatching(/^lo-demo \| ok \| /),
  ])
  expect(recordsOf('900314', flock.ops)).toHaveLength(3)
  expect(await flock.on('lo-2', greeting)).toBe('Again\n')
  expect(await flock.on('lo-1', greeting)).toBe('Shared at lo-1\n')
})

const files = { 'config/machines/lo-2/greeting': 'Proposed\n' }

test('a pull request starts one job, which writes one comment with the plan and changes nothing', async () => {
  const ran = await flock.propose(files, { repository: 'o/r', runId: '900317' })
  expect(jobsOf(ran, 'plan'), ran.log).toEqual([' held'])
  expect(ran.code).toBe(0)
  expect(flock.github.comments).toHaveLength(1)
  expect(flock.github.comments[0]?.body).toMatch(/lo-2.*\+Proposed/s)
  expect(flock.github.comments[0]?.body).not.toContain('lo-demo')
  expect(recordsOf('900317', flock.ops)).toEqual([])
  expect(await flock.on('lo-2', greeting)).toBe('Again\n')
})

test('a pull request from a fork starts no job', async () => {
  flock.github.comments.length = 0
  const ran = await flock.propose(files, { repository: 'somebody/r', runId: '900318' })
  expect(jobsOf(ran, 'plan'), ran.log).toEqual([])
  expect(ran.code).toBe(0)
  expect(flock.github.comments).toEqual([])
})

test('canaries that fail keep the others from being touched, and the table tells them apart', async () => {
  const ran = await flock.press('configure', { machines: 'all', canary: '1' }, '900321')
  expect(jobsOf(ran, 'canary'), ran.log).toEqual(['lo-1 failed'])
  expect(jobsOf(ran)).toEqual([])
  expect(ran.code).toBe(1)
  expect(tableOf(ran)).toEqual([
    expect.stringMatching(/^lo-1 \| failed \| /),
    expect.stringMatching(/^lo-2 \| skipped \| .*not-touched/),
    expect.stringMatching(/^lo-demo \| skipped \| .*not-touched/),
  ])
})

test('canaries that succeed let the others go on', async () => {
  flock.ops.push({ 'config/machines/lo-1/answer': undefined }, 'take it back')
  const ran = await flock.press('configure', { machines: 'all', canary: '1' }, '900322')
  expect(jobsOf(ran, 'canary'), ran.log).toEqual(['lo-1 held'])
  expect(jobsOf(ran)).toEqual(['lo-2 held', 'lo-demo held'])
  expect(ran.code).toBe(0)
})

const request = (payload: unknown, runId: string): Promise<ActRan> =>
  flock.dispatch('requests.yml', { name: 'repository_dispatch', payload: { client_payload: payload } }, runId)

test('a repository dispatch is done when it is one that may be asked for', async () => {
  const ran = await request({ operation: 'reboot', machines: 'lo-2' }, '900331')
  expect(jobsOf(ran), ran.log).toEqual(['lo-2 held'])
  expect(recordsOf('900331', flock.ops)).toEqual([expect.stringContaining('reboot lo-2: changed')])
})

test.each([
  ['terminate', { operation: 'terminate', machines: 'lo-2', confirm: 'lo-2' }],
  ['run', { operation: 'run', machines: 'lo-2', command: 'id' }],
  ['no operation', {}],
])('a repository dispatch for %s is refused before any machine is touched', async (_name, payload) => {
  const ran = await request(payload, '900332')
  expect(jobsOf(ran), ran.log).toEqual([])
  expect(ran.code).toBe(1)
  expect(ran.log).toContain('"not-for-requests" is no operation')
})

test.each<readonly [NodeJS.Signals, string, RegExp]>([
  ['SIGKILL', '900335', /^lo-2 \| failed \| .*job-died/],
  ['SIGINT', '900336', /^lo-2 \| failed \| .*cancelled/],
])(
  'a job that is ended from outside by %s has its record, and the other job goes on',
  async (signal, runId, row) => {
    const started = flock.press('run', { machines: 'lo-1 lo-2', command: 'sleep 4' }, runId)
    const action = await findAction(runId, 'lo-2')
    await sleep(2000)
    process.kill(action, signal)
    const ran = await started
    expect(jobsOf(ran), ran.log).toEqual(['lo-1 held', 'lo-2 failed'])
    expect(ran.code).toBe(1)
    expect(tableOf(ran)).toEqual([
      expect.stringMatching(row),
      expect.stringMatching(/^lo-1 \| ok \| the command exited with 0/),
    ])
    expect(recordsOf(runId, flock.ops)).toEqual(['run lo-1: ok', 'run lo-2: failed'])
  },
)

test('the button "terminate" refuses all when the names typed again are others', async () => {
  const ran = await flock.press('terminate', { machines: 'lo-1 lo-2', confirm: 'lo-1' }, '900341')
  expect(jobsOf(ran), ran.log).toEqual([])
  expect(ran.code).toBe(1)
  expect(await flock.on('lo-1', 'hostname')).toBe('lo-1\n')
})

test('the button "terminate" starts a job for each machine, and the record of each says so', async () => {
  const ran = await flock.press(
    'terminate',
    { machines: 'lo-1 lo-2 lo-demo', confirm: 'lo-1 lo-2 lo-demo' },
    '900342',
  )
  expect(jobsOf(ran), ran.log).toEqual(everyone.map((name) => `${name} held`))
  expect(ran.code).toBe(0)
  expect(recordsOf('900342', flock.ops)).toEqual(
    everyone.map((name) => expect.stringContaining(`terminate ${name}: changed`)),
  )
  expect(() => flock.ops.read('machines/lo-1/machine.json')).toThrow()
})

test('the schedule of reap starts one job, which looks for machines that are left over', async () => {
  const ran = await flock.dispatch('reap.yml', { name: 'schedule', payload: {} }, '900343')
  expect(jobsOf(ran), ran.log).toEqual(['the flock held'])
  expect(ran.code).toBe(0)
})

test('the log of a run shows no secret', () => {
  const logs = flock.logs.join('\n')
  expect(logs.length).toBeGreaterThan(10_000)
  for (const value of flock.hidden) expect(logs.includes(value)).toBe(false)
})
