import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { inputs } from './inputs.js'
import { outputs } from './outputs.js'

const root = new URL('../../..', import.meta.url)
const action = parse(readFileSync(new URL('action.yml', root), 'utf8'))

test('action.yml has the inputs of the registry: names, descriptions, defaults', () => {
  const expected = inputs.map(({ name, summary, byDefault, isRequired }) => [
    name,
    { description: summary, required: isRequired, ...(byDefault !== undefined && { default: byDefault }) },
  ])
  expect(Object.entries(action.inputs)).toEqual(expected)
})

test('action.yml has the outputs of the registry', () => {
  expect(Object.entries(action.outputs)).toEqual(
    Object.entries(outputs).map(([name, description]) => [name, { description }]),
  )
})

test('action.yml starts files that are there, on Node 24', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'bin/action.js', post: 'bin/post.js' })
  for (const file of [action.runs.main, action.runs.post]) expect(existsSync(new URL(file, root))).toBe(true)
})
