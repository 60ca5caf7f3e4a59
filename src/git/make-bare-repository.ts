import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Makes a bare repository of our own in an empty folder. These files are all that a repository needs
 * (gitrepository-layout(5)); `git init` would be one more process to wait for.
 */
export async function makeBareRepository(folder: string, settings = ''): Promise<void> {
  await Promise.all([
    mkdir(join(folder, 'objects')),
    mkdir(join(folder, 'refs')),
    writeFile(join(folder, 'HEAD'), 'ref: refs/heads/none\n'),
    writeFile(join(folder, 'config'), `${common}${settings}`),
  ])
}

/** Settings in the repository's own config, where they win over those of the user. */
const common = `[core]
	repositoryFormatVersion = 0
	bare = true
	hooksPath = /dev/null
	fsync = none
[gc]
	auto = 0
[maintenance]
	auto = false
[protocol]
	version = 2
[fetch]
	unpackLimit = 1
[http]
	lowSpeedLimit = 1
	lowSpeedTime = 60
`
