import { defineConfig } from 'vitest/config'

/** Files with real machines, one at a time. */
const realParts = {
  environment: 'node',
  testTimeout: 120_000,
  hookTimeout: 180_000,
  fileParallelism: false,
} as const

/** Files that mostly wait, for boots, silences and deadlines: side by side, each with a flock of its own. */
const sideBySide = {
  ...realParts,
  fileParallelism: true,
  maxWorkers: 2,
  // The first of all makes the root of Debian, for which the others wait.
  hookTimeout: 900_000,
} as const

/** Files that others would disturb, most because they measure or run on a faster clock: one at a time, after those. */
const alone = { ...realParts, maxWorkers: 1, sequence: { groupOrder: 1 } } as const
const integrationAlone = ['front-doors', 'host-identity', 'local-boot', 'plan-size'].map(
  (name) => `test/integration/${name}.test.ts`,
)
const awsAlone = ['ec2-faults', 'ec2-launch', 'ec2-made-once', 'ec2-provider', 'ec2-start', 'killed-rig'].map(
  (name) => `test/aws/${name}.test.ts`,
)

export default defineConfig({
  test: {
    projects: [
      // Properties with thousands of cases take a while on a computer that others use.
      {
        test: {
          name: 'unit',
          include: ['{src,scripts,test/workflows,test/structure}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...sideBySide,
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          exclude: integrationAlone,
        },
      },
      { test: { ...alone, name: 'integration-alone', include: integrationAlone } },
      // Apart, because they take as long as all others together.
      {
        test: {
          ...sideBySide,
          name: 'aws',
          include: ['test/aws/**/*.test.ts'],
          exclude: awsAlone,
          globalSetup: ['test/support/aws/set-up.ts'],
        },
      },
      {
        test: {
          ...alone,
          name: 'aws-alone',
          include: awsAlone,
          globalSetup: ['test/support/aws/set-up.ts'],
        },
      },
      // Apart as well: installing packages takes its time.
      {
        test: {
          ...sideBySide,
          name: 'application',
          include: ['test/application/**/*.test.ts'],
          testTimeout: 600_000,
        },
      },
      {
        test: {
          ...realParts,
          name: 'certificates',
          include: ['test/certificates/**/*.test.ts'],
          globalSetup: ['test/support/aws/set-up.ts'],
        },
      },
      { test: { ...realParts, name: 'act', include: ['test/act/**/*.test.ts'] } },
    ],
  },
})
