import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InputError, type Problem } from '../../base/errors.js'
import type { Flock } from '../flock.js'
import { parseFlock } from '../parse-flock.js'
import { type Selection, selectMachines } from './select.js'

const flock = parseFlock({
  file: 'flock.yml',
  text: `
flock: lo
groups: { base: , web: { groups: [base] }, proxy-eu: , proxy-us: , empty: }
machines:
  web-2: { groups: [web] }
  web-1: { groups: [web] }
  fp-eu-1: { groups: [proxy-eu] }
  fp-us-1: { groups: [proxy-us] }
  fp-us-2: { groups: [proxy-us] }
  db: { groups: [base] }
`,
})
const empty: Flock = {
  name: 'none',
  groups: ['web'],
  environments: [],
  machines: [],
  rolePlaces: new Map(),
}
const all = ['web-2', 'web-1', 'fp-eu-1', 'fp-us-1', 'fp-us-2', 'db']

const select = (selectors: readonly string[], rest: Partial<Selection> = {}): string[] =>
  selectMachines({ flock, selectors, ...rest }).map(({ name }) => name)

function problemsOf(selectors: readonly string[], rest: Partial<Selection> = {}): readonly Problem[] {
  try {
    select(selectors, rest)
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
  return []
}

test.each<[string[], string[]]>([
  [['db'], ['db']],
  [
    ['db', 'web-1', 'db'],
    ['web-1', 'db'],
  ],
  [['all'], all],
  [['fp-*'], ['fp-eu-1', 'fp-us-1', 'fp-us-2']],
  [['*-1'], ['web-1', 'fp-eu-1', 'fp-us-1']],
  [['fp-??-2'], ['fp-us-2']],
  [['*'], all],
  [['group:web'], ['web-2', 'web-1']],
  [['group:base'], ['web-2', 'web-1', 'db']],
  [['group:proxy-*'], ['fp-eu-1', 'fp-us-1', 'fp-us-2']],
  [['group:empty'], []],
  [
    ['all', '!db', '!fp-*'],
    ['web-2', 'web-1'],
  ],
  [['!group:base'], ['fp-eu-1', 'fp-us-1', 'fp-us-2']],
  [
    ['!db', '!group:proxy-us'],
    ['web-2', 'web-1', 'fp-eu-1'],
  ],
  [['!db', 'db'], []],
  [['group:web', '!web-1', 'web-1'], ['web-2']],
  [['all', '!all'], []],
])('selectMachines keeps the order of the flock: %j', (selectors, expected) => {
  expect(select(selectors)).toEqual(expected)
})

const changed = new Set(['db', 'web-2', 'gone'])

test.each<[string[], string[]]>([
  [['changed'], ['web-2', 'db']],
  [['changed', '!db'], ['web-2']],
  [['!changed'], ['web-1', 'fp-eu-1', 'fp-us-1', 'fp-us-2']],
  [['group:web', '!changed'], ['web-1']],
])('"changed" stands for the machines that a change concerns: %j', (selectors, expected) => {
  expect(select(selectors, { changed })).toEqual(expected)
})

test('"changed" selects no machine when nothing changed', () => {
  expect(select(['changed'], { changed: new Set() })).toEqual([])
})

test.each([['changed'], ['!changed']])(
  'selectMachines refuses "%s" where nothing can be compared',
  (selector) => {
    expect(problemsOf([selector])).toEqual([
      {
        reason: 'invalid-argument',
        message: 'machines: "changed" has nothing to compare with',
        hint: expect.stringContaining('say all'),
      },
    ])
  },
)

test('selectMachines refuses an empty list', () => {
  expect(problemsOf([])).toEqual([
    {
      reason: 'invalid-argument',
      message: 'machines: no machine is named',
      hint: expect.stringContaining('all'),
    },
  ])
})

test.each([
  ['web-3', '"web-3": not in the flock "lo"', 'did you mean "web-2"?'],
  ['WEB-1', '"WEB-1": not in the flock "lo"', 'did you mean "web-1"?'],
  [
    'something',
    '"something": not in the flock "lo"',
    'machines: web-2, web-1, fp-eu-1, fp-us-1, fp-us-2, db',
  ],
  ['web', '"web": not in the flock "lo"', 'did you mean "group:web"?'],
  [
    'zz-*',
    '"zz-*": matches no machine of the flock "lo"',
    'machines: web-2, web-1, fp-eu-1, fp-us-1, fp-us-2, db',
  ],
  ['group:wbe', '"group:wbe": no such group in the flock "lo"', 'did you mean "group:web"?'],
  ['group:db', '"group:db": no such group in the flock "lo"', 'did you mean "db"?'],
  [
    'group:zz*',
    '"group:zz*": matches no group of the flock "lo"',
    'groups: base, web, proxy-eu, proxy-us, empty',
  ],
  ['group:', '"group:": no such group in the flock "lo"', 'groups: base, web, proxy-eu, proxy-us, empty'],
  [
    '__proto__',
    '"__proto__": not in the flock "lo"',
    'machines: web-2, web-1, fp-eu-1, fp-us-1, fp-us-2, db',
  ],
  [
    '\u001b[2J',
    '"\\u001b[2J": not in the flock "lo"',
    'machines: web-2, web-1, fp-eu-1, fp-us-1, fp-us-2, db',
  ],
])('selectMachines refuses the unknown name "%s"', (selector, message, hint) => {
  const expected = [{ reason: 'unknown-machine', message, hint }]
  expect(problemsOf([selector])).toEqual(expected)
  expect(problemsOf(['all', `!${selector}`])).toEqual(expected)
})

test.each(['', '!', '!!db', ' '])('selectMachines refuses "%s", which is no selector', (selector) => {
  const [problem, ...others] = problemsOf(['db', selector])
  expect(others).toEqual([])
  expect(problem?.message).toContain(JSON.stringify(selector))
})

test('selectMachines reports all unknown names at once', () => {
  const problems = problemsOf(['web-1', 'a-a-a', 'group:b-b-b', '!c-c-c', 'changed', '!!'])
  expect(problems.map(({ reason }) => reason)).toEqual([
    'unknown-machine',
    'unknown-machine',
    'unknown-machine',
    'invalid-argument',
    'invalid-argument',
  ])
})

test('selectMachines refuses an unknown name and lists at most 8 known ones', () => {
  const many = parseFlock({ text: 'flock: lo\nmachines: { "m-{seq}": { count: 12 } }', file: 'f' })
  expect(problemsOf(['something'], { flock: many })[0]?.hint).toBe(
    'machines: m-1, m-2, m-3, m-4, m-5, m-6, m-7, m-8 and 4 more',
  )
})

test.each([[['all']], [['!all']], [['group:web']]])(
  '%j selects no machine in an empty flock',
  (selectors) => {
    expect(select(selectors, { flock: empty })).toEqual([])
  },
)

test.each(['web-1', '*'])('"%s" is unknown in an empty flock', (selector) => {
  expect(problemsOf([selector], { flock: empty })[0]).toMatchObject({
    reason: 'unknown-machine',
    hint: 'the flock has no machines',
  })
})

const positive = fc.constantFrom('all', 'db', 'fp-*', 'group:web', 'group:base', 'web-?')
const selectors = fc.array(
  fc.oneof(
    positive,
    positive.map((one) => `!${one}`),
  ),
  { minLength: 1, maxLength: 8 },
)

test('selectors mean the same in any order', () => {
  fc.assert(
    fc.property(selectors, (list) => {
      expect(select(list.toReversed())).toEqual(select(list))
    }),
  )
})

test('selectors never let through what one of them excludes', () => {
  fc.assert(
    fc.property(selectors, positive, (list, left) => {
      const chosen = new Set(select([...list, `!${left}`]))
      expect(select([left]).filter((name) => chosen.has(name))).toEqual([])
    }),
  )
})
