import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { linksFile } from './content.ts'

/**
 * Releases are not made ready here, because that is not part of a change. The build takes the
 * links that are desired from a file of the branch.
 */
export const plantLinks: Substitution = {
  find: 'links: [...desired.map(codeLink), ...artifacts.map(artifactLink)],',
  put: `links: JSON.parse(snapshot.tree.get('${linksFile}')?.bytes.toString() ?? '[]'),`,
}

const root = join(import.meta.dirname, '..', '..')

/** A copy of the built drover: a build in the meantime must not change what is under test. */
export interface FrozenBuild {
  /** To be started with Node. */
  readonly entry: string
  remove(): void
}

/** Text of the built program, or of a program for machines that it holds, and what a planted bug puts there instead. */
export interface Substitution {
  readonly find: string
  readonly put: string
}

/** Throws when what is to be replaced is nowhere in the build, or twice in a chunk: then the bug would not be planted. */
export function freezeBuild(substitutions: readonly Substitution[] = []): FrozenBuild {
  const folder = mkdtempSync(join(tmpdir(), 'drover-build-'))
  for (const part of ['bin', 'dist', 'package.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true })
  }
  for (const substitution of [plantLinks, ...substitutions]) substitute(join(folder, 'dist'), substitution)
  return {
    entry: join(folder, 'bin', 'drover.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function substitute(dist: string, { find, put }: Substitution): void {
  for (const path of findPlaces(dist, find)) {
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(find, () => put),
    )
  }
}

/** Paths of the files of a build that have this text. Throws when none has it, or one has it twice. */
export function findPlaces(dist: string, find: string): readonly string[] {
  const files = readdirSync(dist, { encoding: 'utf8', recursive: true }).filter((name) =>
    /\.(js|sh)$/.test(name),
  )
  const found = files.flatMap((name) => {
    const count = readFileSync(join(dist, name), 'utf8').split(find).length - 1
    return count === 0 ? [] : [{ path: join(dist, name), count }]
  })
  // What several chunks need, the build may put into each of them.
  if (found.length === 0 || found.some(({ count }) => count > 1)) {
    throw new Error(
      `"${find}" is not exactly once in a chunk of the build: mend the planted bugs of test/faults`,
    )
  }
  return found.map(({ path }) => path)
}
