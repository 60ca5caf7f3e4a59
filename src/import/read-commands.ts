import { quoteWord } from '../base/text/quote.js'
import type { ManifestFields } from '../render/manifest/manifest-schema.js'
import type { FollowUpFields } from './follow-up-fields.js'
import { findFile, type ViewContext } from './older-view.js'
import { formatToTemplate, readFormat } from './python-format.js'
import { readText } from './read-text.js'

export interface OlderCommands {
  readonly after: FollowUpFields
  readonly fields: ManifestFields
  readonly bytes: Buffer
}

const names = {
  hostname: 'machine.name',
  domain: 'vars.domain',
  nginx_root_options: 'vars.nginx_root_options',
}
const script = '/usr/local/lib/drover/postuploads'

/**
 * Puts the commands after an upload into one script, because they name the machine, which a follow-up cannot. Each
 * runs as before: in a shell of its own, from the home folder of the login user, and only if those before it succeeded.
 */
export function readCommands(context: ViewContext): OlderCommands | undefined {
  const { account, settings, folders } = context
  // The older scripts read only their own file.
  const found = findFile({ ...context, folders: { ...folders, own: new Map() } }, { name: 'postuploads' })
  const text = found && readText(found.file.bytes)
  if (found === undefined) return undefined
  if (text === undefined) {
    const message = `${found.path}: is not UTF-8 text`
    account.problem({
      reason: 'invalid-argument',
      message,
      at: { file: found.path },
      hint: 'save it as UTF-8',
    })
    return undefined
  }
  const commands = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((raw, index): string[] => {
      const line = raw.trim()
      if (line === '' || line.startsWith('#')) return []
      const parts = readFormat(line, Object.keys(names))
      const template = parts && formatToTemplate(parts, names)
      if (template !== undefined) return [template]
      const message = 'names an unknown value, or has braces beside one: the line is left out'
      account.note({ kind: 'not-carried', at: { file: found.path, line: index + 1 }, message })
      return []
    })
  if (commands.length === 0) return undefined
  const { user } = settings
  const run = `bash ${script}`
  const lines = commands.map((command) => `(\ncd\nsource ~/.profile\n${command}\n) || exit`)
  return {
    after: { command: user === 'root' ? run : `runuser -l ${user} -c ${quoteWord(run)}` },
    fields: {
      destination: script,
      source: 'postuploads',
      mode: '0755',
      direction: 'up',
      description: `Commands that follow a change, from ${found.path}`,
    },
    bytes: Buffer.from(`#!/bin/bash\n${lines.join('\n')}\n`),
  }
}
