import { expect, test } from 'vitest'
import { convertTemplate } from './convert-template.js'

const carried: readonly (readonly [string, string])[] = [
  ['no tags, { one } brace', 'no tags, { one } brace'],
  [
    '{{hostname}} {{{ domain }}} {{& nginx_root_options}}',
    '{{machine.name}} {{vars.domain}} {{vars.nginx_root_options}}',
  ],
  ['p: {{RANDOM9}}', 'p: {{generated "RANDOM9" "hex" 32}}'],
  ['{{hostname}}}', '{{machine.name}}{{!}}}'],
  ['C:\\{{hostname}}\\x', 'C:\\\\{{machine.name}}\\x'],
  ['{{! why }}\nx', '{{!-- why --}}\nx'],
  ['{{#domain}}\nd\n{{/domain}}\n', '{{#if vars.domain}}\nd\n{{/if}}\n'],
  ['{{^nobody}}n{{/nobody}}', '{{#unless vars.nobody}}n{{/unless}}'],
  ['a{{nobody}}b', 'ab'],
]

const refused: readonly (readonly [string, string])[] = [
  ['x\n{{> part}}', '2: "{{> part}}": there are no partials'],
  ['{{=<% %>=}}', '1: other delimiters are not supported'],
  ['{{#RANDOM0}}x{{/RANDOM0}}', '1: "{{#RANDOM0}}": a secret cannot decide what a template holds'],
  ['{{#domain}}\n{{.}}{{/domain}}', '2: "{{.}}" has no counterpart'],
  ['{{hostname.upper}}', '1: "{{hostname.upper}}" has no counterpart'],
  ['a\n\n{{hostname', '3: a tag is never closed: the older scripts stop here'],
  ['{{#domain}}', '1: "{{#domain}}" is never closed: the older scripts stop here'],
  ['{{/domain}}', '1: "{{/domain}}" closes what is not open: the older scripts stop here'],
  ['{{}}', '1: a tag is empty: the older scripts stop here'],
  [
    'x\n\t{{#domain}}\nd{{/domain}}',
    '2: Drover would give other blank lines or braces here than the older scripts',
  ],
]

test.each(carried)('the mustache template %j is converted', (text, expected) => {
  expect(convertTemplate(text).text).toBe(expected)
})

test.each(refused)('the mustache template %j is left out, with its line', (text, expected) => {
  const { text: none, notes } = convertTemplate(text)
  expect(none).toBeUndefined()
  expect(notes.map(({ line, message }) => `${line}: ${message}`)).toEqual([expected])
})

test('convertTemplate reports every name that has no value', () => {
  const { notes } = convertTemplate('{{one}}\n{{hostname}}\n{{two}}')
  expect(notes.map(({ line }) => line)).toEqual([1, 3])
})
