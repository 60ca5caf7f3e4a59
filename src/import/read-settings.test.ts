import { expect, test } from 'vitest'
import { type OlderSettings, readSettings } from './read-settings.js'

const read = (text: string): OlderSettings => readSettings(Buffer.from(text))

test('the settings file says who logs in, where machines are and what they are called', () => {
  const text =
    'user: admin\ndomain: example.org\nemail: a@example.org\nowner: Ann\ndeploy-group: lo\n' +
    'aws_subnet_id: subnet-01234567\naws_security_group: web\nkey_filename: /k.pem\nec2_tags: {use: x, n: 4}\n'
  expect(read(text)).toMatchObject({
    user: 'admin',
    domain: 'example.org',
    keyFile: '/k.pem',
    ec2: {
      subnet: 'subnet-01234567',
      'security-groups': ['web'],
      tags: { Owner: 'Ann', 'deploy-group': 'lo', use: 'x', n: '4' },
    },
    notes: [],
    problems: [],
  })
})

test('the settings file may be missing, and the defaults are reported', () => {
  const { user, notes } = readSettings(undefined)
  expect(user).toBe('ubuntu')
  expect(notes.map(({ kind }) => kind)).toEqual(['guessed', 'guessed'])
})

test('the settings file reports each key that the scripts do not know as a secret, without its value', () => {
  const settings = read('user: a\ndomain: example.org\nslack-token: xoxb-1234\n9lives: [value-in-list]\n')
  expect(settings.secrets).toMatchObject([
    { name: 'SLACK_TOKEN', at: { line: 3 } },
    { name: 'FILE_9LIVES', at: { line: 4 } },
  ])
  expect(settings.tokens).toEqual(new Map([['SLACK_TOKEN', 'xoxb-1234']]))
  expect(JSON.stringify([settings.notes, settings.secrets, settings.problems])).not.toMatch(/xoxb|in-list/)
})

test.each(['user: [', '- a\n', 'a: *nobody\n', '\xff'])(
  'the settings file is refused when it holds %j',
  (text) => {
    const [problem] = readSettings(Buffer.from(text, 'latin1')).problems
    expect(problem?.message).toBe('settings/CREDS.YAML: is not a YAML map of settings')
  },
)

test.each([
  'user: "a b"',
  'domain: "<x>"',
  'aws_subnet_id: vpc-1',
  'ec2_tags: {Name: x}',
  'ec2_tags: {a: {}}',
])('a setting without a possible value is left out: %s', (line) => {
  expect(read(line).notes).toContainEqual(expect.objectContaining({ kind: 'not-carried' }))
})
