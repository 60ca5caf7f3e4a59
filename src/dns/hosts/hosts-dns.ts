import { access, constants, readFile, realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sha256 } from '../../base/digest.js'
import { DroverError } from '../../base/errors.js'
import { programText } from '../../programs/program.js'
import { runAsRoot, runAsSelf } from '../../system/as-root.js'
import type { Dns, DnsRecord } from '../dns.js'
import { type HostsText, pointLines, removeLines } from './hosts-lines.js'

export interface HostsOptions {
  /** Written beside each line of this flock. Lines of others are never changed. */
  readonly flock: string
  /** By default `/etc/hosts`. */
  readonly path?: string
  readonly signal?: AbortSignal
}

/** More attempts than there are processes that could change the file in between. */
const tries = 50
const scriptMs = 30_000

/** The hosts file of this computer, whose names only this computer knows. Needs root, or sudo without a password. */
export function makeHostsDns({ flock, path = '/etc/hosts', signal }: HostsOptions): Dns {
  /** Reads, decides and replaces, and starts again when another process changed the file in between. False: there was nothing to change. */
  const edit = async (name: string, decide: (text: HostsText) => string | undefined): Promise<boolean> => {
    for (let count = 1; count <= tries; count += 1) {
      const bytes = await read(path)
      const text = decide({ text: bytes?.toString('latin1') ?? '', flock })
      if (text === undefined) return false
      const run = (await canReplace(path)) ? runAsSelf : runAsRoot
      const said = await run({
        subject: `"${path}"`,
        rootHint:
          'Run it as root, or allow this user sudo without a password. Or take another DNS than "hosts".',
        failure: `hosts: "${name}": "${path}" could not be written`,
        reason: 'dns-failed',
        script: programText('dns/replace-hosts.sh'),
        args: [path, bytes === undefined ? 'absent' : sha256(bytes)],
        stdin: Buffer.from(text, 'latin1'),
        timeoutMs: scriptMs,
        signal,
      })
      if (said.trim() === 'replaced') return true
    }
    throw new DroverError(`hosts: "${name}": "${path}" was changed by others ${tries} times meanwhile`, {
      reason: 'dns-failed',
      hint: 'Find out what keeps changing the file, then run it again.',
    })
  }

  let last: Promise<unknown> = Promise.resolve()
  /** Lets the machines of one run take turns: at once, each would make the others read the file again. */
  const inTurn = async (work: () => Promise<boolean>): Promise<boolean> => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }

  return {
    name: 'hosts',
    point: async (record) => inTurn(() => edit(record.name, (text) => pointedText(text, { record, path }))),
    remove: async (record) => inTurn(() => edit(record.name, (text) => removeLines(text, record))),
  }
}

interface Pointing {
  readonly record: DnsRecord
  readonly path: string
}

function pointedText(text: HostsText, { record, path }: Pointing): string | undefined {
  const pointed = pointLines(text, record)
  if (pointed.kind === 'taken') {
    throw new DroverError(
      `hosts: "${record.name}": line ${pointed.line} of "${path}" gives it another address: ${pointed.by}`,
      { reason: 'dns-failed', hint: 'Remove that line, or give the machine another name.' },
    )
  }
  return pointed.kind === 'same' ? undefined : pointed.text
}

async function read(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new DroverError(`hosts: "${path}" cannot be read: ${code ?? message}`, {
      reason: 'dns-failed',
      cause,
    })
  }
}

/** Whether this user can replace the file: a new file takes its place, and only root can give that to another owner. */
async function canReplace(path: string): Promise<boolean> {
  const target = await realpath(path).catch(() => path)
  const owner = await stat(target).then(
    ({ uid }) => uid,
    () => undefined,
  )
  const folder = await access(dirname(target), constants.W_OK).then(
    () => true,
    () => false,
  )
  return folder && (owner === undefined || owner === process.getuid?.())
}
