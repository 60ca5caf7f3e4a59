import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { apiCalls } from './api-calls.js'

interface Statement {
  readonly Sid: string
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Resource: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const docs = join(import.meta.dirname, '../../../docs/aws')
const read = (name: string): { readonly Statement: readonly Statement[] } =>
  JSON.parse(readFileSync(join(docs, name), 'utf8'))
const { Statement: statements } = read('policy.json')
const actionsOf = ({ Action }: Statement): readonly string[] => [Action].flat()

/** What the code sends and what needs a permission for it: the list is all there is, as the last tests see to. */
const used = new Set<string>(Object.values(apiCalls).flatMap(({ actions }) => [...actions]))

test.each([...used])('the policy in docs/aws/policy.json allows %s', (action) => {
  expect(statements.filter((one) => one.Effect === 'Allow').flatMap(actionsOf)).toContain(action)
})

test('the policy allows nothing of EC2, SSM or IAM that the code does not use, and no wildcard', () => {
  const allowed = statements.flatMap(actionsOf).filter((action) => /^(?:ec2|ssm|iam):/.test(action))
  expect(allowed.filter((action) => !used.has(action))).toEqual([])
  expect(statements.flatMap(actionsOf).filter((action) => action.includes('*'))).toEqual([])
})

test.each(
  Object.entries(apiCalls)
    .filter(([name]) => /^(?:Start|Stop|Reboot|Terminate|Modify|Create|Delete)/.test(name))
    .flatMap(([, { actions }]) => [...actions]),
)('the policy allows %s only on resources with the tag of the flock', (action) => {
  const granting = statements.filter((one) => actionsOf(one).includes(action))
  for (const { Sid, Condition } of granting) {
    const equal = Condition?.StringEquals ?? {}
    const tag = equal['aws:ResourceTag/drover:flock'] ?? equal['aws:RequestTag/drover:flock']
    expect([Sid, tag]).toEqual([Sid, 'FLOCK'])
  }
})

test('the policy allows every call of Route 53 that the code makes', () => {
  const source = join(import.meta.dirname, '../..')
  const files = readdirSync(join(source, 'dns'), { recursive: true, encoding: 'utf8' })
  const texts = files
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(source, 'dns', name), 'utf8'))
  const sent = texts.flatMap((text) => [...text.matchAll(/new sdk\.(\w+)Command\b/g)].map(([, name]) => name))
  const allowed = statements.flatMap(actionsOf)
  expect(sent.filter((name) => !allowed.includes(`route53:${name}`))).toEqual([])
})

test('the policy lets a launch make only resources with the tag of the flock', () => {
  const made = ['instance', 'volume', 'network-interface']
  const granting = statements.filter((one) => actionsOf(one).includes('ec2:RunInstances'))
  for (const { Resource, Condition } of granting) {
    const makes = [Resource]
      .flat()
      .some((arn) => made.some((kind) => arn.includes(`:${kind}/`)) || arn === '*')
    if (makes) expect(Condition?.StringEquals?.['aws:RequestTag/drover:flock']).toBe('FLOCK')
  }
})

test('the policy lets nobody give a machine to another flock', () => {
  const tagging = statements.filter((one) => actionsOf(one).some((action) => action.endsWith('eteTags')))
  expect(tagging).not.toEqual([])
  for (const { Condition } of tagging) {
    const keys = Condition?.['ForAllValues:StringEquals']?.['aws:TagKeys']
    expect(keys).toEqual(['drover:expires', 'drover:host-key'])
  }
})

test('the trust policy takes both forms of the subject that GitHub writes, and one audience', () => {
  const [statement] = read('trust-policy.json').Statement
  const equal = statement?.Condition?.StringEquals ?? {}
  expect(equal['token.actions.githubusercontent.com:aud']).toBe('sts.amazonaws.com')
  expect(equal['token.actions.githubusercontent.com:sub']).toEqual([
    'repo:OWNER/REPO:environment:ENVIRONMENT',
    'repo:OWNER@OWNER_ID/REPO@REPO_ID:environment:ENVIRONMENT',
  ])
})

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(join(import.meta.dirname, name), 'utf8') }))
const withoutTypes = (text: string): string => text.replace(/^import type [\s\S]*?from '[^']+'$/gm, '')

test('only ec2-calls.ts loads the SDK, and only when it is needed', () => {
  const loading = sources.filter(({ text }) => withoutTypes(text).includes('@aws-sdk'))
  expect(loading.map(({ name }) => name)).toEqual(['ec2-calls.ts'])
  expect(withoutTypes(loading[0]?.text ?? '')).not.toMatch(/^import .*@aws-sdk/m)
})

test('only one line of the code sends commands, by their name', () => {
  const lines = sources.flatMap(({ text }) => text.split('\n').filter((line) => /\.send\(/.test(line)))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('client.send(new Command(input)')
})

test('the list of calls holds exactly the calls that the code makes', () => {
  const made = sources.flatMap(({ text }) => [...text.matchAll(/\.call\('(\w+)'/g)].map(([, name]) => name))
  expect([...new Set(made)].sort()).toEqual(Object.keys(apiCalls).sort())
})
