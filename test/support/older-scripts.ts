import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { installTool } from '../../scripts/install-tool.ts'

const run = promisify(execFile)
/** The libraries of the older scripts: their engine for templates, and what they tell pictures by. */
const chevron = { kind: 'python', name: 'chevron', version: '0.14.0', program: 'python' } as const
const filetype = { kind: 'python', name: 'filetype', version: '1.2.0', program: 'python' } as const

export interface OlderMachine {
  readonly scripts: string
  readonly flock: string
  readonly machine: string
  readonly user: string
  readonly domain: string
  readonly random: Readonly<Record<string, string>>
}

/** A file as the older scripts leave it on a machine. */
export interface PutFile {
  readonly owner: string
  readonly group: string
  readonly mode: number
  readonly bytes: Buffer
}

/** What the older scripts would put on a machine, by destination: their rules, and their real libraries. */
export async function putByOlderScripts(older: OlderMachine): Promise<ReadonlyMap<string, PutFile>> {
  const { scripts, flock, machine, user, domain, random } = older
  const program = join(import.meta.dirname, 'older-scripts.py')
  const { python, env } = await olderPython()
  const words = [program, scripts, flock, machine, user, domain, JSON.stringify(random)]
  const { stdout } = await run(python, words, { env })
  const files = JSON.parse(stdout) as Readonly<Record<string, Readonly<Record<string, string>>>>
  return new Map(
    Object.entries(files).map(([destination, { owner = '', group = '', mode = '', content = '' }]) => [
      destination,
      { owner, group, mode: Number.parseInt(mode, 8), bytes: Buffer.from(content, 'base64') },
    ]),
  )
}

/** What chevron makes of each text. */
export async function renderByChevron(
  texts: readonly string[],
  values: Readonly<Record<string, string>>,
): Promise<readonly (string | undefined)[]> {
  const { python, env } = await olderPython()
  const code = `
import chevron, json, sys
texts, values = json.load(sys.stdin)
def render(text):
    try:
        return chevron.render(text, values)
    except Exception:
        return None
json.dump([render(text) for text in texts], sys.stdout)
`
  const running = run(python, ['-c', code], { env, maxBuffer: 2 ** 28 })
  running.child.stdin?.end(JSON.stringify([texts, values]))
  const { stdout } = await running
  return (JSON.parse(stdout) as readonly (string | null)[]).map((text) => text ?? undefined)
}

/** Each library is in a folder of its own, so one Python gets the path of the other library. */
async function olderPython(): Promise<{ readonly python: string; readonly env: NodeJS.ProcessEnv }> {
  const [python, other] = [await installTool(chevron), await installTool(filetype)]
  const { stdout } = await run(other, ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'])
  return { python, env: { ...process.env, PYTHONPATH: stdout.trim(), PYTHONUTF8: '1' } }
}
