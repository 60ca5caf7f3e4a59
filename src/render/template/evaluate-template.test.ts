import fc from 'fast-check'
import Handlebars from 'handlebars'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../base/json.js'
import { evaluateTemplate } from './evaluate-template.js'
import { readTemplate } from './read-template.js'

const context: JsonObject = {
  vars: {
    site: 'demo',
    port: 8080,
    tls: false,
    empty: [],
    none: null,
    zero: 0,
    html: `<a href="x">'&`,
    names: ['ann', 'bob'],
    users: [
      { name: 'ann', keys: ['k1', 'k2'] },
      { name: 'bob', keys: [] },
    ],
    limits: { soft: 10, hard: 20 },
    'odd key': 'odd',
  },
  machine: { name: 'web-1', groups: ['web'], provider: 'local' },
  flock: { name: 'demo-flock' },
}

function render(text: string): string {
  const { nodes, problems } = readTemplate(text)
  const evaluated = evaluateTemplate(nodes, context)
  expect([...problems, ...evaluated.problems]).toEqual([])
  return evaluated.parts.join('')
}

function problemsOf(text: string): readonly string[] {
  const { nodes, problems } = readTemplate(text)
  return [...problems, ...evaluateTemplate(nodes, context).problems].map(
    ({ reason, place, message, hint }) =>
      `${place.line}:${place.column} ${reason}: ${message}${hint ? ` (${hint})` : ''}`,
  )
}

const handlebars = Handlebars.create()
handlebars.registerHelper('eq', (one: unknown, other: unknown) => one === other)
handlebars.registerHelper('json', (value: unknown) => JSON.stringify(value))

