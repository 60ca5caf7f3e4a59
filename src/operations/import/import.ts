import { isAbsolute, relative, resolve } from 'node:path'
import { InputError, type Problem, throwIfInvalid } from '../../base/errors.js'
import { countOf } from '../../base/text/count-of.js'
import type { Tree } from '../../base/tree.js'
import type { ImportNote } from '../../import/note.js'
import type { OlderFolders } from '../../import/older-folder.js'
import { type ImportPlan, planImport } from '../../import/plan-import.js'
import { type OlderSettings, readSettings, settingsFile } from '../../import/read-settings.js'
import { formatNote, secretCommands } from '../../import/report-text.js'
import { flagProblems } from '../../ops-repository/choose-values.js'
import { findingsData } from '../../ops-repository/finding.js'
import type { Finding } from '../../report/result-data.js'
import type { FolderPorts, ReportPorts } from '../../task/ports.js'
import { wholeOperation } from '../operation.js'
import type { ImportRequest } from './definition.js'

/**
 * Reads a folder of the older deployment scripts and makes a folder with what a config branch needs
 * instead. Changes nothing that is there; the new folder is whole, or is not made.
 */
export const importOlder = wholeOperation<ImportRequest>(
  async (ports: FolderPorts & ReportPorts, request) => {
    const { to } = request
    const missing =
      to === undefined ? [invalid('--to: is not given', 'give --to FOLDER, one that does not exist')] : []
    throwIfInvalid([...flagProblems(request), ...missing])
    if (to === undefined) return {}
    const { folders, settings } = await readOlder(ports, request)
    const plan = planImport({ folders, settings, name: request.name })
    await ports.placeFolder(to, plan.files)
    const left = plan.report.notes.filter(({ kind }) => kind !== 'changed').length
    return {
      data: findingsData(findingsOf(plan, ports), nextSteps(plan, to)),
      message: `the config branch is in "${to}"; ${left === 0 ? 'everything was carried' : `${countOf(left, 'thing')} to look at, see IMPORT.md`}`,
    }
  },
)

interface Older {
  readonly folders: OlderFolders
  readonly settings: OlderSettings
}

async function readOlder(ports: FolderPorts, { selectors, flockConfig }: ImportRequest): Promise<Older> {
  const folder = selectors[0] ?? '.'
  const scripts = await ports.readParts(folder, ['config', 'settings', 'scripts'])
  throwIfInvalid(linkProblems(scripts))
  const settings = readSettings(scripts.get(settingsFile)?.bytes)
  throwIfInvalid(settings.problems)
  if (flockConfig !== undefined) {
    const own = await ports.readParts(flockConfig, ['config'])
    throwIfInvalid(linkProblems(own))
    return { folders: checked({ scripts, own, ownPrefix: `${flockConfig.replace(/\/+$/, '')}/` }), settings }
  }
  const inside = placeInside(folder, settings)
  if (inside === '') {
    // Nothing but a flock's own folder, or scripts that keep it in theirs: every file is its own.
    return { folders: checked({ scripts: new Map(scripts), own: scripts, ownPrefix: '' }), settings }
  }
  const found = await ports.readParts(folder, [`${inside}/config`])
  throwIfInvalid(linkProblems(found))
  const own = new Map([...found].map(([path, file]) => [path.slice(inside.length + 1), file]))
  return { folders: checked({ scripts, own, ownPrefix: `${inside}/` }), settings }
}

/** Where the settings say that the flock's own files are, from the folder that was named. */
function placeInside(folder: string, { flockConfig }: OlderSettings): string {
  if (flockConfig === undefined) return ''
  const { path, at } = flockConfig
  const inside = relative(resolve(folder), resolve(folder, path))
  if (!isAbsolute(inside) && inside.split('/')[0] !== '..') return inside
  const message = `${settingsFile}: flock-config "${path}" is outside of "${folder}"`
  throw new InputError([{ ...invalid(message, `name it yourself: --flock-config ${path}`), at }])
}

/** Parts that are reached through a link: what is behind it may be anywhere. */
function linkProblems(tree: Tree): readonly Problem[] {
  return [...tree].flatMap(([path, { mode }]): Problem[] => {
    const isPart = !path.startsWith('config/') && !path.includes('/config/')
    if (mode !== '120000' || !isPart) return []
    const message = `${path}: is a symbolic link`
    return [{ ...invalid(message, 'put a copy there, or name the folder itself'), at: { file: path } }]
  })
}

const lists = /(?:^|\/)(?:sync\.csv|uploads\.csv|downloads\.csv|gitclone|gitpush|pip)(?:\.base)?$/

function checked(folders: OlderFolders): OlderFolders {
  const paths = [...folders.own.keys(), ...folders.scripts.keys()]
  if (paths.some((path) => lists.test(path))) return folders
  const message = 'import: the folder has none of the older lists below "config"'
  throw new InputError([invalid(message, 'name the folder that holds "config" and "settings"')])
}

function findingsOf({ report, files }: ImportPlan, { clean }: ReportPorts): readonly Finding[] {
  const { machines, secrets, notes } = report
  return [
    { state: 'changed', about: 'flock.yml', message: countOf(machines.length, 'machine') },
    { state: 'changed', about: 'layers', message: countOf(files.size - 2, 'file') },
    ...secrets.map(({ name, at }): Finding => {
      return { state: 'note', about: name, message: clean(`a secret to set, from ${at.file}`) }
    }),
    ...notes.map(
      (note): Finding => ({ state: 'note', about: words[note.kind], message: clean(formatNote(note)) }),
    ),
  ]
}

const words: Readonly<Record<ImportNote['kind'], string>> = {
  'not-carried': 'not carried',
  guessed: 'guessed',
  changed: 'changed',
}

function nextSteps({ report }: ImportPlan, to: string): readonly string[] {
  return [
    `read ${to}/IMPORT.md`,
    `git -C ${to} init --initial-branch=config && git -C ${to} add --all && git -C ${to} commit -m "Imported from the older scripts"`,
    `drover init ${to}`,
    ...secretCommands(report),
  ]
}

function invalid(message: string, hint: string): Problem {
  return { reason: 'invalid-argument', message, hint }
}
