import { gitEnvironment, guardedNames } from '../../git/git-environment.js'
import { missingGit } from './git-process.js'
import type { RemoteAddress } from './remote-address.js'

/** How a git process that talks to the remote ended; its text is scrubbed. */
export interface RemoteExit {
  /** null when the signal ended the process or the process was silent for too long. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RemoteCall {
  readonly folder: string
  readonly remote: RemoteAddress
  readonly signal?: AbortSignal | undefined
}

/** Runs git by simple-git. Throws only `missing-tool`; every other exit is a value. */
export async function callRemote(args: readonly string[], call: RemoteCall): Promise<RemoteExit> {
  const { simpleGit } = await import('simple-git')
  const environment = gitEnvironment(call.folder, call.remote.settings)
  let failed: { code: number | null; stdout: Buffer; stderr: Buffer } | undefined
  const git = simpleGit({
    baseDir: call.folder,
    trimmed: false,
    allowEnvironment: guardedNames(environment),
    // These options guard against hostile input, but the environment is Drover's own.
    unsafe: {
      allowUnsafeAskPass: true,
      allowUnsafeConfigEnvCount: true,
      allowUnsafeCredentialHelper: true,
      allowUnsafeSshCommand: true,
      allowUnsafeTemplateDir: true,
    },
    // Its timer for an exit without a close would keep the whole process alive after each call.
    completion: { onClose: true, onExit: false },
    timeout: { block: silenceMs },
    // By default an exit status without output on stderr counts as success.
    errors: (error, { exitCode, stdOut, stdErr }) => {
      if (error === undefined && exitCode === 0) return undefined
      failed = { code: exitCode, stdout: Buffer.concat(stdOut), stderr: Buffer.concat(stdErr) }
      return error instanceof Error ? error : new Error('git failed')
    },
    ...(call.signal === undefined ? {} : { abort: call.signal }),
  })
  const text = (bytes: Buffer): string => call.remote.scrub(bytes.toString('utf8'))
  const stop = startStop(call.signal)
  try {
    const stdout = await Promise.race([git.env(environment).raw([...args]), stop.promise])
    return { code: 0, stdout: call.remote.scrub(stdout), stderr: '' }
  } catch (cause) {
    const code = failed?.code ?? null
    if (code !== null && code < 0) throw missingGit(cause)
    const stopped = call.signal?.aborted === true ? '\nfatal: the deadline passed' : ''
    if (failed === undefined && stopped === '') throw cause
    return {
      // The process was stopped from outside at its very end, so its effect is not known.
      code: code === 0 ? null : code,
      stdout: text(failed?.stdout ?? nothing),
      stderr: `${text(failed?.stderr ?? nothing)}${stopped}`,
    }
  } finally {
    stop.forget()
  }
}

/** Rejects some time after the signal: a helper of git that outlives it keeps its output open. */
function startStop(signal: AbortSignal | undefined): { readonly promise: Promise<never>; forget(): void } {
  let forget = (): void => undefined
  const promise = new Promise<never>((_resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    const onAbort = (): void => {
      timer = setTimeout(() => reject(signal?.reason), graceMs)
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    forget = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
  })
  promise.catch(() => undefined)
  return { promise, forget: () => forget() }
}

const graceMs = 1_000

const nothing = Buffer.alloc(0)

// git prints progress every 5 seconds, also while hooks of the server run.
const silenceMs = 120_000
