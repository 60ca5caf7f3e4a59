import { DroverError } from '../errors.js'

const plain = /^[A-Za-z0-9_@+:,./-]+$/

/** Words that a shell reads as its grammar, not as a program, when they come first and are not quoted (POSIX.1-2024, 2.4; bash(1)). */
const reserved = new Set(
  'case coproc do done elif else esac fi for function if in select then time until while'.split(' '),
)

/**
 * Linux passes a program no argument longer than this (MAX_ARG_STRLEN, execve(2)), and the whole
 * command line is one argument of the login shell.
 */
const maxCommandLine = 128 * 1024 - 1

/**
 * One word for a POSIX shell (POSIX.1-2024, 2.2.2 Single-Quotes). Throws
 * `invalid-argument` on NUL, which no argument can hold, and on half a
 * surrogate pair, which has no UTF-8 form and would arrive as another character.
 */
export function quoteWord(word: string): string {
  return plain.test(checked(word)) ? word : quote(word)
}

/** A command line for a POSIX shell. Throws as `quoteWord` does. */
export function quoteCommand(argv: readonly string[]): string {
  const [first = '', ...rest] = argv
  // A shell would take a line that begins with "-" or "+" for an option: dash reads options after its "-c", too.
  const program = reserved.has(first) || /^[-+]/.test(first) ? quote(checked(first)) : quoteWord(first)
  return argv.length === 0 ? '' : [program, ...rest.map(quoteWord)].join(' ')
}

/** Whether Linux can pass this line to a login shell. */
export function fitsLoginShell(line: string): boolean {
  return Buffer.byteLength(line) <= maxCommandLine
}

/** The command line for a login shell. Throws `invalid-argument` also for a line that Linux cannot pass to the shell. */
export function loginShellLine(argv: readonly string[]): string {
  const line = quoteCommand(argv)
  if (fitsLoginShell(line)) return line
  throw refused(
    `a command line of ${Buffer.byteLength(line)} bytes is too long, at most ${maxCommandLine} are possible`,
  )
}

function checked(word: string): string {
  if (word.includes('\0')) throw refused('a NUL character cannot be passed to a command')
  if (/\p{Surrogate}/u.test(word)) throw refused('half of a surrogate pair cannot be passed to a command')
  return word
}

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`
}

function refused(what: string): DroverError {
  return new DroverError(`argument: ${what}`, {
    reason: 'invalid-argument',
    hint: 'Put it into a file, or send it on standard input.',
  })
}
