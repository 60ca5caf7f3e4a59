import { describe, inject, test } from 'vitest'
import type {} from './set-up.ts'

/**
 * A suite that needs moto. Where moto cannot be had it is skipped by name and counted; in CI, where a
 * missing part must not go unseen, it fails.
 */
export function describeAws(name: string, suite: () => void): void {
  const obstacle = inject('motoObstacle')
  if (obstacle === '') return void describe(name, suite)
  const inCi = !['', 'false'].includes(process.env.CI ?? '')
  if (!inCi) return void describe.skip(`${name} (${obstacle})`, suite)
  describe(name, () => {
    test('a suite with AWS has moto, as it must in CI', () => {
      throw new Error(obstacle)
    })
  })
}
