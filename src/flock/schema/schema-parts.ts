import type * as z from 'zod'
import type { DataPath } from '../yaml/yaml-lookup.js'
import { certificateSchema } from './certificate-schema.js'
import { artifactSchema, codeSchema } from './code-schema.js'
import {
  dnsKeys,
  environmentSchema,
  flockSchema,
  groupSchema,
  machineSchema,
  sshKeys,
  toolkitGroupSchema,
  toolkitSchema,
} from './schema.js'

/** The schemas that one kind of file is checked against. */
export interface FileSchema {
  readonly top: typeof flockSchema | typeof toolkitSchema
  readonly group: typeof groupSchema | typeof toolkitGroupSchema
}

export const flockFile: FileSchema = { top: flockSchema, group: groupSchema }
export const toolkitFile: FileSchema = { top: toolkitSchema, group: toolkitGroupSchema }

/** Keys that the map at a path may have. */
export function knownKeys(parent: DataPath, file: FileSchema): readonly string[] {
  const { within, rest } = splitLayer(parent)
  const [part] = rest
  if (part === undefined) return Object.keys(layerSchema(within, file).shape)
  if (part === 'ssh') return sshKeys
  if (part === 'dns') return dnsKeys
  if (part === 'certificate') return Object.keys(certificateSchema.shape)
  return Object.keys((part === 'code' ? codeSchema : artifactSchema).shape)
}

/** The kind of thing that the key at the end of a path names, and the rule for its name. */
export function namedPart(
  path: DataPath,
  file: FileSchema,
): { readonly what: string; readonly schema?: z.ZodType } {
  const { within, rest } = splitLayer(path)
  if (rest.length === 0) {
    const what = within === 'groups' ? 'group' : within === 'environments' ? 'environment' : 'machine'
    return { what: `a ${what}`, schema: layerSchema(within, file) }
  }
  if (rest[0] === 'code') return { what: 'code', schema: codeSchema }
  if (rest[0] === 'artifacts') return { what: 'an artifact', schema: artifactSchema }
  return { what: 'a check' }
}

/** Whether a path leads to follow-ups. */
export function isFollowUps(path: DataPath): boolean {
  const { rest } = splitLayer(path)
  return rest[2] === 'after' && (rest[0] === 'code' || rest[0] === 'artifacts')
}

type Within = 'flock' | 'groups' | 'machines' | 'environments'

/** The layer that a path leads into, and the way from there. */
function splitLayer(path: DataPath): { readonly within: Within; readonly rest: DataPath } {
  const [first] = path
  const within = (['groups', 'machines', 'environments'] as const).find((name) => name === first)
  return within === undefined || path.length === 1
    ? { within: 'flock', rest: path }
    : { within, rest: path.slice(2) }
}

function layerSchema(within: Within, { top, group }: FileSchema): z.ZodObject {
  if (within === 'flock') return top
  if (within === 'groups') return group
  return within === 'machines' ? machineSchema : environmentSchema
}
