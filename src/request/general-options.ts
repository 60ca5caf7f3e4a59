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
  'ssh-key': text({ only: 'action', summary: 'Private SSH key to log in with, as text' }),
  'ssh-key-file': text({
    placeholder: 'FILE',
    summary: 'File with the private SSH key to log in with. By default the text in DROVER_SSH_KEY',
  }),
  secrets: text({
    only: 'action',
    summary: 'JSON object of secrets by name; a secret in the environment takes precedence',
  }),
  'secrets-file': text({
    placeholder: 'FILE',
    summary: 'JSON file of secrets by name; a secret in the environment takes precedence',
  }),
  parallel: count({ byDefault: '20', placeholder: 'N', summary: 'How many machines to work on at once' }),
  json: flag({ only: 'cli', summary: 'Print one JSON document and no progress' }),
} as const

export type GeneralOptionName = keyof typeof generalOptions
