import { afterEach, beforeEach, expect, test } from 'vitest'
import { type GitHubStandIn, startGitHubStandIn } from '../../test/support/github-stand-in.js'
import { makeSkippingClock } from '../../test/support/skipping-clock.js'
import { Secret } from '../base/secret.js'
import type { GitHub } from './github.js'
import { type Kept, keepComment } from './keep-comment.js'
import { makeOctokitGitHub } from './octokit-github.js'

const marker = '<!-- drover: preview demo -->'
const bot = 'github-actions[bot]'
let server: GitHubStandIn

beforeEach(async () => {
  server = await startGitHubStandIn()
  server.heads.set(3, 'head-1')
})
afterEach(() => server.close())

const open = (): Promise<GitHub> =>
  makeOctokitGitHub({
    owner: 'o',
    repo: 'r',
    token: new Secret('token', 'good-token'),
    apiUrl: server.apiUrl,
    clock: makeSkippingClock(1000),
  })

async function keep(text: string, head = 'head-1'): Promise<Kept> {
  return keepComment(await open(), { pull: 3, head, marker, body: `${marker}\n${text}` })
}

const bodies = (): readonly (string | undefined)[] => server.comments.map(({ body }) => body)
const ours = (): readonly (string | undefined)[] => bodies().filter((body) => body?.startsWith(marker))

test('the first preview creates the comment, and the next one updates it in place', async () => {
  const first = await keep('one')
  expect(first.kind).toBe('written')
  expect(await keep('two')).toEqual(first)
  expect(bodies()).toEqual([`${marker}\ntwo`])
})

test("somebody else's comment that begins with the marker stays as it is", async () => {
  server.comment('mallory', `${marker}\nlook here`)
  await keep('one')
  expect(bodies()).toEqual([`${marker}\nlook here`, `${marker}\none`])
})

test('a second comment that an interrupted run left is removed', async () => {
  for (const text of ['a', 'b', 'c']) server.comment(bot, `${marker}\n${text}`)
  await keep('one')
  expect(bodies()).toEqual([`${marker}\none`])
})

test('the comment of a newer commit stays as it is', async () => {
  server.comment(bot, `${marker}\nof head-2`)
  server.heads.set(3, 'head-2')
  expect(await keep('of head-1')).toEqual({ kind: 'stale' })
  expect(bodies()).toEqual([`${marker}\nof head-2`])
})

test('a comment that somebody removes at that moment is created again', async () => {
  server.comment(bot, `${marker}\nold`)
  server.onRequest = ({ method }) => {
    if (method === 'PATCH') server.comments.splice(0)
  }
  await keep('one')
  expect(bodies()).toEqual([`${marker}\none`])
})

test('a lost answer leaves no second comment', async () => {
  server.faults.push({ on: /^POST .*comments/, late: true, answer: 'cut' })
  await keep('one')
  expect(bodies()).toEqual([`${marker}\none`])
})

test('two previews at once that both find no comment leave one comment', async () => {
  let looked = 0
  let openGate: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    openGate = resolve
  })
  server.onRequest = ({ method, path }) => {
    // Each asks for the head when it has looked for comments.
    if (path.endsWith('/pulls/3') && ++looked === 2) openGate()
    return method === 'POST' && path.endsWith('/comments') ? gate : undefined
  }
  await Promise.all([keep('one'), keep('two')])
  expect(server.asked.filter(({ method, path }) => method === 'POST' && path !== '/graphql')).toHaveLength(2)
  expect(ours()).toHaveLength(1)
})

test('two previews of one commit leave one comment in whatever order their requests come', async () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    server.comments.splice(0)
    let state = seed
    server.onRequest = () => {
      state = (state * 48_271) % 2_147_483_647
      return new Promise((resolve) => setTimeout(resolve, state % 6))
    }
    const kept = await Promise.all([keep('one'), keep('two')])
    expect(kept.map(({ kind }) => kind)).toEqual(['written', 'written'])
    expect(ours()).toHaveLength(1)
  }
})

test('a comment that is created late, after that of a newer commit, is removed again', async () => {
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const arrived = new Promise<void>((resolve) => {
    server.onRequest = ({ method, path }) => {
      if (method !== 'POST' || !path.endsWith('/comments')) return
      server.onRequest = () => undefined
      resolve()
      return held
    }
  })
  const old = keep('of head-1')
  await arrived
  server.heads.set(3, 'head-2')
  await keep('of head-2', 'head-2')
  release()
  expect(await old).toEqual({ kind: 'stale' })
  expect(bodies()).toEqual([`${marker}\nof head-2`])
})
