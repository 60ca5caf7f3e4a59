import { DroverError } from '../../base/errors.js'
import type { FileOperation, PlannedCommit } from '../records/fold-records.js'
import { runPlumbing } from './git-process.js'

export interface Author {
  readonly name: string
  readonly email: string
}

export interface ImportOptions {
  readonly folder: string
  /** The commit that the first one follows. */
  readonly parent: string
  readonly author: Author
  readonly committedAtMs: number
}

/** Makes the commits in one process, each on top of the one before, and returns the id of the last one. */
export async function importCommits(
  commits: readonly PlannedCommit[],
  options: ImportOptions,
): Promise<string> {
  const stdin = encodeImport(commits, options)
  const output = await runPlumbing(['fast-import', '--quiet', '--force', '--done'], {
    folder: options.folder,
    stdin,
  })
  const commit = output.toString('latin1').trim()
  if (/^[0-9a-f]{40,64}$/.test(commit)) return commit
  throw new DroverError('"git fast-import": gave no commit', { reason: 'bug' })
}

/** The input of git-fast-import(1). Each commit is the mark of its place, counted from 1. */
function encodeImport(
  commits: readonly PlannedCommit[],
  { parent, author, committedAtMs }: Omit<ImportOptions, 'folder'>,
): Buffer {
  const person = `${identityPart(author.name)} <${identityPart(author.email)}>`
  const puts = commits.flatMap(({ operations }) => operations.filter((operation) => operation.kind === 'put'))
  const marks = new Map(puts.map((put, index) => [put, commits.length + 1 + index]))
  const blobs = [...marks].flatMap(([put, mark]) => [
    Buffer.from(`blob\nmark :${mark}\n`),
    ...encodeData(put.bytes),
  ])
  const chunks = commits.flatMap((commit, index) => [
    Buffer.from(
      [
        `commit ${scratchRef}`,
        `mark :${index + 1}`,
        `author ${person} ${seconds(commit.authoredAtMs)} +0000`,
        `committer ${person} ${seconds(committedAtMs)} +0000`,
        '',
      ].join('\n'),
    ),
    ...encodeData(Buffer.from(commit.message)),
    Buffer.from(`from ${index === 0 ? parent : `:${index}`}\n`),
    ...commit.operations.map((operation) => encodeOperation(operation, marks)),
    Buffer.from('\n'),
  ])
  return Buffer.concat([...blobs, ...chunks, Buffer.from(`get-mark :${commits.length}\ndone\n`)])
}

const scratchRef = 'refs/drover/next'

type Put = Extract<FileOperation, { kind: 'put' }>

function encodeOperation(operation: FileOperation, marks: ReadonlyMap<Put, number>): Buffer {
  const path = quotePath(operation.path)
  if (operation.kind === 'remove') return Buffer.from(`D ${path}\n`)
  return Buffer.from(`M ${operation.mode} :${marks.get(operation)} ${path}\n`)
}

function encodeData(bytes: Buffer): readonly Buffer[] {
  return [Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]
}

// All paths are quoted: an unquoted path that starts with a quote would be read as quoted.
function quotePath(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

function identityPart(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f<>]+/g, ' ').trim()
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000)
}
