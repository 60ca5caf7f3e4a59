import { resolve } from 'node:path'
import { DroverError } from '../base/errors.js'
import { isSafeForToken } from '../base/safe-for-token.js'
import type { Secret } from '../base/secret.js'
import type { GitSettings } from './git-environment.js'

/** The URL of a repository, and how git authenticates to it. */
export interface GitAddress {
  readonly url: string
  /** The URL for people: without user and password. */
  readonly shown: string
  /** Settings for git that hold the token. They are passed in git's environment only. */
  readonly settings: GitSettings
  /** True when a token was given that must not be sent to this URL. */
  readonly withheld: boolean
  /** Removes the token from a text, in every form in which git may print it. */
  scrub(text: string): string
}

export interface GitAddressOptions {
  readonly url: string
  readonly token?: Secret | undefined
}

/** Throws `invalid-argument` for a URL that git could take for something else. */
export function parseGitAddress({ url, token }: GitAddressOptions): GitAddress {
  if (url === '' || url.startsWith('-') || /[\u0000-\u001f\u007f]/.test(url)) {
    throw new DroverError(`repository ${JSON.stringify(url)}: is no address of a git repository`, {
      reason: 'invalid-argument',
      hint: 'Give a URL such as https://github.com/OWNER/NAME, or the path of a local repository.',
    })
  }
  const web = parseWebUrl(url)
  const secrets =
    web === undefined || web.password === '' ? [] : [web.password, decodeURIComponent(web.password)]
  const basic = token === undefined ? undefined : encodeBasic(token)
  if (token !== undefined) secrets.push(token.reveal(), encodeURIComponent(token.reveal()), basic ?? '')
  const carriesToken = basic !== undefined && web !== undefined && isSafeForToken(web.href)
  return {
    url: web === undefined && !isOtherUrl(url) ? resolve(url) : url,
    shown: shownUrl(url, web),
    settings: carriesToken ? tokenSettings(web.origin, basic) : [],
    withheld: basic !== undefined && web !== undefined && !carriesToken,
    scrub: (text) => scrubText(text, secrets),
  }
}

function tokenSettings(origin: string, basic: string): readonly (readonly [string, string])[] {
  const key = `http.${origin}/.extraheader`
  // The empty value drops a header that the user's own settings add: GitHub answers 400 to two headers.
  return [
    [key, ''],
    [key, `AUTHORIZATION: basic ${basic}`],
    ['credential.helper', ''],
  ]
}

function parseWebUrl(url: string): URL | undefined {
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url) : undefined
}

/** `ssh://…`, or `HOST:PATH` as scp writes it. */
function isOtherUrl(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(url) || /^[^/]+:/.test(url)
}

function shownUrl(url: string, web: URL | undefined): string {
  if (web === undefined) return url
  const shown = new URL(web)
  shown.username = ''
  shown.password = ''
  return shown.href
}

function encodeBasic(token: Secret): string {
  return Buffer.from(`x-access-token:${token.reveal()}`).toString('base64')
}

// The longest secret comes first: replacing a shorter one inside it would leave the rest readable.
function scrubText(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.replaceAll(secret, '***'), text)
}
