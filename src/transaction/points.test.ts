import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { machineProgram } from './machine-program.js'
import { points } from './points.js'

const folder = join(import.meta.dirname, '..', 'programs', 'machine')
const text = machineProgram()
  .files.filter(({ path }) => path.endsWith('.py'))
  .map(({ bytes }) => bytes.toString())
  .join('\n')

test('the program on the machine lists the points that we know', () => {
  const listed = execFileSync('python3', ['-I', '-S', '-B', join(folder, 'main.py'), 'points'], {
    encoding: 'utf8',
  })
  expect(listed.trim().split('\n')).toEqual(points.map(({ name }) => name))
})

test('the program passes every point of the list, and no other', () => {
  const passed = [...text.matchAll(/\.point\('([a-z-]+)'\)|\bpoint = '([a-z-]+)'/g)].map(
    ([, one, other]) => one ?? other ?? '',
  )
  expect([...new Set(passed)].sort()).toEqual(points.map(({ name }) => name).sort())
})

test('all parts of the program are sent', () => {
  const there = readdirSync(folder).filter((name) => name.endsWith('.py'))
  expect(machineProgram().files.map(({ path }) => path)).toEqual(there.sort())
})

test('the program has a name of its own for each version of it', () => {
  expect(machineProgram().digest).toMatch(/^[0-9a-f]{64}$/)
  expect(
    machineProgram()
      .files.find(({ path }) => path === 'main.py')
      ?.bytes.toString(),
  ).toBe(readFileSync(join(folder, 'main.py'), 'utf8'))
})
