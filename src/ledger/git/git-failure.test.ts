import { expect, it } from 'vitest'
import { parsePushOutcome } from './git-failure.js'

const refs = 'abc:refs/heads/config'
const porcelain = (summary: string): string => `To http://127.0.0.1/ops.git\n!\t${refs}\t${summary}\nDone\n`

it.each([
  ['a push that went through', { code: 0, stdout: '' }, { kind: 'pushed' }],
  ['a head we do not have', { code: 1, stdout: porcelain('[rejected] (fetch first)') }, { kind: 'moved' }],
  [
    'a head that is no ancestor',
    { code: 1, stdout: porcelain('[rejected] (non-fast-forward)') },
    { kind: 'moved' },
  ],
  [
    'two pushes at the lock',
    { code: 1, stdout: porcelain('[remote rejected] (failed to update ref)') },
    { kind: 'refused', detail: 'failed to update ref', racing: true },
  ],
  [
    'a hook',
    {
      code: 1,
      stdout: porcelain('[remote rejected] (protected branch hook declined)'),
      stderr: 'remote: error: GH006: Protected branch update failed.\nremote: more\n',
    },
    {
      kind: 'refused',
      detail: 'protected branch hook declined: GH006: Protected branch update failed.',
      racing: false,
    },
  ],
  [
    'a cut connection',
    {
      code: 1,
      stdout: '',
      stderr: 'error: RPC failed; curl 52 Empty reply\nfatal: the remote end hung up unexpectedly',
    },
    { kind: 'unanswered', detail: 'RPC failed; curl 52 Empty reply', lasting: false },
  ],
  [
    'a token that may not write',
    { code: 128, stdout: '', stderr: "fatal: unable to access 'x': The requested URL returned error: 403" },
    {
      kind: 'unanswered',
      detail: "unable to access 'x': The requested URL returned error: 403",
      lasting: true,
    },
  ],
  [
    'a killed git',
    { code: null, stdout: '' },
    { kind: 'unanswered', detail: 'git printed no message', lasting: false },
  ],
])('parsePushEnd recognises %s', (_, output, end) => {
  expect(parsePushOutcome({ stderr: '', ...output })).toEqual(end)
})
