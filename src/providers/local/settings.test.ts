import { expect, test } from 'vitest'
import { InputError } from '../../base/errors.js'
import { parseLocalSettings } from './settings.js'

test('parseLocalSettings takes bookworm and no more packages by default', () => {
  expect(parseLocalSettings({})).toEqual({ suite: 'bookworm', packages: [] })
})

test('parseLocalSettings takes a suite and packages', () => {
  const settings = { suite: 'trixie', packages: ['nginx', 'g++'] }
  expect(parseLocalSettings(settings)).toEqual(settings)
})

test('parseLocalSettings reports all that is wrong at once', () => {
  const wrong = { suite: '../etc', packages: ['--option', 'nginx'], sise: 1 }
  const problems = catchInput(() => parseLocalSettings(wrong)).problems.map(({ message }) => message)
  expect(problems).toEqual([
    'settings: "sise" is not a setting of local machines',
    'settings: "suite" must be a Debian code name',
    'settings: "packages" must be a list of Debian package names',
  ])
})

function catchInput(act: () => unknown): InputError {
  try {
    act()
  } catch (error) {
    if (error instanceof InputError) return error
  }
  throw new Error('nothing was refused')
}
