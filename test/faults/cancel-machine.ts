import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { flockFolder } from '../../src/providers/local/machine-files.js'
import type { Made } from './cancel-account.ts'
import type { CancelLane } from './cancel-lane.ts'
import { findInit } from './machine-init.ts'

const run = promisify(execFile)

export interface Inside {
  /** The remains of the power-off timer, in words; empty: none. */
  readonly timer: string
  /** The host key that it shows to whoever connects. */
  readonly hostKey: string
}

/** The machine of an instance as it is; undefined when it does not run. */
export async function lookInside({ aws }: CancelLane, { id, address }: Made): Promise<Inside | undefined> {
  const pid = join(flockFolder(aws.hypervisor?.stateDir ?? '', 'aws'), id, 'pid')
  if (!existsSync(pid) || !(await aws.hypervisor?.running())?.includes(id)) return undefined
  const init = findInit(Number(readFileSync(pid, 'utf8')))
  const script = `systemctl show --property=LoadState,ActiveState drover-expiry.timer drover-expiry.service |
  grep -v -e '^$' -e '^LoadState=not-found$' -e '^ActiveState=inactive$'
find /etc/systemd /run/systemd -name '*drover-expiry*'; true`
  const looked = await run('nsenter', ['-t', String(init), '-m', '-p', '--', 'sh', '-c', script])
  return { timer: looked.stdout.trim().replaceAll('\n', ', '), hostKey: await scanHostKey(address) }
}

/** A machine that has just been started, or whose sshd reads its key again, may need a moment. */
async function scanHostKey(address: string): Promise<string> {
  const untilMs = performance.now() + 60_000
  for (;;) {
    const scanned = await run('ssh-keyscan', ['-t', 'ed25519', '-T', '10', address]).catch(() => undefined)
    const hostKey = /^\S+ (ssh-ed25519 \S+)/m.exec(scanned?.stdout ?? '')?.[1]
    if (hostKey !== undefined || performance.now() > untilMs) return hostKey ?? ''
    await sleep(500)
  }
}
