// Writes what is generated from the registries: tables between markers in the docs, inputs and
// outputs in action.yml, and the JSON Schema of flock.yml. With --check nothing is written, and
// the exit status is 1 when something is stale. Reads the TypeScript itself: no build is needed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const isCheck = process.argv.includes('--check')

if (registerHooks === undefined || !process.features.typescript) {
  console.error(`generate: node ${process.version} cannot read TypeScript: use "npm run generate"`)
  process.exit(1)
}
// The sources name what tsc writes (`./x.js`); here we read what it reads.
registerHooks({
  resolve(specifier, context, next) {
    const isOurs = specifier.startsWith('.') && context.parentURL?.includes('/src/')
    return next(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, context)
  },
})

const load = (path) => import(join(root, 'src', path))
const { operations } = await load('operations/registry.ts')
const { allOptions, isSaidAt, summaryOf } = await load('operations/all-options.ts')
const { inputs } = await load('entrypoints/action/inputs.ts')
const { reasons } = await load('base/reasons.ts')
const { exitCodes } = await load('report/exit-codes.ts')
const { outputs } = await load('entrypoints/action/outputs.ts')

const { flockJsonSchema } = await load('flock/schema/json-schema.ts')
const { defaultProvider, providers } = await load('providers/providers.ts')
const { defaultDnsProvider, dnsProviders } = await load('dns/dns-providers.ts')
const providerDefinitions = await definitionsOf(providers)
const dnsDefinitions = await definitionsOf(dnsProviders)
const { entrySchema } = await load('render/manifest/manifest-schema.ts')

const code = (text) => `\`${text}\``

const tables = {
  operations: table(
    ['Operation', 'Machines', 'What it does', 'Own options'],
    operations.map(({ name, summary, machines, options: own, only, placeholder, word }) => [
      code(word === undefined ? name : `${name} ${word}`) +
        (only === undefined ? '' : ` (${only === 'cli' ? 'at a shell' : 'action'} only)`),
      placeholder === undefined ? machines : placeholder === 'FOLDER' ? '[FOLDER]' : `${placeholder}…`,
      summary,
      Object.keys(own).map(code).join(', ') || '-',
    ]),
  ),
  inputs: table(
    ['Input', 'Default', 'What it is'],
    inputs.map(({ name, byDefault, summary }) => [
      code(name),
      byDefault === undefined ? '-' : code(byDefault),
      summary,
    ]),
  ),
  flags: table(
    ['Flag', 'Default', 'What it is', 'Operations'],
    allOptions
      .filter((named) => isSaidAt('cli', named))
      .map((named) => {
        const { name, option, isGeneral } = named
        return [
          code(option.placeholder === undefined ? `--${name}` : `--${name} ${option.placeholder}`),
          option.byDefault === undefined ? '-' : code(option.byDefault),
          summaryOf(named, 'cli'),
          isGeneral ? allBut(name) : operationsWith(name).map(code).join(', '),
        ]
      }),
  ),
  outputs: table(
    ['Output', 'What it holds'],
    Object.entries(outputs).map(([name, summary]) => [code(name), summary]),
  ),
  reasons: table(
    ['Reason code', 'Meaning'],
    Object.entries(reasons).map(([name, meaning]) => [code(name), meaning]),
  ),
  'exit-codes': table(
    ['Exit status', 'Meaning'],
    Object.entries(exitCodes).map(([status, meaning]) => [status, meaning]),
  ),
  'file-keys': keysTable(entrySchema.shape),
  providers: table(
    ['Provider', 'Its settings'],
    adapterRows(providerDefinitions, defaultProvider).map(([name, { settings }]) => [
      name,
      Object.keys(settings).map(code).join(', ') || '-',
    ]),
  ),
  ...Object.fromEntries(
    providerDefinitions.map(({ name, settings }) => [
      `settings-${name}`,
      table(['Setting', 'Meaning', 'By default'], settingRows(settings)),
    ]),
  ),
  dns: table(
    ['DNS', 'Variable of the environment', 'Meaning', 'By default'],
    adapterRows(dnsDefinitions, defaultDnsProvider).flatMap(([name, { settings }]) => {
      const rows = settingRows(settings)
      return (rows.length > 0 ? rows : [['-', '-', '-']]).map((row) => [name, ...row])
    }),
  ),
  'flock-example': `\`\`\`yaml\n${readFileSync(join(root, 'test/fixtures/flock.yml'), 'utf8')}\`\`\`\n`,
}

const stale = []
for (const path of ['README.md', ...markdownIn('docs')])
  fill(path, /<!-- generated: (\S+) -->\n[\s\S]*?<!-- end -->/g, inMarkdown)
fill('action.yml', /# generated: (\S+)\n[\s\S]*?# end\n/g, inYaml)
put('src/flock/flock.schema.json', `${JSON.stringify(flockJsonSchema(), undefined, 2)}\n`)

for (const path of stale) console.log(isCheck ? `${path}: is stale` : `${path}: written`)
if (isCheck && stale.length > 0) {
  console.error('generate: run "npm run generate" and commit what it writes')
  process.exitCode = 1
}

function fill(path, markers, render) {
  if (!existsSync(join(root, path))) return
  const text = readFileSync(join(root, path), 'utf8')
  put(
    path,
    text.replace(markers, (_all, name) => render(name, path)),
  )
}

function put(path, text) {
  const file = join(root, path)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  stale.push(path)
  if (!isCheck) writeFileSync(file, text)
}

function inMarkdown(name, path) {
  if (tables[name] === undefined) {
    console.error(`${path}: nothing is generated as "${name}": use one of ${Object.keys(tables).join(', ')}`)
    process.exit(1)
  }
  return `<!-- generated: ${name} -->\n${tables[name]}<!-- end -->`
}

function inYaml(name) {
  const entries =
    name === 'inputs'
      ? inputs.map(({ name: input, summary, byDefault, isRequired }) => [
          `  ${input}:`,
          `    description: ${quote(summary)}`,
          `    required: ${isRequired}`,
          ...(byDefault === undefined ? [] : [`    default: ${quote(byDefault)}`]),
        ])
      : Object.entries(outputs).map(([output, summary]) => [
          `  ${output}:`,
          `    description: ${quote(summary)}`,
        ])
  return `# generated: ${name}\n${entries.flat().join('\n')}\n  # end\n`
}

/** As Biome formats YAML. */
function quote(text) {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`
}

function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('')
}

async function definitionsOf(list) {
  return await Promise.all(
    Object.entries(list).map(async ([name, load]) => {
      const { definition } = await load()
      if (definition.name === name) return definition
      throw new Error(`"${definition.name}" is listed as "${name}": give it one name`)
    }),
  )
}

function adapterRows(definitions, byDefault) {
  return definitions.map((definition) => {
    const { name } = definition
    return [`${code(name)}${name === byDefault ? ' (the default)' : ''}`, definition]
  })
}

function settingRows(settings) {
  return Object.entries(settings).map(([name, { meaning, byDefault }]) => [
    code(name),
    meaning,
    byDefault ?? 'must be given',
  ])
}

/** Of a zod object whose keys carry descriptions. */
function keysTable(shape) {
  return table(
    ['Key', 'What it is'],
    Object.entries(shape).map(([key, schema]) => [code(key), schema.description ?? '']),
  )
}

function allBut(option) {
  const others = operations.filter(({ general }) => general?.includes(option) === false)
  return ['all', ...others.map(({ name }) => code(name))].join(', ').replace(', ', ' but ')
}

function operationsWith(option) {
  return operations.filter(({ options }) => Object.hasOwn(options, option)).map(({ name }) => name)
}

function markdownIn(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name))
}
