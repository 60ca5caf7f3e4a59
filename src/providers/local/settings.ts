import type { Settings } from '../../base/adapter-list.js'
import { type Problem, throwIfInvalid } from '../../base/errors.js'

/** Settings of a local machine in `flock.yml`. */
export interface LocalSettings {
  /** Debian's code name. */
  readonly suite: string
  /** Debian packages in the root besides those that every machine has. */
  readonly packages: readonly string[]
}

export const settingsReference: Settings = {
  suite: { meaning: "Debian's code name", byDefault: '`bookworm`' },
  packages: {
    meaning: 'Debian packages of the root, besides those that every machine has',
    byDefault: 'none',
  },
}

const suite = /^[a-z]{3,20}$/
// Debian Policy 5.6.1.
const packageName = /^[a-z0-9][a-z0-9+.-]+$/

/** All problems of the settings of a machine with this name. */
export function localProblems(
  machine: string,
  settings: Readonly<Record<string, unknown>>,
): readonly Problem[] {
  return readSettings(settings).wrong.map((what) => problem(`machines.${machine}: settings: ${what}`))
}

/** Parses the settings. Throws an InputError with all problems. */
export function parseLocalSettings(settings: Readonly<Record<string, unknown>>): LocalSettings {
  const { wrong, parsed } = readSettings(settings)
  throwIfInvalid(wrong.map((what) => problem(`settings: ${what}`)))
  return parsed
}

function readSettings(settings: Readonly<Record<string, unknown>>): {
  readonly wrong: readonly string[]
  readonly parsed: LocalSettings
} {
  const wrong: string[] = Object.keys(settings)
    .filter((key) => !Object.hasOwn(settingsReference, key))
    .map((key) => `"${key}" is not a setting of local machines`)
  const chosen = settings.suite ?? 'bookworm'
  if (typeof chosen !== 'string' || !suite.test(chosen)) wrong.push('"suite" must be a Debian code name')
  const extra = settings.packages ?? []
  if (!isPackages(extra)) wrong.push('"packages" must be a list of Debian package names')
  return { wrong, parsed: { suite: String(chosen), packages: isPackages(extra) ? extra : [] } }
}

function isPackages(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string' && packageName.test(name))
}

function problem(message: string): Problem {
  return {
    message,
    reason: 'invalid-flock',
    hint: 'Local machines take the settings "suite" (by default bookworm) and "packages".',
  }
}
