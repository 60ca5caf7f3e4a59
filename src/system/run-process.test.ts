import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runProcess } from './run-process.js'

const sh = (script: string, ...args: string[]): readonly string[] => ['sh', '-c', script, 'sh', ...args]

test('runProcess gives output, exit status and no signal', async () => {
  const ended = await runProcess({ argv: sh('echo out; echo err >&2; exit 3') })
  expect([ended.code, ended.signal, `${ended.stdout}`, `${ended.stderr}`]).toEqual([
    3,
    null,
    'out\n',
    'err\n',
  ])
})

test('runProcess gives the signal and no exit status of a killed program', async () => {
  const ended = await runProcess({ argv: sh('kill -KILL $$') })
  expect([ended.code, ended.signal]).toEqual([null, 'SIGKILL'])
})

test('runProcess passes arguments as they are and standard input to its end', async () => {
  const ended = await runProcess({ argv: sh('printf %s "$1"; cat', '$(id) "\''), stdin: 'given' })
  expect(`${ended.stdout}`).toBe('$(id) "\'given')
})

test('runProcess accepts a program that does not read its input', async () => {
  const ended = await runProcess({ argv: sh('exit 0'), stdin: 'x'.repeat(1_000_000) })
  expect(ended.code).toBe(0)
})

test('runProcess keeps the first bytes of too much output and says so', async () => {
  const ended = await runProcess({ argv: sh('printf 0123456789; printf abc >&2'), maxBytes: 4 })
  expect([`${ended.stdout}`, `${ended.stderr}`, ended.truncated]).toEqual(['0123', 'abc', true])
})

test('runProcess gives the program only the environment that it is told to give', async () => {
  const ended = await runProcess({ argv: ['/usr/bin/env'], env: { ONE: '1' } })
  expect(`${ended.stdout}`).toBe('ONE=1\n')
})

test('runProcess names a program that is missing', async () => {
  await expect(runProcess({ argv: ['no-such-program-here'] })).rejects.toMatchObject({
    reason: 'missing-tool',
    message: '"no-such-program-here": cannot be run: no such program',
  })
})

test('runProcess ends a program, and all that it started, at the deadline', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'drover-run-'))
  // Neither heeds SIGTERM; the inner one writes its pid.
  const script = 'trap "" TERM; sh -c \'echo $$ >"$1/pid"; sleep 60; :\' sh "$1" & wait; sleep 60'
  const ended = runProcess({ argv: sh(script, folder), timeoutMs: 300 })
  await expect(ended).rejects.toMatchObject({ reason: 'timed-out' })
  const pid = Number(await readFile(join(folder, 'pid'), 'utf8'))
  await rm(folder, { recursive: true })
  expect(pid).toBeGreaterThan(1)
  // Empty for a process that has ended and only waits to be collected.
  expect(await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).toBe('')
})

test('runProcess ends the program when the caller cancels', async () => {
  const giveUp = new AbortController()
  const ended = runProcess({ argv: ['sleep', '60'], signal: giveUp.signal })
  giveUp.abort(new Error('enough'))
  await expect(ended).rejects.toMatchObject({ reason: 'cancelled', cause: { message: 'enough' } })
})

test('runProcess starts nothing when the caller cancelled before', async () => {
  await expect(runProcess({ argv: ['true'], signal: AbortSignal.abort() })).rejects.toMatchObject({
    reason: 'cancelled',
  })
})
