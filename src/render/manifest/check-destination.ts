/** Files that Drover itself writes, after all others. */
const reserved = ['/etc/drover/stamp.json', '/etc/drover/stamp.env']
const forbidden = ['/proc', '/sys', '/dev', '/run/drover']

export interface Wrong {
  readonly message: string
  readonly hint?: string
}

/** Why no file may be put at or captured from a path; undefined when one may. */
export function findWrongDestination(path: string): Wrong | undefined {
  const shown = JSON.stringify(path)
  if (/[\0-\x1f\x7f-\x9f\u2028\u2029]/.test(path)) {
    return { message: `destination ${shown} holds a control character` }
  }
  if (!path.startsWith('/'))
    return { message: `destination ${shown} is not absolute`, hint: 'begin it with "/"' }
  if (path === '/') return { message: 'destination "/" is the whole machine' }
  if (
    path
      .slice(1)
      .split('/')
      .some((part) => part === '' || part === '.' || part === '..')
  ) {
    return {
      message: `destination ${shown} is not normalised`,
      hint: 'leave out ".", "..", "//" and a "/" at the end',
    }
  }
  const taken = forbidden.find((folder) => path === folder || isBelow(path, folder))
  if (taken !== undefined)
    return { message: `destination ${shown} is not a file that can be kept: "${taken}" is the system's own` }
  if (reserved.some((file) => path === file || isBelow(path, file))) {
    return { message: `destination ${shown} is reserved: Drover writes its stamp there` }
  }
  return undefined
}

/** Whether a file at the path would be in the place of a folder that Drover needs. */
export function isAboveReserved(path: string): boolean {
  return [...reserved, ...forbidden].some((file) => isBelow(file, path))
}

/** The path in `others` that is a folder above `path`, if there is one. */
export function findFolderAbove(path: string, others: ReadonlySet<string>): string | undefined {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, end)
    if (others.has(folder)) return folder
  }
  return undefined
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`)
}
