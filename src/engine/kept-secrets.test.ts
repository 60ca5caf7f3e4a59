import { expect, test } from 'vitest'
import { everyForm, textsIn } from '../../test/support/every-form.js'
import { makeFakeWorld, portsOf, requestFor } from '../../test/support/fake-world.js'
import { DroverError, InputError } from '../base/errors.js'
import type { Progress } from '../base/reporter.js'
import { Secret, sealKeySecret } from '../base/secret.js'
import type { LedgerRecord } from '../events/record.js'
import { fleetOperation, type Operation, wholeOperation } from '../operations/operation.js'
import type { AnyRequest } from '../request/request.js'
import { encodeGenerated, generatedPath } from '../sealed/generated-file.js'
import { Scrubber } from '../secrets/scrubber.js'
import { makeAgeSealer } from '../secrets/seal/age-sealer.js'
import { makeIdentity } from '../secrets/seal/make-identity.js'
import { missingSealKey } from '../secrets/seal/read-identities.js'
import { guardGiven, makeSecretSource } from '../secrets/secret-source.js'
import type { Ports } from '../task/ports.js'
import type { Task, TaskOutcome } from '../task/task.js'
import type { Result } from './result.js'
import { runLoaded } from './run-operation.js'

const names = [
  'GIVEN',
  'IN_TEMPLATE',
  'IN_TEMPLATE_OF_THE_TOOLKIT',
  'IN_TEMPLATE_OF_ANOTHER_MACHINE',
  'IN_VARIABLE',
  'CREDENTIALS',
  'CERTIFICATE',
  'CERTIFICATE_KEY',
  'GENERATED',
] as const
/** With everything that some encoding writes in another way. */
const secretOf = (name: string): string =>
  `-----BEGIN ${name}-----\ncanary "${name}" 'a' <b>&\\ $c \`d\` ü/?+%\nline of ${name} 91xZ+/55pQ==\n`
const generatedValue = secretOf('GENERATED').replaceAll('\n', ' ')
const values = new Map<string, string>([
  ...names.map((name) => [name, secretOf(name)] as const),
  ['GENERATED', generatedValue],
])

const { identity } = await makeIdentity()
const sealer = await makeAgeSealer(new Secret(sealKeySecret, identity))
const sealed = (await sealer.seal(encodeGenerated(new Map([['GENERATED', generatedValue]])))).toString(
  'latin1',
)

const flock = `flock: f
provider: ec2
dns: { name: '{name}.example.org' }
code: { app: { url: https://git.example.org/app.git, path: /opt/app, revision: main, via: push, credentials: CREDENTIALS } }
certificate: { from: secret, certificate-secret: CERTIFICATE, key-secret: CERTIFICATE_KEY }
machines:
  web-1:
  web-2:
`
const files = {
  'secrets-templates/all/files.yml': 'files:\n  - destination: /etc/token\n',
  'secrets-templates/all/token': '{{#if vars.never}}{{secret "IN_TEMPLATE"}}{{/if}}{{generated "GENERATED"}}',
  'secrets-templates/all/ansible-vars.yml': 'token: {{secret "IN_VARIABLE"}}\n',
  'secrets-templates/machines/web-2/other': '{{secret "IN_TEMPLATE_OF_ANOTHER_MACHINE"}}',
}
const toolkit = new Map([
  [
    'secrets-templates/all/default',
    { mode: '100644' as const, bytes: Buffer.from('{{secret "IN_TEMPLATE_OF_THE_TOOLKIT"}}') },
  ],
])

interface Ran {
  readonly result: Result
  readonly progress: readonly Progress[]
  readonly records: readonly LedgerRecord[]
  readonly journal: readonly LedgerRecord[]
  /** How often something sealed was opened. */
  readonly opened: number
}

interface Running {
  readonly operation: Operation<AnyRequest>
  readonly more?: Partial<Ports>
  readonly withGenerated?: boolean
}

