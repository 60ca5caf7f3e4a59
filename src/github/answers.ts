import * as z from 'zod'
import type { Comment, WorkflowRun } from './github.js'

/**
 * The parts of GitHub's answers that Drover reads (api.github.com, version 2022-11-28). Octokit gives an
 * empty text for a body that was cut off, so the promised types are checked.
 */
const comment = z.object({
  id: z.int(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullish(),
})

const workflowRun = z.object({
  id: z.int(),
  name: z.string().nullish(),
  display_title: z.string(),
  event: z.string(),
  status: z.string().nullish(),
  conclusion: z.string().nullish(),
  html_url: z.string(),
  created_at: z.string(),
  run_started_at: z.string().nullish(),
  updated_at: z.string(),
})

export const answers = {
  comment,
  comments: z.array(comment),
  workflowRun,
  workflowRuns: z.object({ workflow_runs: z.array(workflowRun) }),
  pull: z.object({ head: z.object({ sha: z.string() }) }),
  viewer: z.object({ viewer: z.object({ login: z.string() }) }),
  made: z.object({ id: z.int() }),
} as const

export type CommentAnswer = z.infer<typeof comment>

export function toComment({ id, html_url }: CommentAnswer): Comment {
  return { id, url: html_url }
}

export function toWorkflowRun(answer: z.infer<typeof workflowRun>): WorkflowRun {
  const { id, name, display_title, event, status, conclusion, html_url } = answer
  const durationMs = Date.parse(answer.updated_at) - Date.parse(answer.run_started_at ?? answer.created_at)
  const hasEnded = status === 'completed'
  return {
    id: String(id),
    workflow: name ?? '',
    title: display_title,
    event,
    conclusion: (hasEnded ? conclusion : status) ?? 'unknown',
    url: html_url,
    ...(hasEnded && durationMs >= 0 && { durationMs }),
  }
}
