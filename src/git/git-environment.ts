import { inspect } from 'node:util'

/** Settings for one git process, as GIT_CONFIG_KEY_n and GIT_CONFIG_VALUE_n carry them. */
export type GitSettings = readonly (readonly [string, string])[]

/**
 * The environment of every git process here: that of the user, without variables that
 * would lead git to another repository, make it ask questions, or change its language.
 */
export function gitEnvironment(folder: string, settings: GitSettings = []): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !isDropped(entry[0]),
  )
  return {
    ...Object.fromEntries(inherited),
    GIT_DIR: folder,
    GIT_TERMINAL_PROMPT: '0',
    // The value is empty: without the variable git would try core.askPass and SSH_ASKPASS.
    GIT_ASKPASS: '',
    GIT_SSH_COMMAND: process.env.GIT_SSH_COMMAND ?? defaultSsh,
    // Failures are recognised by a few words of git and curl, which must not be translated.
    LC_ALL: 'C',
    ...countedSettings(settings),
    ...unprinted,
  }
}

// With DEBUG=* simple-git prints the whole environment, token and all. It copies the object
// with its symbols; child processes get the strings only.
const unprinted = { [inspect.custom]: () => '[environment of git]' }

/** Names in `gitEnvironment` that simple-git would refuse unless they are allowed by name. */
export function guardedNames(environment: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(environment).filter((name) => name.startsWith('GIT_'))
}

const defaultSsh = 'ssh -o BatchMode=yes -o ConnectTimeout=30 -o ServerAliveInterval=15'

// simple-git refuses these besides GIT_*; none of them is of use to a process without a terminal.
const dropped = new Set(['EDITOR', 'PAGER', 'PREFIX', 'SSH_ASKPASS', 'VISUAL'])

// Inputs of the action and Drover's own variables may hold secrets that git does not need.
function isDropped(name: string): boolean {
  return /^(git|input|drover)_/i.test(name) || dropped.has(name.toUpperCase()) || name === 'LANGUAGE'
}

function countedSettings(settings: GitSettings): Record<string, string> {
  if (settings.length === 0) return {}
  const pairs = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ])
  return { GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(pairs) }
}
