// The import rules of docs/architecture.md: a folder imports only folders below it in this list.
const order = [
  'entrypoints',
  'app',
  'engine',
  'operations',
  'packages',
  'certificates',
  'configure',
  'capture',
  'desired',
  'roles',
  'code',
  'artifacts',
  'transfer',
  'lifecycle',
  'sealed',
  'long-work',
  'checks',
  'transaction',
  'ops-repository',
  'branch',
  'connection',
  'task',
  'request',
  'import',
  'flock',
  'render',
  'workflows',
  'rollout',
  'report',
  'providers',
  'dns',
  'sources',
  'remote',
  'ledger',
  'events',
  'secrets',
  'github',
  'git',
  'programs',
  'system',
  'base',
]
/** Rooms that decide, and in every room the folders of these names. */
const pureRooms = [
  'request',
  'import',
  'flock',
  'render',
  'workflows',
  'rollout',
  'report',
  'events',
  'transaction',
]
const purePath = `^src/(?:(?:${pureRooms.join('|')})/|.*/(?:plan|commands)/)`
/** Names of adapters, each with what would load it: the schema of `flock.yml` is made from them. */
const adapterLists = '^src/(providers/providers|dns/dns-providers)\\.ts$'
const path = (names) => `^src/(${names.join('|')})(/|\\.ts$)`

const downwards = order.map((folder, index) => ({
  name: `no-upward-import-from-${folder}`,
  severity: 'error',
  from: { path: path([folder]), pathNot: '\\.test\\.ts$' },
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
      name: 'every-room-has-its-place',
      severity: 'error',
      from: { path: '^src/', pathNot: [path(order), '^src/[^/]+$'] },
      to: {},
    },
    {
      name: 'front-doors-know-nothing-of-each-other',
      severity: 'error',
      from: { path: '^src/entrypoints/cli/' },
      to: { path: '^src/entrypoints/action/' },
    },
    {
      name: 'pure-imports-pure-and-base-only',
      severity: 'error',
      from: { path: purePath, pathNot: ['\\.test\\.ts$', '^src/operations/'] },
      // A type is no dependency: what another room's data looks like may be known.
      to: {
        path: '^src/',
        pathNot: [purePath, '^src/(base|programs)/', adapterLists],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pure-touches-nothing',
      severity: 'error',
      from: { path: [purePath, '^src/base/'], pathNot: ['\\.test\\.ts$', '^src/operations/'] },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|path|path/posix|util|buffer)$' },
    },
    {
      name: 'only-app-names-adapters',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(app|providers|dns)/', '\\.test\\.ts$'] },
      to: { path: '^src/(providers/[^/]+/|dns/[^/]+/)' },
    },
    {
      // A definition loads its code when it is asked for, and the code knows the type of its request.
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    sdk('ssh', ['node-ssh', 'ssh2'], ['remote/']),
    sdk('git', ['simple-git'], ['ledger/']),
    sdk('actions', ['@actions'], ['entrypoints/action/', 'github/']),
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
