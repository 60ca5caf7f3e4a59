import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { flockJsonSchema } from '../../src/flock/schema/json-schema.ts'
import { operations } from '../../src/operations/registry.ts'
import { fillAction } from './action-yml.ts'
import { adapterTables } from './adapter-tables.ts'
import { markdownTables } from './markdown-tables.ts'
import { generatedTemplates } from './workflow-templates.ts'

const marked = /<!-- generated: (\S+(?: \S+)?) -->\n[\s\S]*?<!-- end -->/g

/** Every file that holds something generated, as it should be, by its path in the folder of the toolkit. */
export async function generatedFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8')
  const own = markdownTables({ example: read('test/fixtures/flock.yml') })
  const tables = new Map([...own, ...(await adapterTables())])
  const pages = ['README.md', ...markdownIn(root, 'docs')].map(
    (path) => [path, fillPage(read(path), { path, tables })] as const,
  )
  const templates = [...generatedTemplates(operations)].map(([name, fill]) => {
    const path = `workflows-templates/main/${name}`
    if (existsSync(join(root, path))) return [path, fill(read(path))] as const
    throw new Error(`${path}: is not there, and an operation has a button: copy that of another operation`)
  })
  return new Map([
    ...pages,
    ...templates,
    ['action.yml', fillAction(read('action.yml'))],
    ['src/flock/flock.schema.json', `${JSON.stringify(flockJsonSchema(), undefined, 2)}\n`],
  ])
}

function fillPage(
  text: string,
  { path, tables }: { readonly path: string; readonly tables: ReadonlyMap<string, string> },
): string {
  return text.replace(marked, (_all, name: string) => {
    const table = tables.get(name)
    if (table !== undefined) return `<!-- generated: ${name} -->\n${table}<!-- end -->`
    throw new Error(`${path}: nothing is generated as "${name}": use one of ${[...tables.keys()].join(', ')}`)
  })
}

function markdownIn(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name))
}
