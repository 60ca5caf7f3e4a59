import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A bare repository as people have it on a server, with an orphan branch `config`. */
export interface ConfigRepository {
  /** Where the repository lies; the last part is its name on a server of `root`. */
  readonly path: string
  readonly root: string
  readonly name: string
  /** Runs git in the repository and gives what it prints. */
  git(...args: string[]): string
  /** The content of a file at the head of `config`. */
  show(path: string): string
  head(): string
  /** A person commits files on top of `config`; the id of the commit. */
  commit(files: Readonly<Record<string, string | Buffer>>): string
  remove(): void
}

export function makeConfigRepository(
  files: Readonly<Record<string, string | Buffer>> = {},
): ConfigRepository {
  const root = mkdtempSync(join(tmpdir(), 'drover-test-repository-'))
  const name = 'ops.git'
  const path = join(root, name)
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', path, ...args], { env, encoding: 'utf8', maxBuffer: 2 ** 28 })
  execFileSync('git', ['init', '--quiet', '--bare', '--template=', path], { env })
  git('config', 'http.receivepack', 'true')
  git('config', 'gc.auto', '0')
  git('symbolic-ref', 'HEAD', 'refs/heads/config')
  const head = (): string => git('rev-parse', 'refs/heads/config').trim()
  const commit = (changed: Readonly<Record<string, string | Buffer>>): string => {
    const parent = git('for-each-ref', '--format=%(objectname)', 'refs/heads/config').trim()
    execFileSync('git', ['-C', path, 'fast-import', '--quiet'], { env, input: stream(changed, parent) })
    return head()
  }
  commit({ 'flock.yml': 'flock: test\n', ...files })
  return {
    path,
    root,
    name,
    git,
    head,
    commit,
    show: (file) => git('show', `refs/heads/config:${file}`),
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }),
  }
}

/** Runs a program with text for its input and gives what it prints, without stopping this process. */
export async function pipe(argv: readonly [string, ...string[]], input: string): Promise<string> {
  const [program, ...args] = argv
  return await new Promise((resolve, reject) => {
    const child = execFile(program, args, { maxBuffer: 2 ** 28 }, (error, stdout) => {
      if (error === null) resolve(stdout)
      else reject(error)
    })
    child.stdin?.end(input)
  })
}

function stream(files: Readonly<Record<string, string | Buffer>>, parent: string): Buffer {
  const chunks = Object.entries(files).flatMap(([file, content]) => [
    Buffer.from(`M 100644 inline ${JSON.stringify(file)}\ndata ${Buffer.byteLength(content)}\n`),
    Buffer.from(content),
    Buffer.from('\n'),
  ])
  const from = parent === '' ? '' : `from ${parent}\n`
  const start = `commit refs/heads/config\ncommitter A Person <person@example.org> 1763700000 +0000\ndata 6\nchange\n${from}`
  return Buffer.concat([Buffer.from(start), ...chunks])
}
