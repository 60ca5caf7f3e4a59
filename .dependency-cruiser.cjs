// The import rules of docs/architecture.md: a folder imports only folders of its own tier and of those below.
const tiers = [
  ['entrypoints'],
  ['app'],
  ['operations'],
  [
    ...['engine', 'task', 'branch', 'ops-repository'],
    ...['artifacts', 'capture', 'certificates', 'code', 'configure', 'lifecycle', 'long-work', 'packages'],
    ...['roles', 'sealed', 'transfer'],
  ],
  ['import', 'flock', 'render', 'request', 'rollout', 'workflows', 'report'],
  ['providers', 'dns', 'ledger', 'events', 'remote', 'secrets', 'github', 'git', 'system'],
  ['base'],
]
const path = (names) => `^src/(${names.join('|')})(/|\\.ts$)`

/** Folders that decide and touch nothing, and such parts of the topics. Of what acts they know types only. */
const pureFolders = ['import', 'flock', 'render', 'request', 'rollout', 'workflows', 'report']
const pure = `${path(pureFolders)}|^src/(?!operations/)[^/]+/(plan|commands)/|^src/task/failure\\.ts$`
/** Names of adapters, each with what would load it: the schema of `flock.yml` is made from them. */
const adapterLists = '^src/(providers/providers|dns/dns-providers)\\.ts$'
/** The one place that loads operations. */
const loader = '^src/engine/load\\.ts$'
const tests = '\\.test\\.ts$'

const downwards = tiers.slice(1).map((tier, index) => ({
  name: `no-upward-import-from-${tier[0]}`,
  severity: 'error',
  from: { path: path(tier), pathNot: loader },
  to: { path: path(tiers.slice(0, index + 1).flat()), pathNot: pure },
}))

const sdk = (name, modules, folders) => ({
  name: `one-folder-for-${name}`,
  severity: 'error',
  from: { pathNot: folders.map((folder) => `^src/${folder}`).concat('node_modules', tests) },
  to: { path: modules.map((module) => `node_modules/${module}/`) },
})

module.exports = {
  forbidden: [
    ...downwards,
    {
      name: 'every-folder-has-a-tier',
      severity: 'error',
      from: { path: '^src/', pathNot: `${path(tiers.flat())}|^src/[^/]+$` },
      to: {},
    },
    {
      name: 'front-doors-know-nothing-of-each-other',
      severity: 'error',
      from: { path: '^src/entrypoints/(action|cli)/' },
      to: { path: '^src/entrypoints/', pathNot: '^src/entrypoints/$1/' },
    },
    {
      name: 'pure-imports-pure-and-base-only',
      severity: 'error',
      from: { path: pure, pathNot: tests },
      to: {
        path: '^src/',
        pathNot: `${pure}|${path(['base'])}|${adapterLists}`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pure-touches-nothing',
      severity: 'error',
      from: { path: `${pure}|${path(['base'])}`, pathNot: tests },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|path|path/posix|util|buffer)$' },
    },
    {
      name: 'only-app-names-adapters',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(app|providers|dns)/|${tests}` },
      to: { path: '^src/(providers/[^/]+/|dns/[^/]+/)' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    sdk('ssh', ['node-ssh', 'ssh2'], ['remote/']),
    sdk('git', ['simple-git'], ['ledger/']),
    sdk('actions', ['@actions'], ['entrypoints/action/', 'github/']),
    sdk('age', ['age-encryption'], ['secrets/seal/']),
    sdk('octokit', ['@octokit'], ['github/']),
    sdk('yaml', ['yaml'], ['flock/', 'render/', 'import/', 'roles/plan/']),
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
