import type { ConvertedSource } from './convert-source.js'
import type { OlderFile } from './older-folder.js'
import { secretName } from './read-settings.js'
import { readText } from './read-text.js'
import { isSecretFile } from './secret-files.js'

const tag = /\{\{/

/**
 * Whether a file holds values that nobody may read: one of the scripts' own secret files without a
 * placeholder left in it; or a file that `downloadconfig` fetched in place of a template that makes random values.
 */
export function holdsMadeValues({
  found,
  source,
  hidden,
  isFetched,
}: {
  readonly found: OlderFile
  readonly source: string
  /** The file of a weaker place that this one hides. */
  readonly hidden: Buffer | undefined
  readonly isFetched: boolean
}): boolean {
  const text = readText(found.file.bytes) ?? ''
  if (text.trim() === '' || tag.test(text)) return false
  if (isSecretFile(source)) return true
  return (
    found.rank === 0 && isFetched && /\{\{[{&]?\s*RANDOM[0-9]\s*\}\}/.test(hidden?.toString('utf8') ?? '')
  )
}

/** Makes one secret of a whole file. Its value goes nowhere but to GitHub. */
export function wholeSecret(
  { file, path }: OlderFile,
  { source, machine }: { readonly source: string; readonly machine: string | undefined },
): ConvertedSource {
  const plain = { isVerbatim: false, needsSecrets: true, isPrivate: true }
  const at = { file: path }
  const text = file.bytes.toString('utf8')
  const value = text.replace(/\n+$/, '')
  if (text.includes('\r') || value.length < 4) {
    const message = text.includes('\r')
      ? 'is a secret with line ends that Drover would keep: save it with "\\n" and import again'
      : 'is a secret of fewer than four characters'
    return { ...plain, notes: [{ kind: 'not-carried', at, message }], secrets: [] }
  }
  const name = secretName(machine === undefined ? `file ${source}` : `file ${machine} ${source}`)
  const message = `holds secret values: the whole file is the secret ${name}`
  return {
    ...plain,
    // `gh secret set` removes line ends at the end.
    bytes: Buffer.from(`{{secret "${name}"}}${text.slice(value.length)}`),
    notes: [{ kind: 'changed', at, message }],
    secrets: [{ name, file: path, at }],
  }
}
