import { count, flag, text } from './option.js'

/** What is said about where to look, as whom and how to show it: the same for every operation that takes it. */
export const generalOptions = {
  repository: text({
    placeholder: 'URL',
    summary:
      'Git repository with the config branch: a URL or a path. By default the repository of the run, or `origin` of the current folder',
  }),
  branch: text({ byDefault: 'config', placeholder: 'NAME', summary: 'Name of the config branch' }),
  token: text({
    only: 'action',
    byDefault: '${{ github.token }}',
    summary: 'Token for the config branch over HTTPS, and for the API of GitHub',
  }),
  'ssh-key': text({ only: 'action', summary: 'Private SSH key to log in with, the text of it' }),
  'ssh-key-file': text({
    placeholder: 'FILE',
    summary: 'Private SSH key to log in with, as a file. By default DROVER_SSH_KEY (its text)',
  }),
  secrets: text({
    only: 'action',
    summary: 'JSON object of secrets by name; the environment is looked at first',
  }),
  'secrets-file': text({
    placeholder: 'FILE',
    summary: 'JSON file of secrets by name; the environment is looked at first',
  }),
  parallel: count({ byDefault: '20', placeholder: 'N', summary: 'How many machines at once' }),
  json: flag({ only: 'cli', summary: 'Print one JSON document and no progress' }),
} as const

export type GeneralOptionName = keyof typeof generalOptions
