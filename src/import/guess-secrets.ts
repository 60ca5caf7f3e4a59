import { secretName } from './read-settings.js'

export interface GuessedSecret {
  readonly name: string
  readonly line: number
}

const literal =
  /^(?<start>\s*[\w-]*(?:password|secret|token|api_?key)(?![\w-]*_file)[\w-]*\s*:\s*)(?<quote>["']?)(?<value>[^\s"'{}#]{4,})\k<quote>(?<end>\s*(?:#.*)?)$/i
const plainWords = /^(?:true|false|null|none|yes|no|\d{1,5})$/i

/**
 * Makes secrets of values beside keys such as `client_secret` in the application's settings. This is the only
 * guess about secrets: placeholders make the other secret values of that file, but people wrote these.
 */
export function guessSecrets(
  text: string,
  source: string,
): { readonly text: string; readonly guessed: readonly GuessedSecret[] } {
  const guessed: GuessedSecret[] = []
  const lines = text.split('\n').map((line, index) => {
    const { start = '', quote = '', value = '', end = '' } = literal.exec(line)?.groups ?? {}
    if (value === '' || plainWords.test(value)) return line
    const key = start.replaceAll(/[^\w-]/g, '')
    const name = secretName(`${source} ${key} line ${index + 1}`)
    guessed.push({ name, line: index + 1 })
    return `${start}${quote}{{secret "${name}"}}${quote}${end}`
  })
  return { text: lines.join('\n'), guessed }
}
