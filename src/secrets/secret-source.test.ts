import { expect, test } from 'vitest'
import { InputError, type Problem } from '../base/errors.js'
import { makeSecretSource } from './secret-source.js'

function problemsOf(act: () => unknown): readonly Problem[] {
  try {
    act()
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
  return []
}

test('a secret source takes a value from the environment first, then from the JSON', () => {
  const source = makeSecretSource({ env: { A: 'from-env' }, json: '{"A": "from-json", "B": "other"}' })
  expect(source('A')?.reveal()).toBe('from-env')
  expect(source('B')?.reveal()).toBe('other')
  expect(source('C')).toBeUndefined()
  expect(source.names).toEqual(['A', 'B'])
})

test('a secret source treats an empty value as one that was not given', () => {
  const source = makeSecretSource({ env: { A: '' }, json: '{"A": "from-json", "B": ""}' })
  expect(source('A')?.reveal()).toBe('from-json')
  expect(source('B')).toBeUndefined()
  expect(source.names).toEqual(['A'])
})

test.each([undefined, '', ' \n'])('a secret source works without JSON: %j', (json) => {
  expect(makeSecretSource({ env: {}, json }).names).toEqual([])
})

test.each(['toString', '__proto__', 'constructor'])(
  'a secret source does not find %s, which was not given',
  (name) => {
    expect(makeSecretSource({ env: {}, json: '{"A": "from-json"}' })(name)).toBeUndefined()
  },
)

test.each([
  ['text that does not parse', 'hunter2-is-my-password', 'it does not parse'],
  ['a JSON that breaks off', '{"A": "hunter2', 'it does not parse'],
  ['a list', '["hunter2"]', 'it is a list'],
  ['a single value', '"hunter2"', 'it is a single value'],
  ['null', 'null', 'it is a single value'],
])('a secret source refuses %s without quoting it', (_name, json, cause) => {
  const problems = problemsOf(() => makeSecretSource({ env: {}, json }))
  expect(problems).toMatchObject([
    { reason: 'invalid-argument', message: `secrets: not a JSON object: ${cause}` },
  ])
  expect(JSON.stringify(problems)).not.toContain('hunter2')
})

test('a secret source names every value that is not a text, and quotes none', () => {
  const problems = problemsOf(() =>
    makeSecretSource({ env: {}, json: '{"A": 123456, "B": "fine", "C": {"D": "x"}}' }),
  )
  expect(problems.map(({ message }) => message)).toEqual([
    'secrets: "A" is not a text',
    'secrets: "C" is not a text',
  ])
  expect(JSON.stringify(problems)).not.toContain('123456')
})

test.each([
  ['short', 'abc', 'too short'],
  ['short but for white space', ' abc \n', 'too short'],
  ['made of few characters', '😀😀', 'too short'],
  ['white space', '      ', 'only white space'],
  ['with a NUL', 'abcdefg\0h', 'a NUL'],
])('a secret source refuses a value that is %s without quoting it', (_name, value, cause) => {
  const source = makeSecretSource({ env: { TOKEN: value } })
  const problems = problemsOf(() => source('TOKEN'))
  expect(problems).toMatchObject([{ reason: 'unsafe-secret' }])
  expect(problems[0]?.message).toContain('"TOKEN"')
  expect(problems[0]?.message).toContain(cause)
  expect(JSON.stringify(problems)).not.toContain(JSON.stringify(value).slice(1, -1).trim() || '     ')
})

test('a secret source ignores an unsafe value that nothing requires', () => {
  expect(makeSecretSource({ env: {}, json: '{"A": "x", "B": "good-value"}' })('B')?.reveal()).toBe(
    'good-value',
  )
})