async function run({ operation, more = {}, withGenerated = true }: Running): Promise<Ran> {
  const world = makeFakeWorld(flock, files)
  if (withGenerated) {
    world.tree.set(generatedPath('web-1'), { mode: '100644', bytes: Buffer.from(sealed, 'latin1') })
  }
  const scrubber = new Scrubber()
  const env = Object.fromEntries([...values].filter(([name]) => name !== 'GENERATED' && name !== 'GIVEN'))
  const source = makeSecretSource({ env, json: JSON.stringify({ GIVEN: values.get('GIVEN') }) })
  const guard = (secret: Secret): void => scrubber.add(secret)
  guardGiven(source, guard)
  const progress: Progress[] = []
  const journal: LedgerRecord[] = []
  const count = { opened: 0 }
  const open: typeof sealer.open = (bytes) => {
    count.opened += 1
    return sealer.open(bytes)
  }
  const counting = { ...sealer, open }
  const ports = portsOf(world, {
    secret: source,
    guard,
    clean: (text) => scrubber.clean(text),
    toolkit: async () => toolkit,
    seal: async () => counting,
    reporter: { report: (one) => void progress.push(one) },
    journal: { keep: (record) => void journal.push(record), drop: () => undefined },
    ...more,
  })
  const request = requestFor({ operation: 'run', selectors: ['web-1'], command: 'true' })
  const result = await runLoaded(async () => operation, { ports, request })
  return { result, progress, records: world.records, journal, opened: count.opened }
}

const forms = [...new Set([...values.values()].flatMap(everyForm))]
const all = forms.join('\n')

function leaksIn({ result, progress, records, journal }: Ran): readonly string[] {
  const texts = textsIn([result, progress, records, journal])
  return forms.filter((form) => texts.some((text) => text.includes(form)))
}

/** Every way in which work on a machine can speak. */
async function speak(task: Task): Promise<TaskOutcome> {
  for (const form of forms) {
    task.output(form, 'stdout')
    task.output(form, 'stderr')
    task.warn(form)
    task.stepStarted({ kind: 'observe', text: form, subject: form })
    task.stepDone({
      kind: 'observe',
      text: form,
      subject: form,
      status: 'failed',
      durationMs: 1,
      detail: form,
    })
    await task.step({ kind: 'observe', text: form }, async () => undefined)
    await task
      .step({ kind: 'observe', text: form }, () => Promise.reject(new Error(form)))
      .catch(() => undefined)
    tellDirectly(task.ports, form)
  }
  return {
    kind: 'failed',
    reason: 'command-failed',
    message: all,
    hint: all,
    at: { file: all },
    data: anyData({ text: all, [all]: [all, { deep: all }] }),
    event: { text: all, [all]: [all, { kind: all }] },
  }
}

/** What an operation of a later day may find out: no shape that is known here. */
function anyData(value: unknown): never {
  return value as never
}

function tellDirectly({ reporter }: Pick<Ports, 'reporter'>, form: string): void {
  const machine = 'web-1'
  reporter.report({ kind: 'notice', level: 'info', message: form })
  reporter.report({ kind: 'output', machine, stream: 'stdout', line: form })
  reporter.report({ kind: 'step', machine, step: { kind: 'observe', text: form, subject: form } })
  reporter.report({
    kind: 'step-done',
    machine,
    step: { kind: 'observe', text: form, subject: form, status: 'ok', durationMs: 1, detail: form },
  })
}

const failures: readonly (readonly [string, () => unknown])[] = [
  ['a failure', () => new DroverError(all, { reason: 'command-failed', hint: all, at: { file: all } })],
  ['a defect', () => new Error(all)],
  ['a text', () => all],
  [
    'problems of the input',
    () => new InputError([{ message: all, reason: 'invalid-flock', hint: all, at: { file: all } }]),
  ],
]

