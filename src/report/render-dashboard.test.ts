import { expect, test } from 'vitest'
import { type DashboardEntry, renderDashboard } from './render-dashboard.js'

const commit = '0123456789abcdef0123456789abcdef01234567'
const configured: DashboardEntry = {
  identity: { provider: 'local', address: '10.0.0.2' },
  state: {
    operation: 'configure',
    outcome: 'failed',
    reason: 'timed-out',
    time: '2026-11-21T10:20:30.123Z',
    config: commit,
    run: { id: '77', url: 'https://github.example/o/r/actions/runs/77', actor: 'a|b @octocat' },
  },
}

test('the dashboard has a row for each machine', () => {
  const lines = renderDashboard(new Map([['lo-a', configured]])).split('\n')
  expect(lines[0]).toBe('# The flock')
  expect(lines[4]).toBe(
    `| [<code>lo-a</code>](machines/lo-a) | local | <code>10.0.0.2</code> | configure | **failed** (<code>timed-out</code>) | [<code>0123456</code>](../../commit/${commit}) | 2026-11-21 10:20:30 | [<code>77</code>](https://github.example/o/r/actions/runs/77) | a&#124;b @&#8203;octocat |`,
  )
})

test('the same machines give the same bytes in whatever order they come', () => {
  const one = renderDashboard(
    new Map([
      ['b', configured],
      ['a', {}],
    ]),
  )
  expect(
    renderDashboard(
      new Map([
        ['a', {}],
        ['b', configured],
      ]),
    ),
  ).toBe(one)
})

test('an empty flock says so', () => {
  expect(renderDashboard(new Map())).toContain('No machine is recorded yet.')
})

test('an address of a run that is no web page is not linked', () => {
  for (const url of ['javascript:alert(1)', 'https://x/) [y](https://z']) {
    const state = { ...(configured.state as NonNullable<DashboardEntry['state']>) }
    const text = renderDashboard(new Map([['a', { state: { ...state, run: { ...state.run, url } } }]]))
    expect(text).not.toContain(url)
    expect(text).toContain('<code>77</code>')
  }
})
