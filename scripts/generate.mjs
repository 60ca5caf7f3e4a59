// Writes what is generated from the definitions and the other registries: tables between markers in the docs,
// inputs and outputs in action.yml, what the workflow templates hold of operations, and the JSON Schema of
// flock.yml. With --check nothing is written, and the exit status is 1 when something is stale. Reads the
// TypeScript itself: no build is needed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
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
    const isOurs =
      specifier.startsWith('.') && context.parentURL?.startsWith(new URL('../src/', import.meta.url).href)
    return next(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, context)
  },
})

const { generatedFiles } = await import('./generate/generated-files.ts')
const stale = [...(await generatedFiles(root))].filter(([path, text]) => {
  const file = join(root, path)
  return !existsSync(file) || readFileSync(file, 'utf8') !== text
})
for (const [path, text] of stale) {
  if (!isCheck) writeFileSync(join(root, path), text)
  console.log(`${path}: ${isCheck ? 'is stale' : 'written'}`)
}
if (isCheck && stale.length > 0) {
  console.error('generate: run "npm run generate" and commit what it writes')
  process.exitCode = 1
}
