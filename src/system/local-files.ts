import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { PassThrough, type Readable, Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DroverError } from '../base/errors.js'

export interface FileFacts {
  /** Absolute. */
  readonly path: string
  readonly size: number
  readonly sha256: string
}

interface Filled<T> {
  readonly value: T
  /** Required digest of the file; a file with another one is not kept. */
  readonly sha256?: string
}

type Fill<T> = (into: Writable) => Promise<Filled<T>>

/** Files of this computer. Paths that are not absolute are below the folder of the run. */
export interface LocalFiles {
  /** The path of a folder for files. By default it is the runner's temporary folder, which is deleted after the job, or the current folder. */
  folder(given: string | undefined): string
  /**
   * Writes a file for its owner only. The file gets its name only after `fill` resolved and everything is on
   * the disk; otherwise nothing is left. Throws `command-failed` when the file cannot be written.
   */
  save<T>(path: string, fill: Fill<T>): Promise<FileFacts & { readonly value: T }>
  /** Reads a file once. Throws `invalid-argument` for a path that is no file or cannot be read. */
  examine(path: string): Promise<FileFacts>
  read(path: string): Readable
}

export function makeLocalFiles({
  base,
  folder,
}: {
  readonly base: string
  readonly folder: string
}): LocalFiles {
  return {
    folder: (given) => resolve(base, given ?? folder),
    save: (path, fill) => save(resolve(base, path), fill),
    examine: (path) => examine(resolve(base, path)),
    read: (path) => createReadStream(resolve(base, path)),
  }
}

async function save<T>(path: string, fill: Fill<T>): Promise<FileFacts & { readonly value: T }> {
  const temporary = `${path}.${randomUUID()}.part`
  const into = new PassThrough()
  // The pipeline reports the errors of the stream.
  into.on('error', () => {})
  const meter = makeMeter()
  let failure: unknown
  try {
    await mkdir(dirname(path), { recursive: true })
    const file = createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true })
    file.once('error', (error) => {
      // The end of the file after another failure is no failure of its own.
      if (isErrno(error)) failure = error
    })
    const written = pipeline(into, meter.stream, file)
    written.catch(() => {})
    try {
      const { value, sha256 } = await fill(into)
      if (!into.writableEnded) into.end()
      await written
      const facts = meter.facts()
      if (sha256 !== undefined && sha256 !== facts.sha256) throw differs(path)
      await rename(temporary, path)
      return { path, ...facts, value }
    } catch (error) {
      into.destroy()
      await written.catch(() => {})
      throw error
    }
  } catch (error) {
    // A file that could not be made cannot be removed either.
    await rm(temporary, { force: true }).catch(() => {})
    throw explain(failure ?? error, path)
  }
}

function differs(path: string): DroverError {
  return new DroverError(`"${path}": the received bytes differ from those that were sent`, {
    reason: 'command-failed',
    hint: 'Nothing was kept. Run the operation again.',
  })
}

function explain(error: unknown, path: string): unknown {
  if (error instanceof DroverError || !isErrno(error)) return error
  return new DroverError(`"${path}": cannot be written: ${error.code}`, {
    reason: 'command-failed',
    hint: 'Ensure that the folder can be written to and has room. Nothing is left of the file.',
    cause: error,
  })
}

async function examine(path: string): Promise<FileFacts> {
  const unreadable = (why: string, cause?: unknown): DroverError =>
    new DroverError(`"${path}": ${why}`, {
      reason: 'invalid-argument',
      hint: 'Give the path of a file that you may read; of a folder make an archive first.',
      cause,
    })
  try {
    const found = await stat(path)
    if (!found.isFile()) throw unreadable(`is ${found.isDirectory() ? 'a folder' : 'no file'}`)
    const meter = makeMeter()
    await pipeline(createReadStream(path), meter.stream.resume())
    return { path, ...meter.facts() }
  } catch (error) {
    throw isErrno(error) ? unreadable(`cannot be read: ${error.code}`, error) : error
  }
}

function isErrno(error: unknown): error is NodeJS.ErrnoException & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

function makeMeter(): { readonly stream: Transform; facts(): Omit<FileFacts, 'path'> } {
  const hash = createHash('sha256')
  let size = 0
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  return { stream, facts: () => ({ size, sha256: hash.digest('hex') }) }
}
