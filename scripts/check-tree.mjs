// Holds files and folders to a size at which a stranger finds the room: see docs/architecture.md. Tests and what is generated aside.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listFiles, root } from './list-files.mjs'

/** Of a source file. */
const maxLines = 300
/** Below this is the median. */
const medianLines = 100
/** Directly in a folder of `src/`. */
const maxFiles = 25

const isSource = (path) => /\.(?:[cm]?[jt]s|py|sh)$/.test(path) && !/\.test\.ts$|^(?:dist|test)\//.test(path)
const files = listFiles('--cached', '--others', '--exclude-standard')
const sizes = files.filter(isSource).map((path) => ({ path, lines: countLines(path) }))
const inSrc = files.filter((path) => path.startsWith('src/') && !path.endsWith('.test.ts'))
const median = medianOf(sizes.filter(({ path }) => path.startsWith('src/')).map(({ lines }) => lines))

const faults = [
  ...sizes
    .filter(({ lines }) => lines > maxLines)
    .map(({ path, lines }) => `${path}: has ${lines} lines, more than ${maxLines}: split it`),
  ...[...Map.groupBy(inSrc, dirname)]
    .filter(([, own]) => own.length > maxFiles)
    .map(([folder, own]) => `${folder}: has ${own.length} files, more than ${maxFiles}: make rooms by topic`),
  ...(median < medianLines
    ? []
    : [`src: the median file has ${median} lines, not fewer than ${medianLines}`]),
]
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exitCode = 1
else console.log(`${sizes.length} source files; the median one of src/ has ${median} lines`)

function countLines(path) {
  return readFileSync(join(root, path), 'utf8').split('\n').length - 1
}

function medianOf(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
