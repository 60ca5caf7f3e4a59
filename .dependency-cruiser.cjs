// The import rules of docs/architecture.md: a folder imports only folders below it in this list.
const order = [
  'action',
  'cli',
  'world',
  'operations',
  'import',
  'flock',
  'render',
  'workflows',
  'rollout',
  'recipes',
  'report',
  'providers',
  'dns',
  'remote',
  'code',
  'artifacts',
  'ledger',
  'secrets',
  'queue',
  'github',
  'git',
  'system',
  'base',
]
const pure = ['import', 'flock', 'render', 'workflows', 'rollout', 'recipes', 'report']
const path = (names) => `^src/(${names.join('|')})(/|\\.ts$)`

const downwards = order.map((folder, index) => ({
  name: `no-upward-import-from-${folder}`,
  severity: 'error',
  from: { path: path([folder]) },
  to: {
    path: path(
      order
        .slice(0, index)
        .filter((name) => name !== folder)
        .concat('none'),
    ),
  },
}))

const sdk = (name, modules, folders) => ({
  name: `one-folder-for-${name}`,
  severity: 'error',
  from: { pathNot: folders.map((folder) => `^src/${folder}`).concat('node_modules', '\\.test\\.ts$') },
  to: { path: modules.map((module) => `node_modules/${module}/`) },
})

module.exports = {
  forbidden: [
    ...downwards,
    {
      name: 'front-doors-know-nothing-of-each-other',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/action/' },
    },
    {
      name: 'pure-imports-pure-and-base-only',
      severity: 'error',
      from: { path: path(pure), pathNot: '\\.test\\.ts$' },
      to: { path: '^src/', pathNot: path([...pure, 'base']) },
    },
    {
      name: 'pure-touches-nothing',
      severity: 'error',
      from: { path: path([...pure, 'base']), pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|path|path/posix|util|buffer)$' },
    },
    {
      name: 'only-world-names-adapters',
      severity: 'error',
      from: { path: '^src/(action|cli|operations)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(providers/[^/]+/|dns/[^/]+/)' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    sdk('ssh', ['node-ssh', 'ssh2'], ['remote/']),
    sdk('git', ['simple-git'], ['ledger/']),
    sdk('actions', ['@actions'], ['action/', 'github/']),
    sdk('age', ['age-encryption'], ['secrets/seal/']),
    sdk('octokit', ['@octokit'], ['github/']),
    sdk('yaml', ['yaml'], ['flock/', 'render/', 'import/']),
    sdk('csv', ['csv-parse'], ['import/']),
    sdk('aws', ['@aws-sdk'], ['providers/ec2/', 'dns/route53/']),
    sdk('handlebars', ['handlebars'], ['render/']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
}
