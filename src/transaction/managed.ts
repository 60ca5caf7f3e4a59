/** What Drover has put on a machine: paths of files, and paths that it made symbolic links. */
export interface Managed {
  readonly files: readonly string[]
  readonly links: readonly string[]
}

const linkWord = 'link '

/** The text of `/var/lib/drover/files`: a path a line; all paths are absolute, so a line with a word before it is no file. */
export function encodeManaged({ files, links }: Managed): string {
  return [...files, ...links.map((path) => `${linkWord}${path}`)].map((line) => `${line}\n`).join('')
}

export function parseManaged(text: string): Managed {
  const lines = text.split('\n').filter((line) => line !== '')
  return {
    files: lines.filter((line) => !line.startsWith(linkWord)),
    links: lines.filter((line) => line.startsWith(linkWord)).map((line) => line.slice(linkWord.length)),
  }
}
