import type { Wrong } from './problems/wrong.js'

/** Folders in which a flock must not place symlinks. */
const forbidden = ['/proc', '/sys', '/dev', '/run', '/boot', '/etc/drover', '/var/lib/drover']

/** Folders that every machine has. A symlink in place of one would break the machine. */
const system = [
  ...['/bin', '/boot', '/dev', '/etc', '/home', '/lib', '/lib32', '/lib64', '/libx32', '/media', '/mnt'],
  ...['/opt', '/proc', '/root', '/run', '/sbin', '/srv', '/sys', '/tmp', '/usr', '/var'],
  ...[
    '/usr/bin',
    '/usr/lib',
    '/usr/local',
    '/usr/local/bin',
    '/usr/sbin',
    '/usr/share',
    '/var/lib',
    '/var/log',
  ],
]

/** Why a symlink to code or to an artifact must not be at a path; undefined when it may. */
export function findWrongSymlinkPath(path: string): Wrong | undefined {
  if (/[\0-\x1f\x7f-\x9f\u2028\u2029]/.test(path)) {
    return { message: 'holds a control character', hint: 'leave it out' }
  }
  if (!path.startsWith('/')) return { message: 'is not an absolute path', hint: 'begin it with "/"' }
  if (path === '/' || system.includes(path)) {
    return { message: 'is a folder of the system', hint: 'name a path below it' }
  }
  const parts = path.slice(1).split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..')) {
    return { message: 'is not normalised', hint: 'leave out ".", "..", "//" and a "/" at the end' }
  }
  // The names of the files beside a symlink are up to 16 characters longer.
  if (path.length > 1000 || parts.some((part) => Buffer.byteLength(part) > 200)) {
    return { message: 'is too long', hint: 'use a shorter path' }
  }
  const taken = forbidden.find((folder) => path === folder || isBelow(path, folder))
  if (taken === undefined) return undefined
  return { message: `is reserved: "${taken}" belongs to Drover or to the system`, hint: 'use another path' }
}

/** Whether two paths are equal or one contains the other. */
export function overlaps(one: string, other: string): boolean {
  return one === other || isBelow(one, other) || isBelow(other, one)
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`)
}
