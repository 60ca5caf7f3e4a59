import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hasTraces, lastWords, machineNames, readMachine } from './machine-files.js'

let flock: string

beforeEach(async () => {
  flock = await mkdtemp(join(tmpdir(), 'drover-machines-'))
  await mkdir(join(flock, '.new-half'))
  await mkdir(join(flock, 'web-1'))
  const made = {
    provider: 'local',
    id: 'local-1',
    port: 22,
    user: 'root',
    createdAt: 'then',
    createdBy: '17',
  }
  await writeFile(join(flock, 'web-1/identity.json'), JSON.stringify(made))
  await writeFile(join(flock, 'web-1/address'), '10.213.0.2\n')
  await writeFile(join(flock, 'web-1/host-key'), 'ssh-ed25519 AAAA\n')
})
afterEach(() => rm(flock, { recursive: true }))

test('half-made machines are not listed, and leave a trace', async () => {
  expect(await machineNames(flock)).toEqual(['web-1'])
  expect(await hasTraces(flock, 'half')).toBe(true)
  expect(await hasTraces(flock, 'other')).toBe(false)
})

test('a flock that was never launched has no machines', async () => {
  expect(await machineNames(join(flock, 'nowhere'))).toEqual([])
  expect(await readMachine(join(flock, 'nowhere'))).toBeUndefined()
})

test('a machine without a process is not alive', async () => {
  expect(await readMachine(join(flock, 'web-1'))).toMatchObject({
    alive: false,
    startedAt: 0,
    identity: { id: 'local-1', address: '10.213.0.2', hostKeys: ['ssh-ed25519 AAAA'] },
  })
})

test('a pid that now belongs to another process is not the machine', async () => {
  await writeFile(join(flock, 'web-1/pid'), `${process.pid}\n`)
  expect(await readMachine(join(flock, 'web-1'))).toMatchObject({ alive: false })
})

test('a damaged identity is reported with its name', async () => {
  await writeFile(join(flock, 'web-1/identity.json'), '')
  await expect(readMachine(join(flock, 'web-1'))).rejects.toThrow(/web-1": cannot be read/)
})

test('the last words of a machine are plain and on one line', async () => {
  await writeFile(
    join(flock, 'web-1/console.log'),
    'one\ntwo\n\n\u001b[0;31mthree\u001b[0m\r\nfour\nfive\u0007\n',
  )
  expect(await lastWords(join(flock, 'web-1'))).toBe('two | three | four | five')
})
