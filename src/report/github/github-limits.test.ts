import { expect, test } from 'vitest'
import { cutCharacters, fitBlocks, githubLimits } from './github-limits.js'

test('the limits of GitHub are what its documentation says', () => {
  expect(githubLimits).toMatchObject({
    summaryBytes: 1_048_576,
    annotationsPerLevel: 10,
    annotationCharacters: 4096,
    outputBytes: 1_048_576,
    commentBytes: 65_536,
    deploymentCharacters: 140,
  })
  expect(githubLimits.resultCharacters * 2).toBeLessThan(githubLimits.outputBytes / 2)
})

test('a text is cut at the limit and says so, and no character is cut in two', () => {
  expect(cutCharacters('x'.repeat(10), 10)).toBe('x'.repeat(10))
  expect(cutCharacters('x'.repeat(11), 10)).toBe('xxx… (cut)')
  expect(cutCharacters('xx😀😀😀😀😀', 10)).toBe('xx… (cut)')
})

test('blocks are kept from the start while they and the sentence fit', () => {
  const fit = (limit: number): string => fitBlocks(['aaaa', 'bbbb', 'cc'], { limit, sentence: '!!' })
  expect(fit(10)).toBe('aaaabbbbcc')
  expect(fit(9)).toBe('aaaa!!')
  expect(fit(6)).toBe('aaaa!!')
  expect(fit(5)).toBe('!!')
})
