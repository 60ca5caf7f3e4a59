// Builds again, beside `dist/`, and names every file that differs. Exit status 1 when `dist/` is stale.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const committed = filesOf(join(root, 'dist'))
const folder = mkdtempSync(join(tmpdir(), 'drover-dist-'))
try {
  build(folder)
  const fresh = filesOf(folder)
  const names = [...new Set([...committed.keys(), ...fresh.keys()])].sort()
  const stale = names.filter((name) => !fresh.get(name)?.equals(committed.get(name) ?? Buffer.of()))
  for (const name of stale) console.error(`dist/${name}: ${describe(committed.has(name), fresh.has(name))}`)
  if (stale.length > 0) {
    console.error('dist: is not what the sources give: run "npm run build" and commit dist')
    process.exitCode = 1
  } else console.log(`dist: ${names.length} files equal a fresh build`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function filesOf(path) {
  try {
    const names = readdirSync(path, { recursive: true }).filter((name) => statSync(join(path, name)).isFile())
    return new Map(names.map((name) => [name, readFileSync(join(path, name))]))
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    return new Map()
  }
}

function describe(isCommitted, isFresh) {
  if (!isCommitted) return 'is missing'
  return isFresh ? 'differs' : 'is not made any more'
}
