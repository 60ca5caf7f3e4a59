import type { Problem } from '../../base/errors.js'
import type { DesiredFile, DesiredSymlink } from '../../render/desired.js'
import type { Observed, ObservedPath } from '../commands/observe.js'
import { planSymlinkRemovals } from './plan-links.js'
import { relocateFiles, relocateSymlinks } from './relocate.js'

/** What stands where a file or a link should be and cannot be replaced by one. */
export function planProblems(
  { files, links }: { readonly files: readonly DesiredFile[]; readonly links: readonly DesiredSymlink[] },
  observed: Observed,
): readonly Problem[] {
  return [
    ...relocateFiles(files, links).flatMap((file) => fileProblem(file, observed.found.get(file.place))),
    ...relocateSymlinks(links).flatMap((link) => linkProblem(link, observed.found.get(link.place))),
    ...files.flatMap((file) => pathProblem(file, { links, observed })),
  ]
}

function fileProblem(file: DesiredFile, found: ObservedPath | undefined): readonly Problem[] {
  const type = found?.stat?.type ?? 'file'
  if (type === 'file') return []
  return [
    {
      message: `${file.destination}: a ${type === 'folder' ? 'folder' : 'device, socket, pipe or loop of links'} is there, and Drover replaces only files`,
      reason: 'command-failed',
      at: file.from,
      hint: 'Choose another destination, or move away what is there.',
    },
  ]
}

function linkProblem(
  { path, kind, name, from }: DesiredSymlink,
  found: ObservedPath | undefined,
): readonly Problem[] {
  if (found?.stat === undefined || found.link !== undefined) return []
  const { type } = found.stat
  return [
    {
      message: `${path}: a ${type === 'other' ? 'device, socket or pipe' : type} is there, and ${kind} ${name} is put there as a link, which replaces only links`,
      reason: 'command-failed',
      at: from,
      hint: `Move away what is there, for example to "${path}.before", or choose another path.`,
    },
  ]
}

/** One path cannot be both a file and a link, nor can a file lie below a link that is about to go. */
function pathProblem(
  { destination, from }: DesiredFile,
  { links, observed }: { readonly links: readonly DesiredSymlink[]; readonly observed: Observed },
): readonly Problem[] {
  const twice = links.find(({ path }) => path === destination)
  if (twice !== undefined) {
    return [
      {
        message: `${destination}: wanted both as a file and as the link of ${twice.kind} ${twice.name}`,
        reason: 'invalid-manifest',
        at: from,
        hint: 'Give one of them another path.',
      },
    ]
  }
  const gone = planSymlinkRemovals(links, observed).find(({ path }) =>
    `${destination}/`.startsWith(`${path}/`),
  )
  if (gone === undefined) return []
  return [
    {
      message: `${destination}: is at or below ${gone.path}, a link that Drover made and that nothing asks for any more`,
      reason: 'invalid-manifest',
      at: from,
      hint: 'Take the file out of its manifest as well; once the link is gone, it can be added again.',
    },
  ]
}
