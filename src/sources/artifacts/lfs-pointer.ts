/** The text that is kept in git in place of a large file (git-lfs, docs/spec.md). */
export interface LfsPointer {
  /** SHA-256, hex. */
  readonly oid: string
  readonly size: number
}

/**
 * Parses a pointer. Undefined for a file that is none; `broken` for a file that begins as one and breaks the
 * specification: keys in order, one space, line feeds only, no other kind of id, no extensions.
 */
export function parseLfsPointer(bytes: Buffer): LfsPointer | 'broken' | undefined {
  if (bytes.subarray(0, opening.length).toString('latin1') !== opening) return undefined
  if (bytes.length >= maxBytes) return 'broken'
  const [, oid, size] = whole.exec(bytes.toString('latin1')) ?? []
  if (oid === undefined || !Number.isSafeInteger(Number(size))) return 'broken'
  return { oid, size: Number(size) }
}

/** The pointer as git-lfs writes it. */
export function encodeLfsPointer({ oid, size }: LfsPointer): string {
  return `${opening}v1\noid sha256:${oid}\nsize ${size}\n`
}

const opening = 'version https://git-lfs.github.com/spec/'
const whole =
  /^version https:\/\/git-lfs\.github\.com\/spec\/v1\noid sha256:([0-9a-f]{64})\nsize (0|[1-9]\d*)\n$/
const maxBytes = 1024
