import { DroverError } from '../../base/errors.js'
import type { Question } from '../../task/ports.js'
import type { Terminal } from './terminal.js'

/** True if somebody sits there who can read a question and answer it. */
export function canAsk({ stdin, stderr }: Terminal): boolean {
  return stdin.isTTY === true && stderr.isTTY === true
}

/** The line that was typed; undefined when input ended or Ctrl-C was pressed. */
export async function askLine(question: string, { stdin, stderr }: Terminal): Promise<string | undefined> {
  const { createInterface } = await import('node:readline')
  const lines = createInterface({ input: stdin, output: stderr, terminal: true })
  try {
    return await new Promise<string | undefined>((resolve) => {
      lines.on('close', () => resolve(undefined))
      lines.on('SIGINT', () => lines.close())
      lines.question(question, resolve)
    })
  } finally {
    lines.close()
  }
}

/** Asks as `Ports.ask` promises; throws `cancelled` when the person does not want to answer. */
export function askAt(terminal: Terminal): (question: Question) => Promise<string> {
  return async ({ text, byDefault }) => {
    const typed = await askLine(`${text}${byDefault === undefined ? '' : ` [${byDefault}]`}: `, terminal)
    if (typed !== undefined) return typed
    throw new DroverError('question: was not answered', {
      reason: 'cancelled',
      hint: 'Nothing was changed. Give the answers as flags to be asked nothing.',
    })
  }
}
