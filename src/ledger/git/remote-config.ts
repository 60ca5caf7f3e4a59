import type { RemoteAddress } from './remote-address.js'

/** In a file, and so out of argv. */
export function remoteConfig(remote: RemoteAddress): string {
  return `[remote "origin"]
	url = ${quoteValue(remote.url)}
[fetch]
	writeCommitGraph = false
[fastimport]
	unpackLimit = 1
[push]
	followTags = false
	gpgSign = false
`
}

function quoteValue(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