/** With `noEscape`, Handlebars adds neighbouring numbers up: so escape, and undo it. */
function renderWithHandlebars(text: string): string {
  const escaped = handlebars.compile(text, { strict: true })(context)
  return escaped.replace(/&(lt|gt|quot|#x27|#x60|#x3D|amp);/g, (entity) => entities[entity] ?? entity)
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
  '&amp;': '&',
}

const rendered: readonly [string, string][] = [
  ['a\r\nb', 'a\r\nb'],
  ['{{vars.port}}{{vars.port}}', '80808080'],
  ['\ufeff{{vars.site}}\r\n', '\ufeffdemo\r\n'],
  ['{{vars.site}}:{{vars.port}} {{vars.tls}} {{vars.zero}}', 'demo:8080 false 0'],
  ['{{vars.none}}', ''],
  ['{{vars.html}} {{{vars.html}}} {{&vars.html}}', `<a href="x">'& <a href="x">'& <a href="x">'&`],
  ['{{vars.[odd key]}} {{vars/site}} {{this.vars.site}} {{@root.vars.site}}', 'odd demo demo demo'],
  ['{{vars.names.length}} {{vars.names.[1]}}', '2 bob'],
  ['{{! no }}{{!-- {{no}} --}}x', 'x'],
  ['\\{{vars.site}} {{vars.site}}', '{{vars.site}} demo'],
  ['{{#if vars.tls}}a{{else if vars.port}}b{{else}}c{{/if}}', 'b'],
  ['{{#if vars.zero}}a{{/if}}{{#if vars.empty}}b{{/if}}{{#if vars.limits}}c{{/if}}', 'c'],
  ['{{#unless vars.tls}}a{{else}}b{{/unless}}{{^if vars.tls}}c{{/if}}', 'ac'],
  [
    '{{#if (eq vars.site "demo")}}a{{/if}}{{#if (eq vars.port 8080)}}b{{/if}}{{#if (eq vars.tls true)}}c{{/if}}',
    'ab',
  ],
  ['{{#each vars.names}}{{@index}}{{this}}{{#unless @last}},{{/unless}}{{/each}}', '0ann,1bob'],
  ['{{#each vars.limits}}{{@key}}={{.}};{{/each}}', 'soft=10;hard=20;'],
  ['{{#each vars.limits as |value key|}}{{key}}={{value}};{{/each}}', 'soft=10;hard=20;'],
  ['{{#each vars.empty}}x{{else}}{{vars.site}}{{/each}}', 'demo'],
  [
    '{{#each vars.users}}{{name}}:{{#each keys}}{{../name}}/{{this}}/{{../../vars.site}} {{/each}}{{/each}}',
    'ann:ann/k1/demo ann/k2/demo bob:',
  ],
  [
    '{{#each vars.users as |user|}}{{#each user.keys as |key|}}{{user.name}}{{key}} {{/each}}{{/each}}',
    'annk1 annk2 ',
  ],
  ['{{#each vars.users}}{{#if keys}}{{name}}{{../vars.site}}{{/if}}{{/each}}', 'anndemo'],
  [
    '{{#with vars.limits}}{{soft}}{{../vars.site}}{{/with}}{{#with vars.limits as |l|}}{{l.hard}}{{/with}}',
    '10demo20',
  ],
  ['{{#with vars.empty}}a{{else}}b{{/with}}{{#with this}}{{vars.site}}{{/with}}', 'bdemo'],
  ['{{json vars.limits}} {{json vars.html}}', `{"soft":10,"hard":20} "<a href=\\"x\\">'&"`],
  ['a\n  {{#if vars.port}}\n  b\n  {{/if}}\nc\n', 'a\n  b\nc\n'],
  ['a {{~#if vars.port~}} b {{~/if~}} c', 'abc'],
]

const broken: readonly [string, readonly string[]][] = [
  ['a\n {{vars.sit}}', ['2:4 missing-variable: unknown name "vars.sit" (did you mean "vars.site"?)']],
  ['{{site}}', ['1:3 missing-variable: unknown name "site" (did you mean "vars.site"?)']],
  [
    '{{vars.limits.sotf}}',
    ['1:3 missing-variable: unknown name "vars.limits.sotf" (did you mean "vars.limits.soft"?)'],
  ],
  [
    '{{vars.quite_another}}',
    [
      '1:3 missing-variable: unknown name "vars.quite_another" (give "quite_another" below "vars" in flock.yml)',
    ],
  ],
  [
    '{{machine.address}}',
    ['1:3 missing-variable: unknown name "machine.address" (known here: name, groups, provider)'],
  ],
  [
    '{{vras.site}} {{flok.name}}',
    [
      '1:3 missing-variable: unknown name "vras.site" (did you mean "vars.site"?)',
      '1:17 missing-variable: unknown name "flok.name" (did you mean "flock.name"?)',
    ],
  ],
  [
    '{{#each vars.names}}{{vars.site}}{{/each}}',
    ['1:23 missing-variable: unknown name "vars.site" (did you mean "@root.vars.site"?)'],
  ],
  [
    '{{#each vars.users}}{{nam}}{{/each}}',
    ['1:23 missing-variable: unknown name "nam" (did you mean "name"?)'],
  ],
  [
    '{{@index}} {{../x}}',
    [
      '1:3 missing-variable: unknown name "@index" (known here: root)',
      '1:14 missing-variable: unknown name "../x" (nothing is known here)',
    ],
  ],
  ['{{#if vras.x}}{{/if}}', ['1:7 missing-variable: unknown name "vras.x" (did you mean "vars.x"?)']],
  [
    '{{vars.constructor}}{{vars.__proto__}}{{vars.names.map}}',
    [
      '1:3 missing-variable: unknown name "vars.constructor" (give "constructor" below "vars" in flock.yml)',
      '1:23 missing-variable: unknown name "vars.__proto__" (give "__proto__" below "vars" in flock.yml)',
      '1:41 missing-variable: unknown name "vars.names.map" (give "names.map" below "vars" in flock.yml)',
    ],
  ],
  [
    '{{vars.limits}}',
    [
      '1:1 invalid-template: "vars.limits" is a map, not a text (use #each, name a part of it, or write {{json NAME}})',
    ],
  ],
  [
    '{{vars.names}}',
    [
      '1:1 invalid-template: "vars.names" is a list, not a text (use #each, name a part of it, or write {{json NAME}})',
    ],
  ],
  ['{{#each vars.site}}x{{/each}}', ['1:9 invalid-template: "#each" requires a list or a map']],
  ['{{> part}}', ['1:1 invalid-template: partials are not supported (put the text into this file)']],
  [
    '{{#> part}}{{/part}}',
    ['1:1 invalid-template: partials are not supported (put the text into this file)'],
  ],
  [
    '{{* deco}}{{#* inline "x"}}{{/inline}}',
    [
      '1:1 invalid-template: decorators are not supported',
      '1:11 invalid-template: decorators are not supported',
    ],
  ],
  ['{{jsn vars.site}}', ['1:3 invalid-template: unknown helper "jsn" (did you mean "json"?)']],
  [
    '{{lookup vars "site"}}',
    ['1:3 invalid-template: unknown helper "lookup" (known are secret, generated, json, eq)'],
  ],
  ['{{#iff vars.site}}{{/iff}}', ['1:4 invalid-template: unknown helper "#iff" (did you mean "#if"?)']],
  [
    '{{#vars}}{{/vars}}',
    ['1:4 invalid-template: unknown helper "#vars" (known are #if, #unless, #each, #with)'],
  ],
  ['{{#if}}{{/if}}', ['1:1 invalid-template: "#if" takes exactly one value']],
  ['{{#if vars.site includeZero=true}}{{/if}}', ['1:1 invalid-template: "#if" takes exactly one value']],
  ['{{if vars.site}}', ['1:1 invalid-template: "if" is a block (write {{#if …}})']],
  ['{{eq vars.site}}', ['1:1 invalid-template: "eq" takes exactly two values']],
  ['{{"text"}}', ['1:1 invalid-template: a name was expected (to write braces as they are: \\{{)']],
  [
    '{{#each vars.names}}{{@../index}}{{/each}}',
    [
      '1:23 invalid-template: "@../index" is not supported (name the key of the outer loop: {{#each LIST as |item key|}})',
    ],
  ],
  ...[
    '{{secret}}',
    '{{secret lower}}',
    '{{secret "lower"}}',
    '{{secret vars.site}}',
    '{{secret "A" "B"}}',
    '{{secret "A" as base64}}',
    '{{secret "1A"}}',
  ].map((text): [string, string[]] => [
    text,
    [
      '1:1 invalid-template: "secret" takes exactly the name of a secret, in quotes (write {{secret "NAME"}}, the name in capitals, digits and _)',
    ],
  ]),
  [
    '{{#if (secret "A")}}x{{/if}}',
    [
      '1:7 invalid-template: a secret cannot decide what a template holds (write {{secret "NAME"}} or {{json (secret "NAME")}} where the value belongs)',
    ],
  ],
]

const unparsable: readonly [string, string][] = [
  [
    'a\n{{#if vars.site}}\nb\n',
    '4:1 invalid-template: does not parse: it ends inside a block that was never closed',
  ],
  ['x {{}} y', '1:1 invalid-template: does not parse: unexpected "}}" near "x {{}} y"'],
  ['a\n{{#if vars.site}}\n{{/each}}', "2:4 invalid-template: does not parse: if doesn't match each"],
  ['location ~ {{ [a', '1:1 invalid-template: does not parse: unexpected character near "location ~ {{ [a"'],
]

test.each(rendered)('the template %j gives %j, as Handlebars does', (text, expected) => {
  expect(render(text)).toBe(expected)
  expect(renderWithHandlebars(text)).toBe(expected)
})

test.each(broken)('the template %j is refused', (text, expected) => {
  expect(problemsOf(text)).toEqual(expected)
})

test.each(unparsable)('the template %j is refused at the place where it does not parse', (text, expected) => {
  const [problem, ...more] = problemsOf(text)
  expect(more).toEqual([])
  expect(problem).toContain(expected)
  expect(problem).toContain('template: false')
})

test('evaluateTemplate reports each unknown name that is reached once, and none of a branch that is not taken', () => {
  const text =
    '{{a}}\n{{#each vars.names}}{{../b}}{{/each}}{{#if vars.tls}}{{c}}{{/if}}{{#if vars.cert}}{{d}}{{else}}{{e}}{{/if}}'
  expect(problemsOf(text).map((problem) => /"(.*?)"/.exec(problem)?.[1])).toEqual(['a', '../b', 'e'])
})

test('a template can ask with #if for a variable that no layer gives', () => {
  expect(render('{{#if vars.cert}}a{{else}}b{{/if}}{{#unless vars.deep.er}}c{{/unless}}')).toBe('bc')
})

test('evaluateTemplate gives the same text as Handlebars for any template that it accepts', () => {
  const piece = fc.constantFrom(
    'x',
    '\n',
    '  ',
    '{{vars.site}}',
    '{{vars.port}}',
    '{{{vars.html}}}',
    '{{this}}',
    '{{name}}',
    '{{@index}}',
    '{{@key}}',
    '{{../name}}',
    '{{@root.flock.name}}',
    '{{json this}}',
    '{{../vars.site}}',
    '{{~vars.site~}}',
    '{{soft}}',
  )
  const block = fc.constantFrom(
    ['{{#if vars.tls}}', '{{/if}}'],
    ['{{#if name}}', '{{/if}}'],
    ['{{#unless vars.tls}}', '{{/unless}}'],
    ['{{#each vars.users}}', '{{/each}}'],
    ['{{#each vars.names as |name i|}}', '{{/each}}'],
    ['{{#each keys}}', '{{/each}}'],
    ['{{#each vars.limits}}', '{{/each}}'],
    ['{{#with vars.limits}}', '{{/with}}'],
    ['{{#with @root}}', '{{/with}}'],
    ['{{#with this as |vars|}}', '{{/with}}'],
  )
  const { body } = fc.letrec<{ body: string; part: string }>((tie) => ({
    body: fc.array(tie('part'), { maxLength: 5 }).map((parts) => parts.join('')),
    part: fc.oneof(
      { weight: 3, arbitrary: piece },
      fc
        .tuple(block, tie('body'), fc.option(tie('body')))
        .map(
          ([[open = '', close = ''], inner, otherwise]) =>
            `${open}${inner}${otherwise === null ? '' : `{{else}}${otherwise}`}${close}`,
        ),
    ),
  }))
  let compared = 0
  fc.assert(
    fc.property(body, (text) => {
      const { nodes, problems } = readTemplate(text)
      const evaluated = evaluateTemplate(nodes, context)
      if (problems.length + evaluated.problems.length > 0) return
      compared += 1
      expect(evaluated.parts.join('')).toBe(renderWithHandlebars(text))
    }),
    { numRuns: 1500 },
  )
  expect(compared).toBeGreaterThan(150)
})
