import { defineConfig } from 'vitest/config'

/** Real machines, which two files at once would make wait for each other. */
const realParts = {
  environment: 'node',
  testTimeout: 120_000,
  hookTimeout: 180_000,
  fileParallelism: false,
} as const

export default defineConfig({
  test: {
    projects: [
      // Properties with thousands of cases take a while on a computer that others use.
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/workflows/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      { test: { ...realParts, name: 'integration', include: ['test/integration/**/*.test.ts'] } },
      // Apart, because they take as long as all others together.
      {
        test: {
          ...realParts,
          name: 'aws',
          include: ['test/aws/**/*.test.ts'],
          globalSetup: ['test/support/aws/set-up.ts'],
        },
      },
      // Apart as well: installing packages takes its time.
      {
        test: {
          ...realParts,
          name: 'application',
          include: ['test/application/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 900_000,
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
