import { run } from './lane.ts'

const table = 'drover_faults'

/** Rules that drop all packets from and to the addresses in a set, which is empty at first. */
export async function prepareCuts(): Promise<void> {
  await clearCuts()
  await run('nft', [
    `add table ip ${table}
add set ip ${table} cut { type ipv4_addr; }
add chain ip ${table} from { type filter hook input priority -10; }
add chain ip ${table} to { type filter hook output priority -10; }
add rule ip ${table} from ip saddr @cut drop
add rule ip ${table} to ip daddr @cut drop`,
  ])
}

export async function cutLink(address: string): Promise<void> {
  await run('nft', ['add', 'element', 'ip', table, 'cut', `{ ${address} }`])
}

/** Does nothing when it is not cut. */
export async function restoreLink(address: string): Promise<void> {
  await run('nft', ['delete', 'element', 'ip', table, 'cut', `{ ${address} }`]).catch(() => undefined)
}

export async function clearCuts(): Promise<void> {
  await run('nft', ['delete', 'table', 'ip', table]).catch(() => undefined)
}
