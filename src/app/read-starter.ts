import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tree } from '../base/tree.js'
import { askGit } from '../ledger/git/person-git.js'
import { makeTreeReader } from '../ledger/git/read-tree.js'
import { readTree } from '../system/read-tree.js'
import type { Starter } from '../task/ports.js'
import { githubName } from '../workflows/github-name.js'
import { templatesFolder } from '../workflows/workflow-templates.js'

/** The flock of the demo: what the tests drive every day is what a new user gets. */
const exampleFolder = 'test/fixtures/ops'

export async function readStarter(toolkit: string): Promise<Starter> {
  const [templates, example, reference] = await Promise.all([
    readTree(toolkit, { prefixes: [templatesFolder] }),
    readTree(join(toolkit, exampleFolder), { prefixes: [''] }),
    readReference(toolkit),
  ])
  return {
    templates,
    example,
    templatesAt: (ref) => readTemplatesAt(toolkit, ref),
    ...(reference !== undefined && { reference }),
  }
}

async function readTemplatesAt(toolkit: string, ref: string): Promise<Tree> {
  const git = { folder: toolkit }
  const commit = await askGit(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
    git,
  )
  const place = await askGit(['rev-parse', '--absolute-git-dir'], git)
  if (commit === undefined || place === undefined) return new Map()
  const reader = makeTreeReader({ folder: place, onNotice: () => undefined })
  const entries = await reader.list(commit)
  return reader.read(entries.filter(({ path }) => path.startsWith(`${templatesFolder}/`)))
}

/** The commit and not its tag or branch: those can be moved to other code. */
async function readReference(toolkit: string): Promise<string | undefined> {
  const git = { folder: toolkit }
  const [top, origin, commit] = await Promise.all([
    askGit(['rev-parse', '--show-toplevel'], git),
    askGit(['remote', 'get-url', 'origin'], git),
    askGit(['rev-parse', '--verify', '--quiet', 'HEAD'], git),
  ])
  const name = githubName(origin ?? '')
  // A toolkit that lies in a folder of another repository is not the one that this commit is of.
  if (top === undefined || (await realpath(top)) !== (await realpath(toolkit))) return undefined
  return name === undefined || commit === undefined ? undefined : `${name}@${commit}`
}
