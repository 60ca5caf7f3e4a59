import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { countOf } from '../../base/text/count-of.js'
import { programText } from '../../programs/program.js'
import { hostMirror, type SourceFile } from './apt-sources.js'
import { runAsRoot } from './as-root.js'
import { type Mirror, type RootRecipe, rootDigest, rootRecipe } from './debian-root.js'
import type { LocalSettings } from './settings.js'

export interface RootRequest {
  readonly rootsDir: string
  readonly settings: LocalSettings
  readonly onStep: (name: string) => void
  readonly signal?: AbortSignal | undefined
}

const makeRootMs = 15 * 60_000

/** Folder of the Debian root for these settings. Makes the root if it does not exist; concurrent calls make it once. */
export async function ensureRoot(request: RootRequest): Promise<string> {
  const { rootsDir, settings } = request
  const recipe = rootRecipe(settings, await mirrorOfHost(settings.suite))
  const base = await ensureRecipe(request, { recipe: { ...recipe, extra: [] } })
  const digest = recipe.extra.length === 0 ? base : await ensureRecipe(request, { recipe, base })
  return join(rootsDir, digest, 'tree')
}

interface RecipeStep {
  readonly recipe: RootRecipe
  /** Digest of the root that this one is a copy of at first. */
  readonly base?: string
}

async function ensureRecipe(
  { rootsDir, onStep, signal }: RootRequest,
  { recipe, base }: RecipeStep,
): Promise<string> {
  const script = programText('local/root.sh')
  const digest = rootDigest(recipe, script)
  if (await exists(join(rootsDir, digest))) return digest
  onStep(
    base === undefined
      ? 'make the Debian root (once, about a minute)'
      : `put ${countOf(recipe.extra.length, 'more package')} into a Debian root (once)`,
  )
  await runAsRoot({
    failure: 'local machines: the Debian root could not be made',
    script,
    args: [
      rootsDir,
      digest,
      recipe.suite,
      recipe.packages.join(','),
      recipe.mirror,
      recipe.sources,
      recipe.masked.join(' '),
      base ?? '',
      recipe.extra.join(' '),
    ],
    timeoutMs: makeRootMs,
    signal,
  })
  return digest
}

async function mirrorOfHost(suite: string): Promise<Mirror> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '')
  const field = (name: string): string => new RegExp(`^${name}="?([^"\n]*)`, 'm').exec(release)?.[1] ?? ''
  if (field('ID') !== 'debian') return { mirror: '', sources: '' }
  return hostMirror(await sourceFiles(), { codename: field('VERSION_CODENAME'), suite })
}

async function sourceFiles(): Promise<readonly SourceFile[]> {
  const folder = '/etc/apt/sources.list.d'
  const names = await readdir(folder).catch(() => [])
  const paths = ['/etc/apt/sources.list', ...names.sort().map((name) => join(folder, name))]
  return Promise.all(
    paths
      .filter((path) => /\.(list|sources)$/.test(path))
      .map(async (name) => ({ name, text: await readFile(name, 'utf8').catch(() => '') })),
  )
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
