/** One thing that a person can say to Drover, at a shell or as an input of the action. */
export interface Option {
  readonly summary: string
  readonly kind: 'text' | 'flag' | 'count' | 'words'
  /** As the action's input default; absent means empty. */
  readonly byDefault?: string
  /** Where it can be said; both when absent. A secret never is an argument of a process. */
  readonly only?: 'cli' | 'action'
  /** Shown in the help, as in `--branch NAME`. */
  readonly placeholder?: string
}

/**
 * The registry of inputs and flags. `action.yml`, the help text and the tables
 * in the docs are held against it by tests. A flag is `--NAME`, an input `NAME`.
 */
export const options = {
  operation: { kind: 'text', only: 'action', summary: 'What to do: the name of an operation' },
  machines: {
    kind: 'words',
    only: 'action',
    summary:
      'Which machines: names, `fp-*`, `group:NAME`, `all`, `!NAME`, `changed`; separated by spaces or commas',
  },
  repository: {
    kind: 'text',
    placeholder: 'URL',
    summary:
      'Git repository with the config branch: a URL or a path. By default the repository of the run, or `origin` of the current folder',
  },
  branch: { kind: 'text', byDefault: 'config', placeholder: 'NAME', summary: 'Name of the config branch' },
  token: {
    kind: 'text',
    only: 'action',
    byDefault: '${{ github.token }}',
    summary: 'Token for the config branch over HTTPS, and for the API of GitHub',
  },
  'ssh-key': { kind: 'text', only: 'action', summary: 'Private SSH key to log in with, the text of it' },
  'ssh-key-file': {
    kind: 'text',
    placeholder: 'FILE',
    summary: 'Private SSH key to log in with, as a file. By default DROVER_SSH_KEY (its text)',
  },
  secrets: {
    kind: 'text',
    only: 'action',
    summary: 'JSON object of secrets by name; the environment is looked at first',
  },
  'secrets-file': {
    kind: 'text',
    placeholder: 'FILE',
    summary: 'JSON file of secrets by name; the environment is looked at first',
  },
  command: { kind: 'text', only: 'action', summary: 'For `run`: the command line for each machine' },
  confirm: {
    kind: 'words',
    only: 'action',
    summary: 'For `terminate`: the names of the machines, typed again',
  },
  yes: { kind: 'flag', only: 'cli', summary: 'For `terminate`: do not ask for the names again' },
  since: {
    kind: 'text',
    placeholder: 'COMMIT',
    summary: 'What the selector `changed` compares with. By default the commit before the push',
  },
  'dry-run': { kind: 'flag', byDefault: 'false', summary: 'Print the plan and change nothing' },
  'plan-digest': {
    kind: 'words',
    placeholder: 'DIGEST',
    summary:
      'For `configure`: refuse a machine whose plan is no longer this one; for several, `NAME=DIGEST` each, as `preview` prints them',
  },
  rollback: {
    kind: 'flag',
    byDefault: 'false',
    summary: 'For `configure`: undo the last change on each machine',
  },
  baseline: {
    kind: 'flag',
    byDefault: 'false',
    summary: 'For `configure` and `create`: run all roles, also those that ran with the same digest before',
  },
  to: {
    kind: 'text',
    placeholder: 'COMMIT',
    summary:
      'For `configure` and `preview`: the files of this commit of the branch instead of the newest. For `backup` and `download`: the folder on this computer. For `upload`: the path on the machine',
  },
  paths: {
    kind: 'words',
    placeholder: 'PATH',
    summary: 'For `backup`: what is read of each machine; a path that ends with `?` may be missing',
  },
  recipients: {
    kind: 'words',
    placeholder: 'RECIPIENT',
    summary: 'For `backup`: who can decrypt it, `age1…` each. By default the seal key (DROVER_SEAL_KEY)',
  },
  file: { kind: 'text', placeholder: 'FILE', summary: 'For `upload`: the file on this computer' },
  from: { kind: 'text', placeholder: 'PATH', summary: 'For `download`: the file on the machine' },
  mode: {
    kind: 'text',
    placeholder: 'MODE',
    summary: 'For `upload`: as in `0644`. By default that of the file that is there, or 0644',
  },
  owner: {
    kind: 'text',
    placeholder: 'OWNER',
    summary:
      'For `upload`: as in `root` or `app:www-data`. By default that of the file that is there, or root',
  },
  'no-capture': {
    kind: 'flag',
    byDefault: 'false',
    summary: 'For `terminate`: end machines without a final capture',
  },
  'security-only': {
    kind: 'flag',
    byDefault: 'false',
    summary: 'For `update`: only packages whose new version comes from a security archive',
  },
  reboot: {
    kind: 'text',
    byDefault: 'never',
    placeholder: 'WHEN',
    summary: 'For `update`: `never`, `auto` (when the machine needs it to use what is new) or `always`',
  },
  force: {
    kind: 'flag',
    byDefault: 'false',
    summary: 'For `certbot`: order also where the certificate is still good',
  },
  budget: {
    kind: 'count',
    byDefault: '50',
    placeholder: 'N',
    summary: 'For `provision` and `create`: how many machines the run may make',
  },
  for: {
    kind: 'text',
    placeholder: 'OPERATION',
    summary: 'For `plan` and `record`: the operation that the jobs do',
  },
  shards: {
    kind: 'count',
    byDefault: '20',
    placeholder: 'N',
    summary: 'For `plan`: among how many jobs at most the machines are shared; GitHub takes 256',
  },
  canary: {
    kind: 'count',
    placeholder: 'N',
    summary: 'For `plan` and `record`: how many machines go first; the others wait until these hold',
  },
  environment: {
    kind: 'text',
    placeholder: 'NAME',
    summary: 'For `plan` and `record`: the environment of `flock.yml` that the run deploys to',
  },
  'job-result': {
    kind: 'words',
    placeholder: 'RESULT',
    summary:
      'For `record`: how the jobs ended, as `needs.JOB.result` gives it: one word for all, or one for the canaries and one for the others',
  },
  deployment: {
    kind: 'flag',
    byDefault: 'false',
    only: 'action',
    summary: 'For `record`: leave a GitHub Deployment of the environment, with its status',
  },
  github: {
    kind: 'flag',
    only: 'cli',
    summary: 'For `history`: with what GitHub still knows of each run',
  },
  toolkit: {
    kind: 'text',
    only: 'cli',
    placeholder: 'OWNER/REPO@REF',
    summary:
      'The repository of the toolkit and its version, which the workflows use. By default what they use now',
  },
  name: {
    kind: 'text',
    only: 'cli',
    placeholder: 'FLOCK',
    summary: 'For `init` and `import`: the name of the flock',
  },
  'flock-config': {
    kind: 'text',
    only: 'cli',
    placeholder: 'FOLDER',
    summary:
      "For `import`: the folder with the flock's own `config`, where it is outside of the scripts' folder",
  },
  'default-branch': {
    kind: 'text',
    only: 'cli',
    placeholder: 'NAME',
    summary: 'The default branch of the ops repository, which holds the workflows',
  },
  check: {
    kind: 'flag',
    only: 'cli',
    summary: 'For `workflows sync`: only compare; exit 1 when something differs',
  },
  overwrite: {
    kind: 'flag',
    only: 'cli',
    summary: 'For `workflows sync`: also replace what was edited by hand with what the templates have',
  },
  parallel: { kind: 'count', byDefault: '20', placeholder: 'N', summary: 'How many machines at once' },
  limit: { kind: 'count', byDefault: '20', placeholder: 'N', summary: 'For `history`: how many events' },
  json: { kind: 'flag', only: 'cli', summary: 'Print one JSON document and no progress' },
} as const satisfies Record<string, Option>

export type OptionName = keyof typeof options
