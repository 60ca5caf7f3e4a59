import type { Command } from '../base/command.js'
import { fitsLoginShell, loginShellLine, quoteCommand, quoteWord } from '../base/quote.js'

interface Form {
  /** For the login shell of the user. */
  readonly line: string
  /** True when all of the input is in the line, and no more can come. */
  readonly isWhole: boolean
  /** What is still to be sent when the command runs. */
  readonly stdin?: string | Buffer
}

/**
 * How a command is asked for. OpenSSH takes no input before it has started the command (the window of its session is 0
 * until then), so input is a round trip of its own; text that may show goes with the request.
 * Throws as `loginShellLine` does.
 */
export function formRequest({
  command,
  become,
}: {
  readonly command: Command
  readonly become: boolean
}): Form {
  const { argv, stdin, inputMayShow } = command
  if (inputMayShow === true && typeof stdin === 'string') {
    const line = formWhole({ argv, stdin, become })
    if (fitsLoginShell(line)) return { line, isWhole: true }
  }
  const line = loginShellLine(asRoot(argv, { become }))
  return { line, isWhole: false, ...(stdin === undefined ? {} : { stdin }) }
}

/** What is run as root by a login user that may not be root. */
export function asRoot(argv: readonly string[], { become }: { readonly become: boolean }): readonly string[] {
  return become ? ['sudo', '-n', '--', ...argv] : argv
}

interface Whole {
  readonly argv: readonly string[]
  readonly stdin: string
  readonly become: boolean
}

/** sudo writes the command that it runs into the machine's log: not a script of a hundred lines. */
function formWhole({ argv, stdin, become }: Whole): string {
  const isScript = argv.join(' ') === 'sh -s'
  if (isScript && !become) return `exec ${quoteCommand(['sh', '-c', stdin])} </dev/null`
  return `printf %s ${quoteWord(stdin)} | ${quoteCommand(asRoot(argv, { become }))}`
}
