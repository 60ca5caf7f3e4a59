import { spawn } from 'node:child_process'
import { DroverError } from '../base/errors.js'

/** Gives the terminal to a program and waits for its end; a signal counts as 128 and more, as in a shell. */
export function interactive(argv: readonly string[]): Promise<number> {
  const [program = '', ...words] = argv
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: 'inherit' })
    child.once('error', (cause) =>
      reject(
        new DroverError(`"${program}": cannot be run: ${cause.message}`, {
          reason: 'missing-tool',
          hint: `Install "${program}" (package openssh-client on Debian and Ubuntu).`,
          cause,
        }),
      ),
    )
    child.once('close', (code) => resolve(code ?? 129))
  })
}
