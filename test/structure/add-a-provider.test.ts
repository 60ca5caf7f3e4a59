import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type ConfigRepository, makeConfigRepository } from '../support/config-repository.js'
import { copyTree, type TreeCopy } from '../support/tree-copy.js'

const definition = `import type { ProviderDefinition } from '../provider.js'

export const definition: ProviderDefinition = {
  name: 'nothing',
  settings: { colour: { meaning: 'what it would be painted', byDefault: 'none' } },
  create: () => ({
    name: 'nothing',
    problems: () => [],
    list: async () => [],
    launch: async ({ name }) => {
      throw new Error(\`\${name}: nothing is made\`)
    },
    terminate: async () => undefined,
  }),
}
`

const flock = `flock: lo
provider: nothing
settings: { colour: red }
machines:
  web-1:
`

let tree: TreeCopy | undefined
let ops: ConfigRepository | undefined
afterEach(() => {
  tree?.remove()
  ops?.remove()
})

test('a provider is added by a folder and one line of the list', () => {
  const copied = copyTree()
  tree = copied
  ops = makeConfigRepository({ 'flock.yml': flock })
  const list = [
    ...['--import', join(copied.path, 'test/support/typescript-loader.mjs')],
    ...[join(copied.path, 'test/support/source-cli.ts'), 'list', '--repository', ops.path, '--json'],
  ]
  const before = copied.node(list)
  expect(before.text).toContain('nothing')
  expect(before.code).toBe(2)

  copied.add('src/providers/nothing/definition.ts', definition)
  copied.edit('src/providers/providers.ts', {
    from: "  static: () => import('./static/definition.js'),\n",
    to: "  static: () => import('./static/definition.js'),\n  nothing: () => import('./nothing/definition.js'),\n",
  })
  expect(copied.changes()).toEqual({
    edited: ['src/providers/providers.ts'],
    added: ['src/providers/nothing/definition.ts'],
  })

  const after = copied.node(list)
  expect({ ...after, text: JSON.parse(after.text) }).toMatchObject({
    code: 0,
    text: { machines: [{ machine: 'web-1', data: { provider: 'nothing', presence: 'absent' } }] },
  })

  // What an editor checks and what people read about it comes by itself.
  expect(copied.node(['scripts/generate.mjs'])).toMatchObject({ code: 0 })
  expect(copied.changes().edited.toSorted()).toEqual([
    'docs/flock.md',
    'src/flock/flock.schema.json',
    'src/providers/providers.ts',
  ])
})
