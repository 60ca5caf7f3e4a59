import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import type { Lane } from './lane.ts'

const filler = 'filler'

/** Puts a folder of the machine on a small file system, with all that is in it; readers see no difference. */
export async function shrink(lane: Lane, folder: string): Promise<void> {
  await lane.inside(
    `set -e; mkdir -p /mnt/small
mount -t tmpfs -o "size=2m,mode=$(stat -c %a "$1")" drover /mnt/small
cp -a "$1/." /mnt/small/
mount --bind /mnt/small "$1"
umount /mnt/small`,
    folder,
  )
}

export function fill(lane: Lane, folder: string): void {
  const file = openSync(lane.path(`${folder}/${filler}`), 'w')
  const chunk = Buffer.alloc(4096)
  try {
    while (writeSync(file, chunk) > 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(file)
  }
}

export function makeRoom(lane: Lane, folder: string): void {
  rmSync(lane.path(`${folder}/${filler}`), { force: true })
}

/** Back to the disk that is below, which gets what is there now first. */
export async function unshrink(lane: Lane, folder: string): Promise<void> {
  await lane.inside(
    `set -e; mkdir -p /mnt/below
mount --bind "$(dirname "$1")" /mnt/below
below="/mnt/below/$(basename "$1")"
find "$below" -mindepth 1 -delete
cp -a "$1/." "$below/"
umount -l "$1"
umount /mnt/below`,
    folder,
  )
}
