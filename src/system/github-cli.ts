import { succeeded } from '../base/command.js'
import type { RepositoryFacts } from '../base/repository-facts.js'
import { runProcess } from './run-process.js'

/** Asks GitHub about `OWNER/REPO` by `gh`, which knows how to log in; undefined when that does not work. */
export async function readRepositoryFacts(name: string): Promise<RepositoryFacts | undefined> {
  try {
    const ended = await runProcess({ argv: ['gh', 'api', `repos/${name}`], timeoutMs: 10_000 })
    if (!succeeded(ended)) return undefined
    return parseFacts(JSON.parse(ended.stdout.toString('utf8')))
  } catch {
    // Without gh, network or login the user has to look by themselves.
    return undefined
  }
}

/** Reads the answer to GET /repos/OWNER/REPO. */
function parseFacts(answer: unknown): RepositoryFacts | undefined {
  const { full_name: name, id, created_at: createdAt, owner } = fields(answer)
  const { id: ownerId } = fields(owner)
  if (typeof name !== 'string' || typeof createdAt !== 'string') return undefined
  if (typeof id !== 'number' || typeof ownerId !== 'number') return undefined
  return { name, id, ownerId, createdAt }
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
