import { DroverError } from '../base/errors.js'

/** A repository at GitHub, and where its API is. */
export interface GitHubPlace {
  readonly owner: string
  readonly repo: string
  readonly apiUrl: string
}

export interface PlaceFacts {
  readonly env: NodeJS.ProcessEnv
  /** URL of the repository in git's settings. */
  readonly url: string | undefined
}

/**
 * The repository of the run in a workflow, and the one in git's settings at a shell. undefined when it is
 * not at github.com, at GitHub Enterprise Cloud or at the server that `GITHUB_SERVER_URL` names.
 * Throws `invalid-argument` for an API to which a token must not be sent.
 */
export function findGitHubPlace({ env, url }: PlaceFacts): GitHubPlace | undefined {
  const server = hostOf(env.GITHUB_SERVER_URL ?? '') ?? 'github.com'
  const isWorkflow = env.GITHUB_ACTIONS === 'true' && Boolean(env.GITHUB_REPOSITORY)
  const address = isWorkflow ? { host: server, path: env.GITHUB_REPOSITORY ?? '' } : parseAddress(url ?? '')
  if (address === undefined) return undefined
  const [owner, repo, ...rest] = address.path.replace(/\.git$/, '').split('/')
  if (!isName(owner) || !isName(repo) || rest.length > 0) return undefined
  const given = address.host === server ? env.GITHUB_API_URL || undefined : undefined
  const apiUrl = given ?? apiOf(address.host, server)
  return apiUrl === undefined ? undefined : { owner, repo, apiUrl: checked(apiUrl) }
}

function apiOf(host: string, server: string): string | undefined {
  if (host === 'github.com') return 'https://api.github.com'
  if (host.endsWith('.ghe.com')) return `https://api.${host}`
  return host === server ? `https://${host}/api/v3` : undefined
}

/** `https://HOST/PATH`, `ssh://USER@HOST/PATH`, or `USER@HOST:PATH` as scp writes it. */
function parseAddress(url: string): { readonly host: string; readonly path: string } | undefined {
  if (/^(https?|ssh|git):\/\//i.test(url)) {
    const host = hostOf(url)
    return host === undefined ? undefined : { host, path: new URL(url).pathname.replace(/^\/|\/$/g, '') }
  }
  const { host, path } = /^(?:[^@/]+@)?(?<host>[^/:]+):(?<path>[^/].*)$/.exec(url)?.groups ?? {}
  return host === undefined || path === undefined ? undefined : { host: plainHost(host), path }
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? plainHost(new URL(url).hostname) : undefined
}

/** `ssh.github.com` is GitHub for clients behind a firewall that lets only port 443 through. */
function plainHost(host: string): string {
  return host.toLowerCase().replace(/^(?:www|ssh)\.(?=github\.com$)/, '')
}

function isName(name: string | undefined): name is string {
  return name !== undefined && /^[A-Za-z0-9_.-]+$/.test(name) && !/^\.+$/.test(name)
}

/** Refuses plain HTTP, over which everyone on the way can read the token, but for a server on this computer. */
function checked(apiUrl: string): string {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined
  const isLocal = url !== undefined && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return apiUrl.replace(/\/$/, '')
  throw new DroverError('GITHUB_API_URL: the token is sent over HTTPS only', {
    reason: 'invalid-argument',
    hint: 'Give an address that begins with https://.',
  })
}
