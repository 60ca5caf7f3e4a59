import type { OperationEntry } from './operation-entry.js'

const opsRepository = {
  placeholder: 'OWNER/NAME',
  summary: 'The ops repository on GitHub. By default what `origin` or the workflow files say',
}

/** Every verb, in the order of the help text. */
export const operations = {
  list: {
    summary: 'Show each machine: wanted, there, and what was last applied',
    machines: 'optional',
    options: [],
    readOnly: true,
  },
  provision: {
    summary: 'Make machines that do not exist, start those that are stopped',
    machines: 'required',
    options: ['dry-run', 'budget'],
  },
  configure: {
    summary: 'Bring machines to what is desired: baseline, code, artifacts, files, and what follows a change',
    machines: 'required',
    options: ['dry-run', 'plan-digest', 'since', 'rollback', 'to', 'baseline'],
  },
  downloadconfig: {
    summary: 'Capture the found files of machines into the config branch',
    machines: 'required',
    options: ['since'],
    looks: true,
  },
  create: {
    summary: 'provision, configure, certbot and downloadconfig in one, then the checks',
    machines: 'required',
    options: ['budget', 'baseline'],
  },
  plan: {
    summary: 'Choose the machines of a run and share them among jobs; touches none',
    machines: 'optional',
    options: ['for', 'since', 'shards', 'canary', 'environment', 'confirm', 'budget', 'dry-run'],
    readOnly: true,
  },
  preview: {
    summary: 'Show what configure would change on each machine, in a pull request as one comment',
    machines: 'required',
    options: ['since', 'to'],
    readOnly: true,
  },
  verify: {
    summary: 'Tell where machines differ from the branch, and run their checks; changes nothing',
    machines: 'required',
    options: ['since'],
    looks: true,
  },
  run: {
    summary: 'Run one command on each machine and group equal answers',
    machines: 'required',
    options: ['command'],
  },
  update: {
    summary: 'Upgrade the packages of machines, run their checks, and reboot them if that is wanted',
    machines: 'required',
    options: ['dry-run', 'security-only', 'reboot'],
  },
  backup: {
    summary: 'Read paths of machines into an encrypted archive on this computer, one for each machine',
    machines: 'required',
    options: ['paths', 'recipients', 'to'],
    needs: ['paths'],
    meanings: {
      to: { placeholder: 'FOLDER', summary: 'Where `backups/` goes; by default the current folder' },
    },
    looks: true,
  },
  upload: {
    summary: 'Put one file of this computer on machines, whole or not at all',
    machines: 'required',
    options: ['file', 'to', 'mode', 'owner'],
    needs: ['file', 'to'],
    meanings: { to: { placeholder: 'PATH', summary: 'Where it goes on the machine, an absolute path' } },
  },
  download: {
    summary: 'Get one file of machines into a folder of this computer',
    machines: 'required',
    options: ['from', 'to'],
    needs: ['from'],
    meanings: {
      to: { placeholder: 'FOLDER', summary: 'Where it goes; by default the current folder' },
    },
    looks: true,
  },
  start: {
    summary: 'Start machines that are stopped; refuses those that do not exist',
    machines: 'required',
    options: [],
  },
  stop: { summary: 'Stop machines; their disks stay', machines: 'required', options: [] },
  reboot: {
    summary: 'Reboot machines and wait until they answer from a new boot',
    machines: 'required',
    options: [],
  },
  certbot: {
    summary: 'Give machines the certificates that flock.yml asks for: restored, ordered, renewed or put',
    machines: 'required',
    options: ['dry-run', 'force'],
  },
  terminate: {
    summary: 'Capture machines a last time, then end them and all they hold',
    machines: 'required',
    options: ['confirm', 'yes', 'dry-run', 'no-capture'],
  },
  reap: {
    summary: 'End machines whose making was never completed and whose time is over, for a schedule',
    machines: 'optional',
    options: ['dry-run'],
  },
  rotate: {
    summary: 'Give machines new host keys and revoke the old ones',
    machines: 'required',
    options: [],
  },
  connect: {
    summary: 'Open a shell on one machine, its host key checked',
    machines: 'required',
    options: [],
    only: 'cli',
    readOnly: true,
  },
  record: {
    summary: 'Account for a run: one table of its machines, and a record for each whose job left none',
    machines: 'optional',
    options: ['for', 'job-result', 'canary', 'environment', 'deployment', 'dry-run'],
  },
  replay: {
    summary: 'Commit records that an earlier run kept as files because it could not push them',
    machines: 'required',
    placeholder: 'FILE',
    options: [],
    only: 'cli',
  },
  history: {
    summary: 'Show what was done, from the ledger',
    machines: 'optional',
    options: ['limit', 'github'],
    readOnly: true,
  },
  init: {
    summary: 'Make an ops repository in a folder: its workflows, and a config branch with an example flock',
    machines: 'optional',
    placeholder: 'FOLDER',
    options: ['toolkit', 'name', 'default-branch'],
    general: ['repository', 'branch', 'json'],
    meanings: { repository: opsRepository },
    only: 'cli',
    readOnly: true,
  },
  import: {
    summary: 'Make the files of a config branch from a folder of the older deployment scripts',
    machines: 'optional',
    placeholder: 'FOLDER',
    options: ['to', 'flock-config', 'name'],
    general: ['json'],
    meanings: {
      to: { placeholder: 'FOLDER', summary: 'The folder to make; it must not exist, or be empty' },
      name: { placeholder: 'FLOCK', summary: 'The name of the flock. By default made of the deploy group' },
    },
    only: 'cli',
    readOnly: true,
  },
  workflows: {
    summary: 'Bring the workflow files of the checked out branch up to date with templates and secrets',
    machines: 'optional',
    word: 'sync',
    placeholder: 'FOLDER',
    options: ['toolkit', 'default-branch', 'check', 'overwrite'],
    general: ['repository', 'branch', 'json'],
    meanings: { repository: opsRepository },
    only: 'cli',
    readOnly: true,
  },
  'seal-key': {
    summary: 'Print a new key for what is sealed on the branch, as a file of age; kept nowhere',
    machines: 'none',
    options: [],
    general: ['json'],
    only: 'cli',
    readOnly: true,
  },
  doctor: {
    summary: 'Check an ops repository: flock, templates, secrets, workflows, access to AWS and machines',
    machines: 'optional',
    placeholder: 'FOLDER',
    options: ['toolkit', 'default-branch'],
    general: ['repository', 'branch', 'ssh-key-file', 'secrets-file', 'json'],
    meanings: { repository: opsRepository },
    only: 'cli',
    readOnly: true,
  },
} as const satisfies Record<string, OperationEntry>

export type OperationName = keyof typeof operations

export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name)
}

/** True if it changes nothing and leaves no record of a machine. */
export function isReadOnly(name: OperationName): boolean {
  const entry: OperationEntry = operations[name]
  return entry.readOnly ?? false
}

/** True if it may change machines; also for a name that is none. */
export function mayChangeMachines(name: string): boolean {
  if (!isOperation(name)) return true
  const entry: OperationEntry = operations[name]
  return !(entry.readOnly ?? entry.looks ?? false)
}

/** True if its answer is what would change, line by line. */
export function showsPlan({
  operation,
  dryRun,
}: {
  readonly operation: string
  readonly dryRun: boolean
}): boolean {
  return dryRun || operation === 'preview' || operation === 'verify'
}

/** True if it is about the folder of an ops repository, and not about the ledger or machines by name. */
export function isAboutFolder(name: string): boolean {
  const entry: OperationEntry | undefined = isOperation(name) ? operations[name] : undefined
  return entry?.placeholder === 'FOLDER'
}

/** True if it reads nothing of the config branch: it may not even exist yet. */
export function needsNoLedger(name: string): boolean {
  return isAboutFolder(name) || name === ('seal-key' satisfies OperationName)
}