const operations: readonly (readonly [string, Operation<AnyRequest>])[] = [
  [
    'says them while it works and at its end',
    fleetOperation({ records: () => true, prepare: async () => speak }),
  ],
  ['leaves no record, and says them', fleetOperation({ records: () => false, prepare: async () => speak })],
  [
    'says them before it works',
    fleetOperation({
      records: () => true,
      prepare: async (ports) => {
        for (const form of forms) tellDirectly(ports, form)
        return async () => ({ kind: 'ok', reason: 'done', message: 'quiet' })
      },
    }),
  ],
  ...failures.flatMap(([what, thrown]): (readonly [string, Operation<AnyRequest>])[] => [
    [
      `throws ${what} that holds them on a machine`,
      fleetOperation({ records: () => true, prepare: async () => () => Promise.reject(thrown()) }),
    ],
    [
      `throws ${what} that holds them before it works`,
      fleetOperation({ records: () => true, prepare: () => Promise.reject(thrown()) }),
    ],
    [
      `goes its own way and throws ${what} that holds them`,
      wholeOperation(async (_ports, request, engine) => {
        await engine.choose(request)
        throw thrown()
      }),
    ],
  ]),
  [
    'goes its own way over machines and says them',
    wholeOperation(async (ports, request, engine) => {
      const { view, machines } = await engine.choose(request)
      const work = { operation: 'reap', machines, view, parallel: 1, records: true, work: speak }
      const { outcomes } = await engine.runTasks(work)
      for (const form of forms) tellDirectly(ports, form)
      const failure = new DroverError(all, { reason: 'command-failed', hint: all })
      return { outcomes, failure, data: anyData({ text: all, [all]: [all] }) }
    }),
  ],
  [
    'goes its own way without machines and says them at its end',
    wholeOperation(async (_ports, request, engine) => {
      await engine.choose(request)
      return { message: all, data: anyData([all]) }
    }),
  ],
  [
    'carries out another over machines, which says them',
    wholeOperation((_ports, request, engine) =>
      engine.runFleet(fleetOperation({ records: () => true, prepare: async () => speak }), {
        request,
      }),
    ),
  ],
]

test.each(operations)('no form of any secret gets out of an operation that %s', async (_what, operation) => {
  const ran = await run({ operation })
  expect(leaksIn(ran)).toEqual([])
  const texts = textsIn([ran.result, ran.progress, ran.records])
  for (const name of names) {
    expect(texts.filter((text) => text.includes(` ${name}]`)).length, `placeholders of ${name}`).not.toBe(0)
  }
})

test('the search finds a form where nothing is scrubbed', async () => {
  const operation = fleetOperation<AnyRequest>({ records: () => true, prepare: async () => speak })
  const leaks = leaksIn(await run({ operation, more: { clean: (text) => text } }))
  expect(leaks.length).toBe(forms.length)
})

const quiet = fleetOperation<AnyRequest>({
  records: () => false,
  connects: true,
  prepare: async () => async () => ({ kind: 'ok', reason: 'done', message: 'quiet' }),
})

test('the seal key is not asked for where no chosen machine has generated values', async () => {
  const seal: Ports['seal'] = () => Promise.reject(new Error('was asked for'))
  const { result, progress } = await run({ operation: quiet, withGenerated: false, more: { seal } })
  expect(result.exitCode).toBe(0)
  expect(progress.filter(({ kind }) => kind === 'notice')).toEqual([])
})

test('generated values are opened once, by whomever they are wanted', async () => {
  const twice = wholeOperation<AnyRequest>(async (_ports, request, engine) => {
    const choice = await engine.choose(request)
    await engine.runTasks({ ...choice, operation: 'x', parallel: 1, records: false, work: speak })
    return await engine.runFleet(quiet, { request })
  })
  expect((await run({ operation: twice })).opened).toBe(1)
})

test('without the key the work goes on, and what cannot be hidden is told', async () => {
  const { result, progress } = await run({
    operation: quiet,
    more: { seal: () => Promise.reject(missingSealKey()) },
  })
  expect(result.exitCode).toBe(0)
  const told = progress.filter(({ kind }) => kind === 'notice')
  expect(told).toMatchObject([
    { level: 'warning', message: expect.stringMatching(/^generated values of web-1 .*DROVER_SEAL_KEY/) },
  ])
})

test('a secret that cannot be kept out of logs is refused before a machine is reached', async () => {
  const secret = makeSecretSource({ env: { IN_TEMPLATE: 'abc' } })
  const refused = await run({ operation: quiet, more: { secret } })
  expect(refused.result).toMatchObject({ reason: 'unsafe-secret', exitCode: 2, outcomes: [] })
  const listing = fleetOperation<AnyRequest>({ ...quiet, connects: false })
  expect((await run({ operation: listing, more: { secret } })).result.exitCode).toBe(0)
})
