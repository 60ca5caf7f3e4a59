import { DroverError } from './errors.js'

const plain = /^[A-Za-z0-9_@%+=:,./-]+$/

/**
 * One word for a POSIX shell (POSIX.1-2024, 2.2.2 Single-Quotes).
 * Throws `invalid-argument` on NUL, which no argument can hold.
 */
export function quoteWord(word: string): string {
  if (word.includes('\0')) {
    throw new DroverError('argument: a NUL character cannot be passed to a command', {
      reason: 'invalid-argument',
    })
  }
  if (plain.test(word)) return word
  return `'${word.replaceAll("'", `'\\''`)}'`
}

/** A command line for a POSIX shell. */
export function quoteCommand(argv: readonly string[]): string {
  return argv.map(quoteWord).join(' ')
}
