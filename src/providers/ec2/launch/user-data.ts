import { programText } from '../../../programs/program.js'
import type { HostKey } from './host-key.js'

export interface UserDataInput {
  readonly machine: string
  readonly user: string
  readonly authorizedKeys: readonly string[]
  readonly hostKey: HostKey
  readonly makingMinutes: number
  /** The user's own cloud-config. */
  readonly extra?: string | undefined
}

/**
 * Renders the text that cloud-init reads on the first boot. Anybody on the machine can read it, so the host
 * key in it counts only until the first contact. With `extra` it is a MIME archive of both parts; Drover's
 * part comes first and its values win, while lists of both are joined.
 */
export function renderUserData(input: UserDataInput): string {
  const own = renderOwn(input)
  return input.extra === undefined ? own : joinParts(own, input.extra)
}

/** EC2's limit, 16 KiB before encoding. */
export const maxUserDataBytes = 16_384
/** Drover's part is shorter than this with one authorized key. */
const roomForOwn = 4096

/** What is wrong with the user's own cloud-config, completing `"user-data" …`; undefined when nothing is. */
export function userDataFault(extra: string): string | undefined {
  if (Buffer.byteLength(extra) > maxUserDataBytes - roomForOwn) {
    return `has more than ${maxUserDataBytes - roomForOwn} bytes`
  }
  const [first = ''] = extra.split('\n')
  if (first.startsWith('#!') || /^(?:content-type|mime-version):/i.test(first)) return 'is not cloud-config'
  if (
    first.startsWith('#') &&
    /^#(?:include|cloud-boothook|part-handler|template|cloud-config-)/.test(first)
  ) {
    return 'is not cloud-config'
  }
  // Such a key would change how the two parts are merged, and with that Drover's part.
  if (/^["']?merge_(?:how|type)["']?\s*:/m.test(extra)) return 'must not say how it is merged'
  if (extra.includes(boundary)) return `must not contain "${boundary}"`
  return undefined
}

const boundary = 'drover-part-6d1f8c52'

// JSON is YAML, and needs no rules for quoting.
function renderOwn({ machine, user, authorizedKeys, hostKey, makingMinutes }: UserDataInput): string {
  const config = {
    hostname: machine,
    preserve_hostname: false,
    ssh_deletekeys: true,
    ssh_keys: { ed25519_private: hostKey.privateKey, ed25519_public: `${hostKey.publicKey}\n` },
    ssh_pwauth: false,
    disable_root: user !== 'root',
    users: [loginUser(user, authorizedKeys)],
    bootcmd: [['sh', '-c', programText('ec2/arm-expiry.sh', { minutes: makingMinutes })]],
  }
  return `#cloud-config\n${JSON.stringify(config, null, 1)}\n`
}

function loginUser(user: string, authorizedKeys: readonly string[]): object {
  const access = { name: user, ssh_authorized_keys: authorizedKeys, lock_passwd: true }
  return user === 'root' ? access : { ...access, shell: '/bin/bash', sudo: 'ALL=(ALL) NOPASSWD:ALL' }
}

/** How cloud-init is to merge the second part: what is there stays, maps and lists grow (cloud-init, "Merging user data sections"). */
const merging = 'dict(no_replace,recurse_list)+list(append)+str()'

function joinParts(own: string, extra: string): string {
  const part = (text: string, more: readonly string[]): string =>
    [
      `--${boundary}`,
      'Content-Type: text/cloud-config; charset="utf-8"',
      'MIME-Version: 1.0',
      'Content-Transfer-Encoding: 8bit',
      ...more,
      '',
      text,
    ].join('\n')
  return [
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    'MIME-Version: 1.0',
    '',
    part(own, []),
    part(extra, [`Merge-Type: ${merging}`]),
    `--${boundary}--`,
    '',
  ].join('\n')
}
