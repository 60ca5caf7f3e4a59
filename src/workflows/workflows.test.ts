import { expect, test } from 'vitest'
import { compareWorkflows } from './compare-workflows.js'
import { readValues } from './read-values.js'
import { renderWorkflow } from './render-workflow.js'
import { readBlocks } from './secret-blocks.js'
import { workflowFiles } from './workflow-templates.js'
import { parseToolkit, secretsToPass, type WorkflowValues } from './workflow-values.js'

const template = `on:
  push:
    branches: [config] # drover: branch
  workflow_call:
    secrets:
      # drover: secrets declared
      DROVER_SSH_KEY: { required: false }
      # drover: end
# The word config stays where no mark is.
jobs:
  work:
    uses: ops-owner/ops/.github/workflows/drover.yml@ops-default-branch
    secrets:
      # drover: secrets passed
      # drover: end
    steps:
      - uses: toolkit-owner/toolkit@toolkit-ref
        env:
          # drover: secrets env
          DROVER_SSH_KEY: \${{ secrets.DROVER_SSH_KEY }}
          # drover: end
`

const values: WorkflowValues = {
  toolkit: 'writing/drover',
  toolkitRef: '1a2b3c4',
  repository: 'writing/servers',
  defaultBranch: 'trunk',
  branch: 'flock',
  secrets: secretsToPass(['DATABASE_PASSWORD', 'API_TOKEN']),
}

const rendered = `on:
  push:
    branches: [flock] # drover: branch
  workflow_call:
    secrets:
      # drover: secrets declared
      API_TOKEN: { required: false }
      DATABASE_PASSWORD: { required: false }
      DROVER_SSH_KEY: { required: false }
      # drover: end
# The word config stays where no mark is.
jobs:
  work:
    uses: writing/servers/.github/workflows/drover.yml@trunk
    secrets:
      # drover: secrets passed
      API_TOKEN: \${{ secrets.API_TOKEN }}
      DATABASE_PASSWORD: \${{ secrets.DATABASE_PASSWORD }}
      DROVER_SSH_KEY: \${{ secrets.DROVER_SSH_KEY }}
      # drover: end
    steps:
      - uses: writing/drover@1a2b3c4
        env:
          # drover: secrets env
          API_TOKEN: \${{ secrets.API_TOKEN }}
          DATABASE_PASSWORD: \${{ secrets.DATABASE_PASSWORD }}
          DROVER_SSH_KEY: \${{ secrets.DROVER_SSH_KEY }}
          # drover: end
`

function compare(found: string | undefined, change: Partial<WorkflowValues> = {}) {
  const file = { path: 'a.yml', template, ...(found !== undefined && { found }) }
  const [compared] = compareWorkflows([file], { ...values, ...change })
  if (compared === undefined) throw new Error('nothing was compared')
  return compared
}

test('a workflow file is its template with placeholders and blocks filled', () => {
  expect(renderWorkflow(template, values)).toBe(rendered)
})

test('a workflow file that is as its template has it is up to date, and stays as it is', () => {
  expect(compare(rendered)).toMatchObject({ state: 'fine', updated: rendered, unpassed: [], lost: [] })
  expect(compare(rendered)).not.toHaveProperty('diff')
})

test('a workflow file that does not exist is missing, and passes no secret on', () => {
  expect(compare(undefined)).toMatchObject({
    state: 'missing',
    updated: rendered,
    unpassed: ['API_TOKEN', 'DATABASE_PASSWORD', 'DROVER_SSH_KEY'],
  })
})

test('a workflow file is stale when a secret is new, and an update passes the secret on and keeps what a person edited', () => {
  const edited = rendered.replace('jobs:\n', 'env:\n  TZ: UTC\njobs:\n')
  const compared = compare(edited, { secrets: secretsToPass(['API_TOKEN', 'NEW_ONE']) })
  expect(compared).toMatchObject({ state: 'stale', unpassed: ['NEW_ONE'], lost: [] })
  expect(compared.updated).toContain('env:\n  TZ: UTC\njobs:\n')
  expect(readBlocks(compared.updated).map(({ names }) => names)).toEqual(
    Array.from({ length: 3 }, () => ['API_TOKEN', 'DROVER_SSH_KEY', 'NEW_ONE']),
  )
  expect(compared.updated).not.toContain('DATABASE_PASSWORD')
})

test('a workflow file that a person edited outside of blocks is edited, and shown with few lines', () => {
  const compared = compare(rendered.replace('jobs:\n', 'env:\n  TZ: UTC\njobs:\n'))
  expect(compared.state).toBe('edited')
  expect(compared.diff).toBe('@@ line 12: "-" is the template, "+" the file\n+env:\n+  TZ: UTC')
})

test('a workflow file whose block lost its marks cannot be brought up to date', () => {
  const compared = compare(rendered.replace(/ *# drover: secrets env\n/, ''), {
    secrets: secretsToPass(['NEW_ONE']),
  })
  expect(compared.lost).toEqual(['DROVER_SSH_KEY', 'NEW_ONE'])
})

