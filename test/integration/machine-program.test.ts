import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const folder = join(import.meta.dirname, '..', 'machine-program')
const suites = readdirSync(folder).flatMap((name) => /^(test_.*)\.py$/.exec(name)?.[1] ?? [])

// Root, in namespaces of its own: what the program starts and kills is nothing of this computer's.
test.each(suites)(
  'the program by itself, in Python: %s',
  async (suite) => {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n', '--']
    const argv = [...sudo, 'sh', './alone.sh', 'python3', '-B', '-m', 'unittest', suite]
    const { stderr } = await run(argv[0] ?? '', argv.slice(1), { cwd: folder })
    expect(stderr).toMatch(/^OK$/m)
  },
  300_000,
)
