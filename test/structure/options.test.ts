import { expect, test } from 'vitest'
import { operations } from '../../src/operations/registry.ts'
import { generalOptions } from '../../src/request/general-options.ts'
import type { Option } from '../../src/request/option.ts'

interface Use {
  readonly name: string
  readonly operation: string
  readonly option: Option
}

const own: readonly Use[] = operations.flatMap(({ name: operation, options }) =>
  Object.entries(options).map(([name, option]) => ({ name, operation, option })),
)
const general: readonly Use[] = Object.entries<Option>(generalOptions).map(([name, option]) => ({
  name,
  operation: 'all',
  option,
}))
const aboutRuns = operations.filter(({ traits }) => traits?.isAboutRuns)

test('an option of one name takes the same kind of value in every operation', () => {
  for (const { name, operation, option } of own) {
    const first = [...general, ...own].find((use) => use.name === name)
    expect(option.kind, `${name} of ${operation}, and of ${first?.operation}`).toBe(first?.option.kind)
  }
})

test('a form asks for every option in at most 100 characters, in plain text', () => {
  for (const { operation, name, option } of own.filter(({ option }) => option.label !== undefined)) {
    expect(option.label?.length, `${operation} ${name}`).toBeLessThanOrEqual(100)
    expect(option.label, `${operation} ${name}`).not.toMatch(/[`\n]|\.$/)
  }
  for (const { name, workflow, options } of operations)
    for (const input of workflow?.inputs ?? []) {
      const option = options[input] ?? aboutRuns.find((one) => one.options[input])?.options[input]
      const asked = workflow?.labels?.[input] ?? option?.label ?? option?.summary ?? ''
      expect(asked.length, `${name} ${input}`).toBeLessThanOrEqual(100)
    }
})

test('a button asks for machines and for options that there are, and a request gives some of those', () => {
  for (const { name, workflow, options } of operations) {
    const asked = workflow?.inputs ?? []
    const known = [
      'machines',
      ...Object.keys(options),
      ...aboutRuns.flatMap((one) => Object.keys(one.options)),
    ]
    expect(known, name).toEqual(expect.arrayContaining([...asked]))
    expect(asked, name).toEqual(expect.arrayContaining([...(workflow?.requests ?? [])]))
    expect(asked, name).toEqual(expect.arrayContaining(Object.keys(workflow?.labels ?? {})))
    expect(new Set(asked).size, name).toBe(asked.length)
    for (const input of asked) expect(options[input]?.only, `${name} ${input}`).not.toBe('cli')
  }
})

test('a button asks for whatever its operation cannot do without', () => {
  for (const { name, workflow, options } of operations.filter((one) => one.workflow !== undefined))
    for (const [option] of Object.entries(options).filter(([, { isRequired }]) => isRequired))
      expect(workflow?.inputs, name).toContain(option)
})