test.each([
  ['toolkitRef', 'ffff000', 'writing/drover@ffff000'],
  ['toolkit', 'other/drover', 'other/drover@1a2b3c4'],
  ['repository', 'writing/machines', 'writing/machines/.github/workflows/drover.yml@trunk'],
  ['defaultBranch', 'main', 'writing/servers/.github/workflows/drover.yml@main'],
  ['branch', 'config', '[config] # drover: branch'],
] as const)('a workflow file is stale when %s is now "%s", and an update writes it', (slot, value, text) => {
  const compared = compare(rendered, { [slot]: value })
  expect(compared.state).toBe('stale')
  expect(compared.updated).toContain(text)
})

test('a workflow file keeps a comment behind a reference that is right', () => {
  const commented = rendered.replace('@1a2b3c4', '@1a2b3c4 # v2')
  expect(compare(commented)).toMatchObject({ state: 'edited', updated: commented })
})

test('a workflow file keeps other actions as they are, whoever put them there', () => {
  const own = '      - uses: actions/checkout@v5\n'
  const official = '      - uses: aws-actions/credentials@v4\n'
  const step = '      - uses: toolkit-owner/toolkit@toolkit-ref\n'
  const file = {
    path: 'a.yml',
    template: template.replace(step, `${official}${step}`),
    found: rendered.replace('      - uses: w', `${own}${own}${official}      - uses: w`),
  }
  const [compared] = compareWorkflows(
    [file, file, { ...file, found: rendered }, { ...file, found: rendered }],
    {
      ...values,
      toolkitRef: 'ffff000',
    },
  )
  expect(compared?.updated).toContain(`${own}${own}${official}      - uses: writing/drover@ffff000\n`)
})

test('a workflow file has a diff that does not fill the screen', () => {
  const lines = compare('nothing of it\n').diff?.split('\n') ?? []
  expect(lines.length).toBe(13)
  expect(lines.at(-1)).toMatch(/^… \d+ more lines$/)
})

test('a workflow file made from an older template is brought to the newer one, with edits kept', () => {
  const base = template.replace('  push:\n', '  push:\n    tags: [old]\n')
  const old = renderWorkflow(base, { ...values, toolkitRef: 'older00' })
  const held = (found: string) =>
    compareWorkflows([{ path: 'a.yml', template, base, found }], {
      ...values,
      secrets: secretsToPass(['NEW_ONE']),
    })[0]
  const untouched = held(old)
  expect(untouched).toMatchObject({ state: 'stale', baseKnown: true })
  expect(untouched?.updated).toBe(untouched?.wanted)
  const edited = held(old.replace('jobs:\n', 'env:\n  TZ: UTC\njobs:\n'))
  expect(edited?.updated).not.toContain('tags: [old]')
  expect(edited?.updated).toContain('TZ: UTC')
  expect(edited?.updated).toContain('NEW_ONE')
  const against = held(old.replace('tags: [old]', 'tags: [ours]'))
  expect(against?.updated).toContain('tags: [ours]')
  expect(against?.updated).toContain('NEW_ONE')
})

test('a workflow file keeps a block without an end as it is', () => {
  const text = '# drover: secrets env\nA: 1\n# drover: secrets env\nB: 2\n# drover: end\n'
  expect(renderWorkflow(text, { ...values, secrets: ['C'] })).toBe(
    '# drover: secrets env\nA: 1\n# drover: secrets env\nC: ${{ secrets.C }}\n# drover: end\n',
  )
})

test('the values of an ops repository are read from its files', () => {
  const { secrets: _secrets, ...slots } = values
  expect(readValues([{ path: 'a.yml', template, found: rendered }])).toEqual(slots)
})

test('the values of an ops repository are those that most files hold', () => {
  const file = (ref: string) => ({ path: 'a.yml', template, found: rendered.replace('1a2b3c4', ref) })
  expect(readValues(['one', 'two', 'two'].map(file)).toolkitRef).toBe('two')
})

test('the values of an ops repository are unknown where there is no file', () => {
  expect(readValues([{ path: 'a.yml', template }])).toEqual({})
})

test.each([
  ['writing/drover@v1', { toolkit: 'writing/drover', toolkitRef: 'v1' }],
  ['writing/drover', undefined],
  ['drover@v1', undefined],
  ['writing/drover@', undefined],
  ['writing/drover@v1 # x', undefined],
  ['writing/drover@v1@v2', undefined],
])('the toolkit "%s" is read as %j', (text, parsed) => {
  expect(parseToolkit(text)).toEqual(parsed)
})

test('each branch has the workflows of its folder, and nothing else is one', () => {
  const file = { mode: '100644', bytes: Buffer.from('on: push\n') } as const
  const templates = new Map(
    ['main/drover.yml', 'main/README.md', 'main/deep/x.yml', 'config/push.yaml'].map(
      (name) => [`workflows-templates/${name}`, file] as const,
    ),
  )
  const branch = new Map([['.github/workflows/drover.yml', file]])
  expect(workflowFiles('main', { templates, branch })).toEqual([
    { path: '.github/workflows/drover.yml', template: 'on: push\n', found: 'on: push\n' },
  ])
  expect(workflowFiles('config', { templates, branch })).toEqual([
    { path: '.github/workflows/push.yaml', template: 'on: push\n' },
  ])
})
