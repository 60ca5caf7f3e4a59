import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DroverError } from '../../base/errors.js'
import type { Clock } from '../../system/clock.js'
import { retry } from '../../system/retry.js'
import type { ArtifactAddress, FetchedArtifact } from './artifact-source.js'

export interface Download extends ArtifactAddress {
  /** Desired path of the file. */
  readonly path: string
  readonly maxBytes: number
  readonly clock: Clock
  readonly signal?: AbortSignal | undefined
}

/** Downloads a file, with redirects and a few attempts, and checks it meanwhile. */
export async function download(desired: Download): Promise<FetchedArtifact> {
  const { url, path, clock, signal } = desired
  const shown = showUrl(url)
  const part = `${path}.part`
  const options = {
    clock,
    baseMs: 1000,
    maxMs: 15_000,
    attempts: 4,
    isRetryable: (error: unknown) => error instanceof Passing,
    leastMs: (error: unknown) => (error instanceof Passing ? error.leastMs : 0),
    ...(signal === undefined ? {} : { signal }),
  }
  try {
    const bytes = await retry(options, () => fetchOnce({ ...desired, path: part }, shown))
    await rename(part, path)
    return { path, bytes }
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** A failure that another attempt may mend. */
class Passing extends DroverError {
  readonly leastMs: number

  constructor(
    message: string,
    { cause, leastMs = 0 }: { readonly cause?: unknown; readonly leastMs?: number },
  ) {
    super(message, {
      reason: 'artifact-unreachable',
      hint: 'Ensure that the address can be reached from here, then run the operation again.',
      cause,
    })
    this.leastMs = leastMs
  }
}

async function fetchOnce(desired: Download, shown: string): Promise<number> {
  const { url, sha256, path, maxBytes, signal } = desired
  const silence = new Silence()
  try {
    const stop = signal === undefined ? silence.signal : AbortSignal.any([silence.signal, signal])
    const response = await fetch(url, { signal: stop })
    if (!response.ok || response.body === null) throw refused(response, shown)
    if (Number(response.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(shown, maxBytes)
    const hash = createHash('sha256')
    let size = 0
    const check = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        silence.end()
        hash.update(chunk)
        size += chunk.length
        done(size > maxBytes ? tooLarge(shown, maxBytes) : null, chunk)
      },
    })
    await pipeline(Readable.fromWeb(response.body), check, createWriteStream(path, { mode: 0o600 }))
    const found = hash.digest('hex')
    if (found !== sha256) throw differs(shown, { found, sha256 })
    return size
  } catch (error) {
    throw explain(error, { shown, signal, silent: silence.signal.aborted })
  } finally {
    silence.stop()
  }
}

/** Aborts a download that is silent for a minute. */
class Silence {
  readonly #controller = new AbortController()
  #timer = this.#start()

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#timer = this.#start()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #start(): NodeJS.Timeout {
    return setTimeout(() => this.#controller.abort(), silenceMs)
  }
}

const silenceMs = 60_000

function refused(response: Response, shown: string): DroverError {
  const message = `artifact "${shown}": cannot be fetched: the server answered ${response.status}`
  if (response.status >= 500 || response.status === 429 || response.status === 408) {
    const seconds = Number(response.headers.get('retry-after') ?? 0)
    return new Passing(message, { leastMs: seconds > 0 && seconds <= 60 ? seconds * 1000 : 0 })
  }
  return new DroverError(message, {
    reason: 'artifact-unreachable',
    hint: 'Ensure that the address is right and that it requires no password; a private file can be put on the config branch ("file:").',
  })
}

/** 512 MiB, and less as is for what is less than one. */
function showBytes(bytes: number): string {
  const mebi = 1024 * 1024
  return bytes < mebi ? `${bytes} bytes` : `${Math.ceil(bytes / mebi)} MiB`
}

export function tooLarge(shown: string, maxBytes: number): DroverError {
  return new DroverError(`artifact "${shown}": is larger than ${showBytes(maxBytes)}`, {
    reason: 'too-large',
    hint: 'A file that large must be fetched by the machine itself, for example in a role of the baseline.',
  })
}

function differs(
  shown: string,
  { found, sha256 }: { readonly found: string; readonly sha256: string },
): DroverError {
  return new DroverError(`artifact "${shown}": has the SHA-256 ${found}, and ${sha256} was asked for`, {
    reason: 'artifact-differs',
    hint: 'If the new file is the right one, write its SHA-256 into flock.yml.',
  })
}

interface Around {
  readonly shown: string
  readonly signal: AbortSignal | undefined
  readonly silent: boolean
}

function explain(error: unknown, { shown, signal, silent }: Around): unknown {
  if (error instanceof DroverError) return error
  const subject = `artifact "${shown}"`
  if (signal?.aborted) return new DroverError(`${subject}: cancelled`, { reason: 'cancelled', cause: error })
  if (silent)
    return new Passing(`${subject}: the server sent nothing for ${silenceMs / 1000} s`, { cause: error })
  const { code, message, cause } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new DroverError(`${subject}: the disk of this computer is full`, {
      reason: 'disk-full',
      hint: 'Make room in the folder for temporary files.',
      cause: error,
    })
  }
  // fetch explains the failure only in the cause.
  const why = cause instanceof Error && cause.message !== '' ? cause.message : message
  return new Passing(`${subject}: cannot be fetched: ${why}`, { cause: error })
}

/** A URL without its query, which often holds a key. */
export function showUrl(url: string): string {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname}`
}
