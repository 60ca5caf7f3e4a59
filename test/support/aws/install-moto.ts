import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const version = '5.2.5'
const installMs = 300_000

/** Why moto is not here, in one sentence that says what it would take. */
export class MotoMissing extends Error {}

/**
 * The Python that has moto (an imitation of AWS), from PyPI, in a virtual environment of its own below
 * ~/.cache that later runs find again. Throws `MotoMissing` when it cannot be had. Several processes
 * may ask at once.
 */
export async function installMoto(): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
  const folder = join(cache, 'drover', `moto-${version}`)
  const python = join(folder, 'bin', 'python')
  if (existsSync(join(folder, '.installed'))) return python
  const fresh = `${folder}.new-${process.pid}`
  mkdirSync(dirname(fresh), { recursive: true })
  console.error(`installing moto ${version} from PyPI in ${folder} (once, about a minute)`)
  try {
    await run('python3', ['-m', 'venv', fresh], { timeout: installMs })
    const pip = ['-m', 'pip', 'install', '--quiet', '--no-input', '--retries', '2', '--timeout', '20']
    await run(join(fresh, 'bin', 'python'), [...pip, `moto[server]==${version}`], { timeout: installMs })
    writeFileSync(join(fresh, '.installed'), '')
    // Only `bin/python` is used, which finds its packages from where it lies: so a rename does no harm.
    takeName(fresh, folder)
  } catch (cause) {
    const advice = 'It needs python3-venv, and a network or a filled pip cache.'
    throw new MotoMissing(
      `moto ${version} could not be installed from PyPI: ${lastWords(cause)}. ${advice}`,
      {
        cause,
      },
    )
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  return python
}

function takeName(fresh: string, folder: string): void {
  // Without its stamp it is what an older version of this code left half done.
  if (existsSync(folder) && !existsSync(join(folder, '.installed'))) rmSync(folder, { recursive: true })
  try {
    renameSync(fresh, folder)
  } catch (error) {
    if (!existsSync(join(folder, '.installed'))) throw error
  }
}

function lastWords(cause: unknown): string {
  const { stderr, stdout, message } = cause as { stderr?: string; stdout?: string; message: string }
  const said = `${stdout ?? ''}\n${stderr ?? ''}`.trim().split('\n').filter(Boolean)
  // pip warns of each try, and says in the end only that it found nothing.
  if (said.some((line) => line.startsWith('WARNING: Retrying'))) return 'PyPI cannot be reached'
  const last = said.findLast((line) => line.startsWith('ERROR: ')) ?? said.at(-1) ?? message
  return last.replace('ERROR: ', '').replace(/[.\s]+$/, '')
}
