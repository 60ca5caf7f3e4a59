import { join } from 'node:path'
import { DroverError } from '../../base/errors.js'
import type { Secret } from '../../base/secret.js'
import { parseGitAddress } from '../../git/git-address.js'
import type { Clock } from '../../system/clock.js'
import { makeTemporaryFolder, type TemporaryFolder } from '../../system/temporary-folder.js'
import type { ArtifactSource, FetchedArtifact } from './artifact-source.js'
import { download, showUrl, tooLarge } from './download.js'
import { openLfs } from './git-lfs.js'

export interface ArtifactSourceOptions {
  readonly clock: Clock
  /** The repository with the config branch, whose server keeps the files of LFS pointers. */
  readonly repository: () => Promise<string>
  readonly token?: Secret | undefined
  /** By default `maxArtifactBytes`. */
  readonly maxBytes?: number | undefined
  readonly workDir?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** What is sent to a machine is held in memory as a whole. */
const maxArtifactBytes = 512 * 1024 * 1024

/** Makes a source of artifacts. Nothing is done before the first call, and a repeated call gets the first one's result, even a failure. */
export function makeArtifactSource(options: ArtifactSourceOptions): ArtifactSource {
  const { clock, signal, workDir, maxBytes = maxArtifactBytes } = options
  const known = new Map<string, Promise<FetchedArtifact>>()
  let temporary: Promise<TemporaryFolder> | undefined
  let lfs: ReturnType<typeof openLfs> | undefined
  const pathFor = async (name: string): Promise<string> => {
    temporary ??= makeTemporaryFolder('artifacts', workDir)
    return join((await temporary).path, name)
  }
  const once = (key: string, make: () => Promise<FetchedArtifact>): Promise<FetchedArtifact> => {
    const making = known.get(key) ?? make()
    known.set(key, making)
    return making
  }
  const openStore = async (): ReturnType<typeof openLfs> => {
    const address = parseGitAddress({ url: await options.repository(), token: options.token })
    return await openLfs({ address, folder: await pathFor('lfs.git'), signal })
  }

  return {
    download: async ({ url, sha256 }) => {
      if (!isWebUrl(url)) throw notAnAddress(url)
      return await once(`${sha256} ${url}`, async () =>
        download({ url, sha256, path: await pathFor(`${sha256}-${known.size}`), maxBytes, clock, signal }),
      )
    },
    fromLfs: (pointer) =>
      once(`lfs ${pointer.oid}`, async () => {
        if (pointer.size > maxBytes) throw tooLarge(pointer.oid, maxBytes)
        lfs ??= openStore()
        return await (await lfs)(pointer)
      }),
    close: async () => {
      await (await temporary)?.remove()
      temporary = undefined
    },
  }
}

/** Whether a URL is HTTP or HTTPS without a password, which messages would show and fetch refuses. */
function isWebUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, username, password } = new URL(url)
  return ['http:', 'https:'].includes(protocol) && username === '' && password === ''
}

function notAnAddress(url: string): DroverError {
  const shown = URL.canParse(url) ? showUrl(url) : 'it'
  return new DroverError(`artifact: "${shown}" is no address that can be fetched`, {
    reason: 'invalid-argument',
    hint: 'Give an address that begins with "https://" and holds no user or password.',
  })
}
