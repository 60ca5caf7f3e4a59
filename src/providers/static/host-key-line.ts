/** A line of a public key, or its fault. `fault` quotes nothing of the line, which may be a private key. */
export type HostKeyLine = { readonly key: string } | { readonly fault: string }

const types = ['ssh-ed25519', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521', 'ssh-rsa']

/** Reads `TYPE BASE64 [comment]`, the public key format of OpenSSH (sshd(8)); drops the comment. */
export function readHostKeyLine(line: string): HostKeyLine {
  if (line.includes('PRIVATE KEY')) return { fault: 'is a private key: give the public one' }
  const [type = '', base64 = ''] = line.trim().split(/\s+/)
  if (/[\r\n]/.test(line.trim())) return { fault: 'has more than one line' }
  if (!types.includes(type)) {
    return types.includes(base64)
      ? { fault: 'begins with something before the type of the key' }
      : { fault: `does not begin with a type of host key: ${types.join(', ')}` }
  }
  const blob = Buffer.from(base64, 'base64')
  if (blob.length === 0 || blob.toString('base64') !== base64) return { fault: 'is not whole: bad base64' }
  const fields = readFields(blob)
  if (fields === undefined || fields.length < 2) return { fault: 'is not whole' }
  if (fields[0]?.toString('latin1') !== type) return { fault: 'is of another type than it says' }
  if (type === 'ssh-ed25519' && fields[1]?.length !== 32) return { fault: 'is not whole' }
  return { key: `${type} ${base64}` }
}

/** The strings of a key (RFC 4253, 6.6), or undefined if they do not fill it exactly. */
function readFields(blob: Buffer): readonly Buffer[] | undefined {
  const fields: Buffer[] = []
  for (let at = 0; at < blob.length; ) {
    if (at + 4 > blob.length) return undefined
    const end = at + 4 + blob.readUInt32BE(at)
    if (end > blob.length) return undefined
    fields.push(blob.subarray(at + 4, end))
    at = end
  }
  return fields
}
