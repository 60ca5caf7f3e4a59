import type { Wrong } from './wrong.js'

const schemes = { code: ['https', 'http', 'ssh', 'git', 'file'], artifact: ['https', 'http'] } as const

/** Why a URL must not be given to git (`code`) or be fetched (`artifact`); undefined when it may. */
export function findWrongUrl(url: string, use: keyof typeof schemes): Wrong | undefined {
  const hint =
    use === 'code'
      ? 'write an https, http, ssh, git or file URL, or user@host:path'
      : 'write an https or http URL'
  // git runs NAME:: as a program, and a command takes anything that begins with "-" for an option.
  if (url.length > 2000 || url.startsWith('-') || /[\0-\x20\x7f\\]|^[A-Za-z0-9+.-]*::/.test(url)) {
    return { message: 'is not a URL that may be used', hint }
  }
  const { scheme, rest = '' } =
    /^(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):\/\/(?<rest>.*)$/s.exec(url)?.groups ?? {}
  if (scheme === undefined) {
    return use === 'code' && isScpLike(url) ? undefined : { message: 'is not a URL', hint }
  }
  if (!schemes[use].some((known) => known === scheme)) {
    return { message: `has the scheme "${scheme}", which may not be used`, hint }
  }
  return findWrongRest({ scheme, rest, hint, use })
}

function findWrongRest({
  scheme,
  rest,
  hint,
  use,
}: {
  readonly scheme: string
  readonly rest: string
  readonly hint: string
  readonly use: keyof typeof schemes
}): Wrong | undefined {
  const authority = rest.split(/[/?#]/, 1)[0] ?? ''
  const at = authority.lastIndexOf('@')
  const [user, host] = at < 0 ? ['', authority] : [authority.slice(0, at), authority.slice(at + 1)]
  if (scheme === 'file') return /^\/./.test(rest) ? undefined : { message: 'names no absolute path', hint }
  if (host === '' || host.startsWith('-') || user.startsWith('-')) return { message: 'names no host', hint }
  const isHttp = scheme === 'https' || scheme === 'http'
  if (user.includes(':') || (isHttp && at >= 0)) {
    const way = use === 'code' ? ', name it in "credentials" and add "via: push"' : ''
    return {
      message: 'holds credentials, which flock.yml must not',
      hint: `make it a secret${way}`,
      isSecret: true,
    }
  }
  return undefined
}

/** git's own rule: there is no slash before the first colon. */
function isScpLike(url: string): boolean {
  return /^(?:[A-Za-z0-9_.][A-Za-z0-9_.-]*@)?(?:[A-Za-z0-9_.][A-Za-z0-9_.-]*|\[[0-9A-Fa-f:.]+\]):(?!-)[^:].*$/.test(
    url,
  )
}
