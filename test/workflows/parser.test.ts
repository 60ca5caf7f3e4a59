import { registerHooks } from 'node:module'
import { describe, expect, test } from 'vitest'
import { readTemplates } from './read-templates.js'

/** What we use of `@actions/workflow-parser`, GitHub's own parser of workflows. */
interface Parser {
  readonly NoOperationTraceWriter: new () => object
  parseWorkflow(file: WorkflowFile, trace: object): { readonly context: Context; readonly value?: object }
  convertWorkflowTemplate(
    context: Context,
    root: object | undefined,
    files: { getFileContent(reference: { readonly path: string }): Promise<WorkflowFile> },
    options: { readonly fetchReusableWorkflowDepth: 1 },
  ): Promise<{ readonly jobs?: readonly { readonly id: { readonly value: string } }[] }>
}

interface WorkflowFile {
  readonly name: string
  readonly content: string
}

interface Context {
  readonly errors: { getErrors(): readonly { readonly message: string }[] }
}

const name = '@actions/workflow-parser'
const templates = readTemplates()

// The package imports its JSON without saying that it is JSON, which Node refuses.
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context)
    return specifier.endsWith('.json') ? { ...found, importAttributes: { type: 'json' } } : found
  },
})

/** The errors that GitHub reports for a workflow, and those that it calls, before it starts it. */
async function complaintsOf(text: string): Promise<readonly string[]> {
  const parser = (await import(name)) as Parser
  const file = { name: '.github/workflows/tested.yml', content: text }
  const { context, value } = parser.parseWorkflow(file, new parser.NoOperationTraceWriter())
  const files = { getFileContent: async ({ path }: { readonly path: string }) => readCalled(path) }
  if (value !== undefined) {
    await parser.convertWorkflowTemplate(context, value, files, { fetchReusableWorkflowDepth: 1 })
  }
  return context.errors.getErrors().map(({ message }) => message)
}

function readCalled(path: string): WorkflowFile {
  const called = templates.find((one) => path === `.github/workflows/${one.path.replace('main/', '')}`)
  if (called === undefined) throw new Error(`no workflow ${path}`)
  return { name: path, content: called.text }
}

const textOf = (path: string): string =>
  templates.find((one) => one.path === path)?.text ?? expect.unreachable()

describe(name, () => {
  test.each(templates)("GitHub's parser finds nothing wrong with $path", async ({ text }) => {
    expect(await complaintsOf(text)).toEqual([])
  })

  test.each<readonly [string, string, string, string]>([
    ['a queue that there is not', 'main/drover.yml', 'queue: max', 'queue: all'],
    ['an environment without a name', 'main/drover.yml', 'name: ${{ inputs.environment }}', 'url: x'],
    [
      'an expression of a context that is not there',
      'main/drover.yml',
      'needs.shard.outputs.canary !=',
      'steps.x !=',
    ],
    ['a name that no input has', 'main/create.yml', 'operation: create', 'operations: create'],
    ['a secret that is not declared', 'main/create.yml', 'DROVER_SSH_KEY: ', 'DROVER_SSH_KEYS: '],
    ['a right that there is not', 'config/push.yml', 'contents: write', 'contents: push'],
  ])("GitHub's parser finds %s", async (_name, path, right, wrong) => {
    const text = textOf(path)
    expect(text).toContain(right)
    expect(await complaintsOf(text.replace(right, wrong))).not.toEqual([])
  })
})
