import { z } from 'zod'

/** A user, group or unit. A shell or a program cannot take it for anything but a name. */
export const ownerPattern = /^(?!-)[a-zA-Z0-9_.@:-]+$/
export const ownerRule = 'only letters, digits and _ . @ : - are allowed, and no - at the start'

/** Permission bits. */
export const modePattern = /^[0-7]{3,4}$/
export const modeRule = 'three or four octal digits'

export const oneLine = z
  .string()
  .trim()
  .min(1, 'it is empty')
  .regex(/^[^\0-\x08\x0a-\x1f\x7f]*$/, 'it must be one line, without control characters')

/** Whether a path leads to something below the folder to which it is relative. */
export function isPathInside(path: string): boolean {
  if (/[\0-\x1f\x7f\\]/.test(path)) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}
