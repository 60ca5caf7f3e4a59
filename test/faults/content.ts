import { createHash } from 'node:crypto'

/** File on the branch of the harness with the desired symlinks, see `plantLinks`. */
export const linksFile = 'links.json'

/** What a path holds: the SHA-256 of its bytes, or `-` when nothing is there. */
export type State = ReadonlyMap<string, string>

interface Managed {
  readonly destination: string
  /** The real path, which is another one where the destination is a symlink. */
  readonly target: string
  readonly lines: number
  readonly keys?: string
  /** Only in versions with this remainder modulo 2: from one version to the next it appears or goes. */
  readonly parity?: 0 | 1
}

const managed: readonly Managed[] = [
  {
    destination: '/srv/app/a.conf',
    target: '/srv/app/a.conf',
    lines: 3,
    keys: `    validate: test ! -e /run/drover-faults/invalid
    after:
      command: test ! -e /run/drover-faults/unfollowed
`,
  },
  { destination: '/srv/app/big.conf', target: '/srv/app/big.conf', lines: 2500 },
  { destination: '/srv/link.conf', target: '/srv/real/link.conf', lines: 40 },
  { destination: '/etc/faults.conf', target: '/etc/faults.conf', lines: 5, keys: '    mode: "0640"\n' },
  // In the release that the symlink of the code leads to.
  { destination: '/srv/code/site.conf', target: '/srv/code/site.conf', lines: 3 },
  { destination: '/srv/app/odd/one.conf', target: '/srv/app/odd/one.conf', lines: 2, parity: 1 },
  { destination: '/srv/even/two.conf', target: '/srv/even/two.conf', lines: 2, parity: 0 },
]

/** A symlink of Drover's own, which leads to another release in each version. A release holds only this file before. */
export const code = {
  path: '/srv/code',
  payload: '/srv/code/payload',
  releaseOf: (version: number): string => `/srv/code.releases/v${version}`,
  payloadOf: (version: number): string => `payload of version ${version}\n`.repeat(500),
} as const

/** Real paths of all files that any version has. */
export const targets = [...managed.map(({ target }) => target), code.payload]

/** The symlink that must stay a symlink. */
export const link = { path: '/srv/link.conf', target: '/srv/real/link.conf' } as const

/** Every folder in which something is staged. */
export const folders = [
  ...new Set([...targets, code.path].map((path) => path.slice(0, path.lastIndexOf('/')))),
]

export function stateOf(version: number): State {
  return new Map([
    ...managed.map((file): [string, string] => [
      file.target,
      isIn(file, version) ? hash(textOf(file, version)) : '-',
    ]),
    [code.payload, hash(code.payloadOf(version))],
  ])
}

/** The files of the config branch that make a machine serve this version. */
export function treeOf(version: number): Readonly<Record<string, string>> {
  const files = managed.filter((file) => isIn(file, version))
  const folder = 'config/machines/lo-1'
  const manifest = files.map(
    ({ destination, keys = '' }) =>
      `  - destination: ${destination}\n    source: ${sourceOf(destination)}\n${keys}`,
  )
  return {
    [`${folder}/files.yml`]: `files:\n${manifest.join('')}`,
    [linksFile]: JSON.stringify([
      {
        path: code.path,
        to: code.releaseOf(version),
        kind: 'code',
        name: 'code',
        label: `version ${version}`,
        after: [],
        from: { file: linksFile },
      },
    ]),
    ...Object.fromEntries(
      files.map((file) => [`${folder}/${sourceOf(file.destination)}`, textOf(file, version)]),
    ),
  }
}

/** What `/var/lib/drover/files` says when this version is in place. */
export function managedAt(version: number): readonly string[] {
  const files = managed.filter((file) => isIn(file, version)).map(({ destination }) => destination)
  return [...files.sort(), `link ${code.path}`]
}

export function hash(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function isIn({ parity }: Managed, version: number): boolean {
  return parity === undefined || version % 2 === parity
}

function sourceOf(destination: string): string {
  return destination.slice(1).replaceAll('/', '-')
}

/** Every line names the version: two versions share no line. */
function textOf({ destination, lines }: Managed, version: number): string {
  return Array.from({ length: lines }, (_, line) => `${destination} version ${version} line ${line}\n`).join(
    '',
  )
}
