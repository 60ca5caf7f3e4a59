/**
 * Makes output from a machine safe for a log: the text can neither move a terminal's
 * cursor, nor reverse the direction of reading, nor give the Actions runner a command.
 * Lines end in `\n`. Neutralising twice changes nothing more.
 */
export function neutralise(text: string): string {
  // ANSI first: a sequence between two characters may hide a command or a line ending.
  const plain = text.replace(ansi, '').replace(lineEndings, '\n').replace(controls, shownAsHex)
  return defuseCommands(plain.replace(reordering, shownAsCodePoint))
}

/**
 * ECMA-48 control sequences, strings (OSC, DCS, SOS, PM, APC; the terminator on
 * the same line) and short escapes, in the 7-bit and the 8-bit form. The
 * rest of a broken sequence is shown.
 */
const ansi =
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\r\n]*(?:\x07|\x1b\\|\x9c)|\x1b[ -/]*[0-OQ-WYZ\\`-~]/g

const lineEndings = /\r\n?/g
const controls = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g
// Separators of lines and paragraphs are here because a browser breaks the line at them.
const reordering = /[\u2028-\u202e\u2066-\u2069]/g

/**
 * The runner takes `::name …::` at the start of a line, after white space, and
 * `##[name]` anywhere in it (actions/runner, ActionCommand.cs). It compares as
 * .NET's cultures do, which skips characters without a width.
 */
const commandAtStart = /^[ \t\p{Zs}\p{Cf}\p{DI}]*:(?=[\p{Cf}\p{DI}]*:)/gmu
const commandAnywhere = /#(?=[\p{Cf}\p{DI}]*#[\p{Cf}\p{DI}]*\[)/gu

function defuseCommands(text: string): string {
  return text.replace(commandAtStart, (start) => `${start.slice(0, -1)}\\:`).replace(commandAnywhere, '#\\')
}

function shownAsHex(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
}

function shownAsCodePoint(character: string): string {
  return `\\u{${character.charCodeAt(0).toString(16)}}`
}
