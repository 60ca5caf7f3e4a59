import { expect, test } from 'vitest'
import { type DashboardEntry, renderDashboard } from './render-dashboard.js'

const commit = '0123456789abcdef0123456789abcdef01234567'
const time = { at: '2026-11-21T10:20:31Z' }
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
  const lines = renderDashboard(new Map([['lo-a', configured]]), time).split('\n')
  expect(lines[0]).toBe('# The flock')
  expect(lines[4]).toBe(
    `| [<code>lo-a</code>](machines/lo-a) | local | <code>10.0.0.2</code> | configure | **failed** (<code>timed-out</code>) | [<code>0123456</code>](../../commit/${commit}) | 2026-11-21 10:20:30 | [<code>77</code>](https://github.example/o/r/actions/runs/77) | a&#124;b @&#8203;octocat |`,
  )
})

test('the dashboard has the same bytes for the same machines in whatever order they come', () => {
  const one = renderDashboard(
    new Map([
      ['b', configured],
      ['a', {}],
    ]),
    time,
  )
  expect(
    renderDashboard(
      new Map([
        ['a', {}],
        ['b', configured],
      ]),
      time,
    ),
  ).toBe(one)
})

test('the dashboard says that a flock is empty', () => {
  expect(renderDashboard(new Map(), time)).toContain('No machine is recorded yet.')
})

test('an address of a run that is no web page is not linked', () => {
  for (const url of ['javascript:alert(1)', 'https://x/) [y](https://z']) {
    const state = { ...(configured.state as NonNullable<DashboardEntry['state']>) }
    const text = renderDashboard(new Map([['a', { state: { ...state, run: { ...state.run, url } } }]]), time)
    expect(text).not.toContain(url)
    expect(text).toContain('<code>77</code>')
  }
})

const until = (notAfter: string): DashboardEntry => ({ ...configured, certificate: { notAfter } })
const rowsOf = (entries: readonly (readonly [string, DashboardEntry])[]): readonly string[] =>
  renderDashboard(new Map(entries), time)
    .split('\n')
    .filter((line) => line.startsWith('| [') || line.startsWith('| Machine'))

test('the dashboard has a column for certificates when some machine has one, with the day from which days are counted', () => {
  const text = renderDashboard(new Map([['a', until('2027-02-18T10:20:31Z')]]), time)
  expect(text).toContain('| Machine | Provider | Address | Certificate | Last done |')
  expect(text).toContain('| until 2027-02-18, 89 days left |')
  expect(text).toContain('\nDays of certificates were counted on 2026-11-21.\n')
  expect(renderDashboard(new Map([['a', configured]]), time)).not.toContain('ertificate')
})

test('certificates that end soon or have ended stand out in the dashboard', () => {
  const rows = rowsOf([
    ['a', until('2026-12-01T10:20:31Z')],
    ['b', until('2026-11-01T10:20:31Z')],
    ['c', configured],
  ])
  expect(rows[1]).toContain('| **until 2026-12-01, 10 days left** |')
  expect(rows[2]).toContain('| **until 2026-11-01, expired 20 days ago** |')
  expect(rows[3]).toContain('| <code>10.0.0.2</code> | - | configure |')
})

test('certificates of a machine that is gone make no row in the dashboard', () => {
  const rows = rowsOf([
    ['a', configured],
    ['gone', { certificate: { notAfter: '2027-02-18T10:20:31Z' } }],
  ])
  expect(rows).toHaveLength(2)
  expect(rows[1]).toContain('machines/a')
  expect(rows[0]).not.toContain('Certificate')
})
