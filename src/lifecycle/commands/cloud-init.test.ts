import { expect, test } from 'vitest'
import { parseCloudInit } from './cloud-init.js'

const json = (status: object): string => `json ${JSON.stringify(status, null, 1)}`

const cases = [
  { name: 'no cloud-init', answer: 'absent\n', is: { kind: 'absent' } },
  { name: 'time over', answer: 'running\n', is: { kind: 'running' } },
  {
    name: 'done',
    answer: json({ status: 'done', extended_status: 'done', errors: [], recoverable_errors: {} }),
    is: { kind: 'done' },
  },
  {
    name: 'done, with the dots of one that waited',
    answer: `json ....\n${JSON.stringify({ status: 'done', errors: [] })}`,
    is: { kind: 'done' },
  },
  {
    name: 'degraded',
    answer: json({
      status: 'done',
      extended_status: 'degraded done',
      errors: [],
      recoverable_errors: { WARNING: ['Failed at\nmerging in cloud config'] },
    }),
    is: { kind: 'degraded', why: 'warning: Failed at merging in cloud config' },
  },
  {
    name: 'degraded by warnings that an older version does not call so',
    answer: json({ status: 'done', recoverable_errors: { ERROR: ['no network'] } }),
    is: { kind: 'degraded', why: 'error: no network' },
  },
  {
    name: 'an error',
    answer: json({ status: 'error', extended_status: 'error - done', errors: ['runcmd failed'] }),
    is: { kind: 'error', why: 'runcmd failed' },
  },
  {
    name: 'an error while it still runs',
    answer: json({ status: 'running', extended_status: 'error - running', errors: ['users failed'] }),
    is: { kind: 'error', why: 'users failed' },
  },
  {
    name: 'an error without a cause',
    answer: json({ status: 'error', extended_status: 'error', errors: [], recoverable_errors: {} }),
    is: { kind: 'error', why: 'it gives no cause' },
  },
  { name: 'disabled', answer: json({ status: 'disabled' }), is: { kind: 'disabled' } },
  { name: 'not started', answer: json({ status: 'not started' }), is: { kind: 'running' } },
  {
    name: 'done, in the words of an old version',
    answer: 'text ......\nstatus: done\ntime: Thu, 01 Jan 1970\ndetail:\nDataSourceEc2Local',
    is: { kind: 'done' },
  },
  {
    name: 'an error, in the words of an old version',
    answer: "text \nstatus: error\ntime: now\ndetail:\n('ssh', KeyError('x'))",
    is: { kind: 'error', why: "('ssh', KeyError('x'))" },
  },
  {
    name: 'half an answer',
    answer: 'json {"status": "do',
    is: { kind: 'error', why: 'its answer is not understood: json {"status": "do' },
  },
] as const

test.each(cases)('reads $name', ({ answer, is }) => {
  expect(parseCloudInit(answer)).toEqual(is)
})
