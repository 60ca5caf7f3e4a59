import { describeEnd, succeeded } from '../../base/command.js'
import { DroverError } from '../../base/errors.js'
import { type GitAddress, parseGitAddress } from '../../git/git-address.js'
import { gitEnvironment } from '../../git/git-environment.js'
import { isLasting, usefulLine } from '../../git/git-words.js'
import type { Clock } from '../../system/clock.js'
import { retry } from '../../system/retry.js'
import { runProcess } from '../../system/run-process.js'
import type { CodeRepository } from './code-source.js'

/** Parses the URL of code. Throws `invalid-argument` for a URL with a password, and for one to which the token must not be sent. */
export function parseCodeAddress({ url, credentials }: CodeRepository): GitAddress {
  const address = parseGitAddress({ url, token: credentials })
  const refused = (what: string, hint: string): DroverError =>
    new DroverError(`repository "${address.shown}": ${what}`, { reason: 'invalid-argument', hint })
  if (/^https?:\/\/[^/]*@/i.test(url)) {
    throw refused(
      'the URL holds a user or a password',
      'Remove it from the URL, and name a secret with "credentials:".',
    )
  }
  if (credentials !== undefined && address.settings.length === 0) {
    throw refused(
      `"${credentials.name}" is a token for HTTPS, and this is another address`,
      'Give the address of the repository that begins with "https://".',
    )
  }
  return address
}

export interface GitCall {
  readonly address: GitAddress
  /** A repository, or any folder for commands that need none. */
  readonly folder: string
  readonly clock: Clock
  readonly stdin?: string
  readonly signal?: AbortSignal | undefined
}

/** A failed call to a server. `isLasting` is false when another attempt may succeed. */
class CodeUnreachable extends DroverError {
  readonly isLasting: boolean

  constructor(message: string, { isLasting, hint }: { readonly isLasting: boolean; readonly hint: string }) {
    super(message, { reason: 'code-unreachable', hint })
    this.isLasting = isLasting
  }
}

/** Runs git against the repository, with a few attempts when these may help, and returns its output. Throws `code-unreachable`. */
export async function callCodeServer(args: readonly string[], call: GitCall): Promise<string> {
  const { address, clock, signal } = call
  return await retry(
    {
      clock,
      baseMs: 1000,
      maxMs: 10_000,
      attempts: 4,
      isRetryable: (error) => error instanceof CodeUnreachable && !error.isLasting,
      ...(signal === undefined ? {} : { signal }),
    },
    async () => {
      const ended = await run(args, call)
      if (succeeded(ended)) return ended.stdout.toString('utf8')
      const stderr = address.scrub(ended.stderr.toString('utf8'))
      const detail = ended.signal === null ? explain(stderr, address) : describeEnd(ended)
      throw new CodeUnreachable(`repository "${address.shown}": cannot be read: ${detail}`, {
        isLasting: isLasting(stderr) || /returned error: 30\d|[Rr]edirect/.test(stderr),
        hint: hintFor(address),
      })
    },
  )
}

/** Returns git's output; undefined when git exits with another status than 0. */
export async function askLocally(args: readonly string[], call: GitCall): Promise<string | undefined> {
  const ended = await run(args, call)
  return succeeded(ended) ? ended.stdout.toString('utf8') : undefined
}

/** As `askLocally`; throws `command-failed`. */
export async function runLocally(args: readonly string[], call: GitCall): Promise<string> {
  const ended = await run(args, call)
  if (succeeded(ended)) return ended.stdout.toString('utf8')
  const said = usefulLine(call.address.scrub(ended.stderr.toString('utf8')))
  throw new DroverError(`"git ${args[0]}": ${describeEnd(ended)}: ${said}`, {
    reason: 'command-failed',
    hint: 'Ensure that git works here and that the folder for temporary files has room.',
  })
}

function run(args: readonly string[], call: GitCall): ReturnType<typeof runProcess> {
  const { address, folder, stdin, signal } = call
  return runProcess({
    argv: ['git', ...args],
    env: {
      ...gitEnvironment(folder, [...address.settings, ...withToken(address)]),
      // "ext", which runs commands, is left out, and so is everything that the user's own settings add.
      GIT_ALLOW_PROTOCOL: 'file:http:https:ssh',
    },
    timeoutMs,
    maxBytes: 64 * 1024 * 1024,
    ...(stdin === undefined ? {} : { stdin }),
    ...(signal === undefined ? {} : { signal }),
  })
}

/** Settings with the token, without redirects: git would send the header to the next host, too. */
function withToken({ settings }: GitAddress): readonly (readonly [string, string])[] {
  return settings.length === 0 ? [] : [['http.followRedirects', 'false']]
}

/** Explains a failure. git asks for a user name when a token is refused, and cannot read an answer. */
function explain(stderr: string, { settings }: GitAddress): string {
  const said = usefulLine(stderr)
  return settings.length > 0 && said.startsWith('could not read Username') ? 'the token is refused' : said
}

function hintFor({ settings }: GitAddress): string {
  return settings.length === 0
    ? 'Ensure that the URL is right and can be reached from here; a private repository needs "credentials:".'
    : 'Ensure that the URL is the one that the repository has now (with credentials, redirects are not followed), and that the token may read it.'
}

// A large history takes long; a silent server is given up much sooner (http.lowSpeedTime).
const timeoutMs = 30 * 60_000
