import type { SlotValues } from '../../workflows/workflow-values.js'

/** README.md of the default branch: how the repository is used, for whoever finds it. */
export function renderReadme({ repository, branch, defaultBranch, toolkit, toolkitRef }: SlotValues): string {
  return `# ${repository.split('/')[1] ?? repository}

The servers of this repository are driven by Drover (\`${toolkit}\` at \`${toolkitRef}\`).

* The branch [\`${branch}\`](../../tree/${branch}) says what the servers are: \`flock.yml\`, \`config/\`,
  \`secrets-templates/\`. Push to it, and the machines concerned change. Its README is the table of the
  machines, and its log says what was done when, by which run.
* This branch, \`${defaultBranch}\`, holds the workflows. Press a button under
  [Actions](../../actions) to make, configure, capture or end machines.

A new secret in a template: \`drover workflows sync\` on both branches, commit and push, and
\`gh secret set NAME\`. Is all as it should be? \`drover doctor\` says so.
`
}
