import { isUtf8 } from 'node:buffer'
import { z } from 'zod'
import { DroverError, type Problem } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import type { JsonObject } from '../base/json.js'
import { outcomeKinds } from '../base/outcome.js'
import { type ReasonCode, reasons } from '../base/reasons.js'
import type { Tree } from '../base/tree.js'
import type { TreeChange } from '../events/record.js'
import type { AppliedState, CertificateRecord, MachineEntry } from './ledger.js'

/** `machines/NAME/REST`, or the machine's folder itself when `rest` is empty. */
export function machinePath(name: string, rest = ''): string {
  return rest === '' ? `machines/${name}` : `machines/${name}/${rest}`
}

/** The text of `machine.json`: sorted keys, two spaces, a newline at the end. */
export function encodeIdentity(identity: Identity): string {
  return encodeSorted(identitySchema.parse(identity))
}

/** The text of `state.json`, in the form of `encodeIdentity`. */
export function encodeState(state: AppliedState): string {
  return encodeSorted(stateSchema.parse(state))
}

/** Throws `invalid-ledger` naming `file`. Keys that this version does not know are left out. */
export function parseIdentity(text: string, file: string): Identity {
  return parseFile(text, { file, schema: identitySchema })
}

/** Throws `invalid-ledger` naming `file`. Keys that this version does not know are left out. */
export function parseState(text: string, file: string): AppliedState {
  return parseFile(text, { file, schema: stateSchema })
}

/** Throws `invalid-ledger` naming `file`. */
export function parseLaunch(text: string, file: string): JsonObject {
  return parseFile(text, { file, schema: z.record(z.string(), z.json()) })
}

/** `machine.json` as a change of a record. */
export function putIdentity(name: string, identity: Identity): TreeChange {
  return {
    kind: 'put',
    path: machinePath(name, 'machine.json'),
    mode: '100644',
    bytes: Buffer.from(encodeIdentity(identity)),
  }
}

/** `launch.json` as a change of a record. */
export function putLaunch(name: string, intent: JsonObject): TreeChange {
  return {
    kind: 'put',
    path: machinePath(name, 'launch.json'),
    mode: '100644',
    bytes: Buffer.from(encodeSorted(intent)),
  }
}

/** Throws `invalid-ledger` naming `file`. Keys that this version does not know are left out. */
export function parseCertificate(text: string, file: string): CertificateRecord {
  return parseFile(text, { file, schema: certificateSchema })
}

/** `certificate.json` as a change of a record. */
export function putCertificate(name: string, certificate: CertificateRecord): TreeChange {
  return {
    kind: 'put',
    path: machinePath(name, 'certificate.json'),
    mode: '100644',
    bytes: Buffer.from(encodeSorted(certificateSchema.parse(certificate))),
  }
}

/** The record of a terminated machine: `machines/M/terminated.json`. */
export interface Tombstone {
  readonly id: string
  readonly provider: string
  readonly region?: string
  /** Absent when the address was not known. */
  readonly address?: string
  /** UTC, ISO 8601. */
  readonly at: string
  /** Id of the run that terminated the machine. */
  readonly run: string
}

/** `terminated.json` as a change of a record. */
export function putTombstone(name: string, tombstone: Tombstone): TreeChange {
  return {
    kind: 'put',
    path: machinePath(name, 'terminated.json'),
    mode: '100644',
    bytes: Buffer.from(encodeSorted(tombstone)),
  }
}

export interface MachineFiles {
  /** Sorted by name, without machines that have none of the files. */
  readonly machines: ReadonlyMap<string, MachineEntry>
  /** One problem for each file that does not parse; its machine is listed without it. */
  readonly problems: readonly Problem[]
}

/** All `machine.json`, `launch.json`, `state.json` and `certificate.json` of a tree. */
export function parseMachineFiles(tree: Tree): MachineFiles {
  const machines = new Map<string, MachineEntry>()
  const problems: Problem[] = []
  const paths = [...tree.keys()].filter((path) => machineFile.test(path)).sort()
  for (const path of paths) {
    const [, name = '', file] = machineFile.exec(path) ?? []
    const bytes = tree.get(path)?.bytes ?? Buffer.alloc(0)
    try {
      machines.set(name, { ...machines.get(name), ...partOf(file, { text: textOf(bytes, path), path }) })
    } catch (error) {
      if (!(error instanceof DroverError)) throw error
      problems.push({
        message: error.message,
        reason: error.reason,
        at: { file: path },
        hint: error.hint ?? '',
      })
    }
  }
  return { machines, problems }
}

const machineFile = /^machines\/([^/]+)\/(machine|launch|state|certificate)\.json$/

function partOf(
  file: string | undefined,
  { text, path }: { readonly text: string; readonly path: string },
): MachineEntry {
  if (file === 'machine') return { identity: parseFile(text, { file: path, schema: lenientIdentitySchema }) }
  if (file === 'launch') return { launch: parseLaunch(text, path) }
  if (file === 'state') return { state: parseState(text, path) }
  return { certificate: parseCertificate(text, path) }
}

const line = z.string().min(1)

const runSchema = z.object({
  id: line,
  attempt: z.int().min(1),
  actor: z.string(),
  url: z.string().exactOptional(),
})

const identitySchema = z.object({
  provider: line,
  id: line,
  address: line,
  port: z.int().min(1).max(65_535),
  user: line,
  hostKeys: z.array(line).min(1),
  revokedKeys: z.array(line).exactOptional(),
  region: line.exactOptional(),
  dns: z.object({ provider: line, name: line }).exactOptional(),
  createdAt: line,
  createdBy: line,
})

/** A machine that lost its pins must not keep the flock from being read: only a session with that machine is refused. */
const lenientIdentitySchema = identitySchema.extend({ hostKeys: z.array(line).default([]) })

const stateSchema = z.object({
  config: line,
  digest: line,
  operation: line,
  outcome: z.enum(outcomeKinds),
  reason: z.custom<ReasonCode>((value) => typeof value === 'string' && Object.hasOwn(reasons, value), {
    message: 'Invalid reason code',
  }),
  run: runSchema,
  time: line,
  code: z.record(z.string(), line).exactOptional(),
  baseline: z.record(z.string(), line).exactOptional(),
})

const certificateSchema = z.object({
  from: z.enum(['acme', 'secret', 'self-signed']),
  names: z.array(line).min(1),
  notBefore: z.iso.datetime(),
  notAfter: z.iso.datetime(),
  serial: line,
  issuer: z.string(),
  acme: line.exactOptional(),
  lineage: line.exactOptional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  orderedAt: z.iso.datetime().exactOptional(),
})

function textOf(bytes: Buffer, file: string): string {
  if (!isUtf8(bytes)) throw corrupt(file, { what: 'is not UTF-8 text' })
  return bytes.toString('utf8')
}

function parseFile<T>(text: string, { file, schema }: { file: string; schema: z.ZodType<T> }): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw corrupt(file, { what: 'is not JSON', cause })
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.map((issue) => `${issue.path.join('.') || 'document'}: ${issue.message}`)
  throw corrupt(file, { what: issues.join('; '), cause: result.error })
}

function corrupt(file: string, { what, cause }: { what: string; cause?: unknown }): DroverError {
  return new DroverError(`${file}: cannot be read: ${what}`, {
    reason: 'invalid-ledger',
    at: { file },
    hint: `Restore the last good version: "git log -- ${file}" on the config branch shows them.`,
    cause,
  })
}

function encodeSorted(value: object): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
