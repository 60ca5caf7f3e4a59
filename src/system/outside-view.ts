/** The answer of a web server, or why there was none. */
export type PageAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly text: string }
  /** `ECONNREFUSED`, `ETIMEDOUT` and other codes of Node. */
  | { readonly kind: 'silent'; readonly code: string }

export interface OutsideView {
  /** All IPv4 and IPv6 addresses of a name; none for a name that does not exist. Throws when no server answers. */
  addressesOf(name: string): Promise<readonly string[]>
  /** Requests `http://NAME/PATH` from this address at port 80, without following redirects. */
  page(place: { readonly name: string; readonly address: string; readonly path: string }): Promise<PageAnswer>
}

const patienceMs = 10_000
const maxBytes = 4096

/** Loads its libraries on the first call, because most runs never make one. With `nameServer` (`ADDRESS:PORT`), that one is asked in place of those of this computer. */
export function makeOutsideView({ nameServer }: { readonly nameServer: string | undefined }): OutsideView {
  return {
    addressesOf: nameServer ? (name) => askServer(name, nameServer) : askComputer,
    page: askPage,
  }
}

async function askComputer(name: string): Promise<readonly string[]> {
  const { lookup } = await import('node:dns/promises')
  const found = await lookup(name, { all: true }).catch(noneIfUnknown)
  return found.map(({ address }) => address)
}

async function askServer(name: string, server: string): Promise<readonly string[]> {
  const { Resolver } = await import('node:dns/promises')
  const resolver = new Resolver({ timeout: 2000, tries: 3 })
  resolver.setServers([server])
  const answers = await Promise.all([
    resolver.resolve4(name).catch(noneIfUnknown),
    resolver.resolve6(name).catch(noneIfUnknown),
  ])
  return answers.flat()
}

function noneIfUnknown(error: unknown): readonly never[] {
  if (codeOf(error) === 'ENOTFOUND' || codeOf(error) === 'ENODATA') return []
  throw error
}

const askPage: OutsideView['page'] = async ({ name, address, path }) => {
  const { request } = await import('node:http')
  return new Promise((resolve) => {
    const silent = (error: unknown): void => resolve({ kind: 'silent', code: codeOf(error) || String(error) })
    const asked = request(
      { host: address, port: 80, path, headers: { host: name }, timeout: patienceMs, agent: false },
      (response) => {
        let text = ''
        const end = (): void => resolve({ kind: 'answered', status: response.statusCode ?? 0, text })
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          text += part
          if (text.length <= maxBytes) return
          end()
          asked.destroy()
        })
        response.on('end', end)
        response.on('error', silent)
      },
    )
    asked.on('timeout', () => asked.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })))
    asked.on('error', silent)
    asked.end()
  })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
