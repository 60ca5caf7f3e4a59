import { formatLocation, type Problem, throwIfInvalid } from '../base/errors.js'
import type { Tree, TreeFile } from '../base/tree.js'
import { parseFlock } from '../flock/parse-flock.js'
import { renderFlock } from './flock-text.js'
import { layOut } from './layer-files.js'
import { listMachines } from './list-machines.js'
import type { ImportNote, ImportSecret } from './note.js'
import type { OlderFolders } from './older-folder.js'
import { type ImportAccount, type OlderView, type ViewContext, viewMachine } from './older-view.js'
import { readCode } from './read-code.js'
import { readCommands } from './read-commands.js'
import { type OlderSettings, settingsFile } from './read-settings.js'
import { type ImportReport, renderReport } from './report-text.js'

export interface ImportPlan {
  /** All files of the config branch, `IMPORT.md` among them. */
  readonly files: Tree
  readonly report: ImportReport
}

export interface ImportInput {
  readonly folders: OlderFolders
  readonly settings: OlderSettings
  /** Name for the flock; by default it is made from the deploy group in the settings. */
  readonly name: string | undefined
}

/** Plans an import. Throws one InputError with everything in the older folder that cannot be read correctly. */
export function planImport({ folders, settings, name }: ImportInput): ImportPlan {
  const told = makeAccount()
  const { account } = told
  for (const problem of settings.problems) account.problem(problem)
  for (const note of settings.notes) account.note(note)
  for (const secret of settings.secrets) account.secret(secret)
  const context: ViewContext = {
    folders,
    settings,
    account,
    used: new Set(),
    rows: new Map(),
    sources: new Map(),
  }
  const { machines, notes } = listMachines(folders)
  for (const note of notes) account.note(note)
  const views = new Map(
    machines.map((machine): [string, OlderView] => [machine, viewMachine(context, machine)]),
  )
  const shared = viewMachine(context)
  const commands = readCommands(context)
  const code = readCode(context)
  const codeOf = new Map(machines.map((machine) => [machine, readCode(context, machine)]))
  for (const note of leftOver(context)) account.note(note)
  throwIfInvalid(told.problems())
  const after = commands?.after
  const flock = renderFlock({
    name: name ?? flockName(settings.deployGroup),
    settings,
    code,
    machines: codeOf,
    after,
  })
  parseFlock({ text: flock, file: 'flock.yml' })
  const layers = layOut({
    shared,
    machines: views,
    domain: settings.domain,
    after,
    more: commands === undefined ? [] : [commands],
  })
  const report: ImportReport = {
    notes: told.notes(),
    secrets: told.secrets(),
    carried: carriedBy(context, commands !== undefined),
    machines,
    keyFile: settings.keyFile,
  }
  const files = new Map([
    ...layers,
    ['flock.yml', textFile(flock)],
    ['IMPORT.md', textFile(renderReport(report))],
  ])
  return { files, report }
}

function makeAccount(): {
  readonly account: ImportAccount
  readonly notes: () => readonly ImportNote[]
  readonly problems: () => readonly Problem[]
  readonly secrets: () => readonly ImportSecret[]
} {
  const notes = new Map<string, ImportNote>()
  const problems = new Map<string, Problem>()
  const secrets = new Map<string, ImportSecret>()
  const byPlace = (
    one: { readonly at?: ImportNote['at'] },
    other: { readonly at?: ImportNote['at'] },
  ): number => {
    const [a, b] = [one.at, other.at]
    const [left, right] = [a?.file ?? '', b?.file ?? '']
    return left === right ? (a?.line ?? 0) - (b?.line ?? 0) : left < right ? -1 : 1
  }
  return {
    account: {
      note: (note) => void notes.set(`${formatLocation(note.at)}\n${note.message}`, note),
      problem: (problem) =>
        void problems.set(`${problem.at ? formatLocation(problem.at) : ''}\n${problem.message}`, problem),
      secret: (secret) => void secrets.set(secret.name, secret),
    },
    notes: () => [...notes.values()].sort(byPlace),
    problems: () => [...problems.values()].sort(byPlace),
    secrets: () => [...secrets.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
  }
}

/** A note for every file that has no part in the result, so that nobody has to search for it. */
function leftOver({ folders, used }: ViewContext): readonly ImportNote[] {
  const { own, scripts, ownPrefix } = folders
  const all = [...own.keys()].map((path) => `${ownPrefix}${path}`).concat([...scripts.keys()])
  return [...new Set(all)]
    .filter((path) => !used.has(path) && path !== settingsFile && !path.endsWith('/README.md'))
    .map((path): ImportNote => {
      const message = path.startsWith('scripts/')
        ? 'prepares a machine, which roles do in Drover'
        : /(?:^|\/)config\/(?:[^/]+\/)?postuploads$/.test(path)
          ? 'is never read by the older scripts: only that of their own folder is'
          : 'is used by no machine'
      return { kind: 'not-carried', at: { file: path }, message }
    })
}

function carriedBy({ used }: ViewContext, hasCommands: boolean): readonly (readonly [string, string])[] {
  const targets: Readonly<Record<string, string>> = {
    'sync.csv': 'entries of files.yml, "direction: both"',
    'uploads.csv': 'entries of files.yml, "direction: up"',
    'downloads.csv': 'entries of files.yml, "direction: down"',
    gitclone: '"code" of flock.yml, "via: clone"',
    gitpush: '"code" of flock.yml, "via: push"',
    pip: '"build" of "code" in flock.yml',
    ...(hasCommands && { postuploads: 'config/all/postuploads, and "after" of each file and repository' }),
  }
  const lists = [...used].sort().flatMap((path): (readonly [string, string])[] => {
    const target =
      targets[
        path
          .split('/')
          .at(-1)
          ?.replace(/\.base$/, '') ?? ''
      ]
    return target === undefined ? [] : [[path, target]]
  })
  return [
    [settingsFile, 'flock.yml: ssh, dns, vars, settings'],
    ...lists,
    ['files that the lists name', 'sources of the same name in a layer'],
    [
      '{{hostname}}, {{domain}}, {{nginx_root_options}}',
      '{{machine.name}}, {{vars.domain}}, {{vars.nginx_root_options}}',
    ],
    [
      '{{RANDOM0}} to {{RANDOM9}}: new at every upload',
      '{{generated "RANDOM0" "hex" 32}} …: made once for each machine, and kept',
    ],
    [
      'AMI of Ubuntu 20.04, volume gp2',
      'the image of Ubuntu that Drover takes by default, gp3 and encrypted',
    ],
  ]
}

function flockName(group: string | undefined): string {
  const name = (group ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 31)
  return name === '' ? 'imported' : name
}

function textFile(text: string): TreeFile {
  return { mode: '100644', bytes: Buffer.from(text) }
}
