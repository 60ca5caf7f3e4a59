/**
 * Every moment of a transaction at which something on the machine is about to
 * change, in order. The scripts name them (`point NAME`); the crash tests stop
 * a run at each of them and harm it there.
 */
export const points = [
  { name: 'receive', changes: 'the archive is unpacked below /var/lib/drover' },
  { name: 'lock', changes: 'holder and token are written' },
  { name: 'prepare', changes: 'owners and modes of the staged tree' },
  { name: 'validate', changes: 'nothing: validators run over the staged tree' },
  { name: 'stage', changes: 'folders are made, files appear beside their targets' },
  { name: 'keep', changes: 'old files are linked into the undo' },
  { name: 'unstage', changes: 'nothing was swapped; what was staged is about to be taken away' },
  { name: 'arm', changes: 'the transaction becomes current, the watch is set' },
  { name: 'swap', changes: 'the first file is about to be renamed into place' },
  { name: 'swap-next', changes: 'some files are new, some are old' },
  { name: 'swap-link', changes: 'new files are in place, a link is about to be switched' },
  { name: 'swapped', changes: 'all files and links are new, nothing has followed yet' },
  { name: 'follow', changes: 'a follow-up is about to run' },
  { name: 'check', changes: 'a check is about to run' },
  { name: 'confirm', changes: 'the machine waits for the confirmation' },
  { name: 'commit', changes: 'confirmed; the change is about to be made to last' },
  { name: 'committed', changes: 'the change lasts; the rest is tidying' },
  { name: 'revert', changes: 'the old links and files are about to return, links first' },
  { name: 'revert-next', changes: 'some of the old links and files are back' },
  { name: 'reverted', changes: 'the old links and files are back, nothing has followed yet' },
] as const

export type PointName = (typeof points)[number]['name']
