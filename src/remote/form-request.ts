import type { Command } from '../base/command.js'
import { fitsLoginShell, loginShellLine, quoteCommand, quoteWord } from '../base/text/quote.js'

interface Form {
  /** Command line for the login shell of the user. */
  readonly line: string
  /** True when the line contains all of the input, and no more can follow. */
  readonly isWhole: boolean
  /** The input that must still be sent when the command runs. */
  readonly stdin?: string | Buffer
}

/**
 * Forms the request for a command. OpenSSH takes no input before it has started the command (the window of its session
 * is 0 until then), so input costs a round trip of its own; input that may show is sent with the request.
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

/** The command as root; `become` when the login user is another. */
export function asRoot(argv: readonly string[], { become }: { readonly become: boolean }): readonly string[] {
  return become ? ['sudo', '-n', '--', ...argv] : argv
}

interface Whole {
  readonly argv: readonly string[]
  readonly stdin: string
  readonly become: boolean
}

/** The input is not in the command that sudo runs, because sudo writes that to the machine's log. */
function formWhole({ argv, stdin, become }: Whole): string {
  const isScript = argv.join(' ') === 'sh -s'
  if (isScript && !become) return `exec ${quoteCommand(['sh', '-c', stdin])} </dev/null`
  return `printf %s ${quoteWord(stdin)} | ${quoteCommand(asRoot(argv, { become }))}`
}
