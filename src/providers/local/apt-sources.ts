import type { Mirror } from './debian-root.js'

/** One `deb` line of apt's configuration, or one combination of a deb822 stanza (sources.list(5)). */
interface AptSource {
  readonly uri: string
  readonly suite: string
  readonly components: readonly string[]
  /** Keyring that must have signed the source; empty if none is named. */
  readonly signedBy: string
}

export interface SourceFile {
  /** `.list` for one line each, `.sources` for deb822. */
  readonly name: string
  readonly text: string
}

/**
 * The mirror that this Debian computer uses for Debian itself, for a root of `suite`.
 * Empty if a machine could not use the mirror, such as a disc or a list of mirrors.
 */
export function hostMirror(files: readonly SourceFile[], { codename, suite }: Suites): Mirror {
  const debian = files.flatMap(parseSourceFile).filter(isDebian)
  const uriOf = (desired: string): string | undefined => best(debian.filter((one) => one.suite === desired))
  const mirror = uriOf(codename)
  if (mirror === undefined) return { mirror: '', sources: '' }
  const updates = uriOf(`${codename}-updates`)
  const security = uriOf(`${codename}-security`)
  const lines = [
    `deb ${mirror} ${suite} main`,
    ...(updates === undefined ? [] : [`deb ${updates} ${suite}-updates main`]),
    ...(security === undefined ? [] : [`deb ${security} ${suite}-security main`]),
  ]
  return { mirror, sources: `${lines.join('\n')}\n` }
}

interface Suites {
  /** Suite of this computer. */
  readonly codename: string
  /** Suite of the root. */
  readonly suite: string
}

function parseSourceFile({ name, text }: SourceFile): readonly AptSource[] {
  return name.endsWith('.sources') ? parseStanzas(text) : text.split('\n').flatMap(parseLine)
}

// Other vendors publish suites with Debian's names. Debian's own sources name Debian's
// keyring, or none.
function isDebian({ uri, components, signedBy }: AptSource): boolean {
  return (
    /^https?:/.test(uri) &&
    components.includes('main') &&
    (signedBy === '' || signedBy.includes('debian-archive'))
  )
}

function best(sources: readonly AptSource[]): string | undefined {
  const signed = sources.find(({ signedBy }) => signedBy !== '')
  const named = sources.find(({ uri }) => /\/debian(-security)?\/?$/.test(uri))
  return (signed ?? named ?? sources[0])?.uri
}

function parseLine(line: string): readonly AptSource[] {
  const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+([^#]+)/.exec(line)
  if (match === null) return []
  const [, options = '', uri = '', suite = '', components = ''] = match
  const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1] ?? ''
  return [{ uri, suite, components: components.trim().split(/\s+/), signedBy }]
}

function parseStanzas(text: string): readonly AptSource[] {
  const lines = text.split('\n').filter((line) => !line.startsWith('#'))
  const stanzas = lines.join('\n').split(/\n\s*\n/)
  return stanzas.flatMap((stanza) => {
    const field = (name: string): string =>
      new RegExp(`^${name}:((?:.*)(?:\\n[ \\t].*)*)`, 'im').exec(stanza)?.[1]?.trim() ?? ''
    const words = (name: string): readonly string[] => field(name).split(/\s+/).filter(Boolean)
    if (!words('Types').includes('deb') || field('Enabled') === 'no') return []
    return words('URIs').flatMap((uri) =>
      words('Suites').map((suite) => ({
        uri,
        suite,
        components: words('Components'),
        signedBy: field('Signed-By'),
      })),
    )
  })
}
