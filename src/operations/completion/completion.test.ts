import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { operationNames, operations } from '../registry.js'
import { renderBash } from './bash.js'
import { type CompletedOperation, completedOperations } from './completed-operation.js'
import { renderFish } from './fish.js'
import { renderZsh } from './zsh.js'

const folder = mkdtempSync(join(tmpdir(), 'drover-completion-'))
const script = join(folder, 'drover.bash')
writeFileSync(script, renderBash(completedOperations(operations)))
for (const name of ['flock.json', 'key']) writeFileSync(join(folder, name), '')

afterAll(() => rmSync(folder, { recursive: true }))

/** What a real bash offers for the last of the words, as its readline would ask. */
function offered(...words: readonly string[]): readonly string[] {
  const ask =
    'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _drover; printf "%s\\n" "${COMPREPLY[@]}"'
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', ask, 'bash', script, 'drover', ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  return stdout.split('\n').filter(Boolean)
}

test('bash offers every operation', () => {
  expect(offered('')).toEqual(expect.arrayContaining([...operationNames, 'preview', '--help']))
})

test.each<readonly [string, readonly string[], readonly string[]]>([
  ['an operation that is half typed', ['prov'], ['provision']],
  ['the flags of the operation', ['update', 'web-1', '--se'], ['--secrets-file', '--security-only']],
  ['no flag of another operation', ['list', '--sec'], ['--secrets-file']],
  ['no input that is for workflows alone', ['run', '--command'], []],
  ['the flags of an alias', ['preview', '--si'], ['--since']],
  ['the choices of a flag', ['update', '--reboot', ''], ['never', 'auto', 'always']],
  ['the choices behind a sign that bash splits at', ['update', '--reboot', '=', 'a'], ['auto', 'always']],
  ['the choices at once behind that sign', ['update', '--reboot', '='], ['never', 'auto', 'always']],
  ['nothing where it knows no value', ['list', '--branch', ''], []],
  ['files for a flag that takes one', ['list', '--ssh-key-file', 'k'], ['key']],
  ['files for an operation that takes them', ['replay', 'fl'], ['flock.json']],
  ['the words that must follow', ['completion', ''], ['bash', 'zsh', 'fish']],
  ['the flags behind such a word', ['workflows', 'sync', '--ov'], ['--overwrite']],
  ['nothing of its own behind the command of run', ['run', 'a', '--', 'l'], []],
])('bash offers %s', (_name, words, answers) => {
  expect(offered(...words)).toEqual(answers)
})

test('bash offers all flags of every operation', () => {
  for (const { names, words, flags } of completedOperations(operations))
    for (const name of names)
      expect(offered(name, ...words.slice(0, 1), '--')).toEqual(flags.map((flag) => flag.name))
})

const paint: CompletedOperation = {
  names: ['paint', 'colour'],
  summary: "Paint: not today's",
  words: ['now'],
  arguments: { kind: 'folder', name: 'FOLDER' },
  flags: [
    { name: '--wet', summary: 'Wet [or not]', value: { kind: 'nothing' } },
    { name: '--with', summary: 'Which', value: { kind: 'choice', name: 'BRUSH', choices: ['a', 'b'] } },
    { name: '--from', summary: 'Tin', value: { kind: 'file', name: 'FILE' } },
    { name: '--area', summary: 'Where', value: { kind: 'text', name: 'AREA' } },
  ],
}

test('zsh is told operations, flags, choices, files and words', () => {
  const lines = renderZsh([paint]).split('\n')
  expect(lines[0]).toBe('#compdef drover')
  expect(lines).toContain("    'colour:Paint: not today'\\''s'")
  const start = lines.indexOf('    paint|colour)')
  expect(lines.slice(start, start + 9)).toEqual([
    '    paint|colour)',
    '      _arguments \\',
    "        '--wet[Wet \\[or not\\]]' \\",
    "        '--with=[Which]:BRUSH:(a b)' \\",
    "        '--from=[Tin]:FILE:_files' \\",
    "        '--area=[Where]:AREA: ' \\",
    "        '1:word:(now)' \\",
    "        '*:FOLDER:_files -/'",
    '      ;;',
  ])
})

test('fish is told operations, flags, choices, files and words', () => {
  const here = "complete -c drover -n '__fish_seen_subcommand_from paint colour'"
  expect(renderFish([paint]).split('\n').slice(1)).toEqual([
    'complete -c drover -f',
    "complete -c drover -n __fish_use_subcommand -a paint -d 'Paint: not today\\'s'",
    "complete -c drover -n __fish_use_subcommand -a colour -d 'Paint: not today\\'s'",
    `${here} -a 'now'`,
    `${here} -x -a '(__fish_complete_directories)'`,
    `${here} -l wet -d 'Wet [or not]'`,
    `${here} -l with -x -a 'a b' -d 'Which'`,
    `${here} -l from -r -F -d 'Tin'`,
    `${here} -l area -x -d 'Where'`,
    '',
  ])
})
