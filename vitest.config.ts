import { defineConfig } from 'vitest/config'

/** Suites that talk to moto as to AWS; they take as long as all others together. */
const aws = [
  'test/integration/aws-*.test.ts',
  'test/integration/ec2-*.test.ts',
  'test/integration/dns.test.ts',
]

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
      { test: { name: 'unit', include: ['src/**/*.test.ts'], environment: 'node' } },
      {
        test: {
          ...realParts,
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          exclude: aws,
        },
      },
      { test: { ...realParts, name: 'aws', include: aws, globalSetup: ['test/support/aws/set-up.ts'] } },
    ],
  },
})
