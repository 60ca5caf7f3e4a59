import { expect, test } from 'vitest'
import { backupCommand, readBackupEnd } from './backup.js'
import { explainDownload, readDownloadDigest } from './download.js'
import { explainUpload, parseUploadTarget } from './upload.js'

const digest = 'ab'.repeat(32)

test.each([
  [{ code: 0, stderr: '' }, { kind: 'whole' }],
  [
    {
      code: 1,
      stderr:
        'tar: srv/log: file changed as we read it\ntar: srv/gone: File removed before we read it\nwarning: else\n',
    },
    {
      kind: 'changing',
      lines: ['srv/log: file changed as we read it', 'srv/gone: File removed before we read it'],
    },
  ],
  [
    { code: 2, stderr: 'tar: srv/x: Cannot open: Permission denied\n' },
    { kind: 'failed', lines: ['srv/x: Cannot open: Permission denied'] },
  ],
  [
    { code: 44, stderr: '/srv/a b\0/srv/c\0' },
    { kind: 'missing', paths: ['/srv/a b', '/srv/c'] },
  ],
  [{ code: 45, stderr: '' }, { kind: 'nothing' }],
  [
    { code: null, stderr: 'Killed' },
    { kind: 'failed', lines: [] },
  ],
])('a backup that ended %j', (ended, wanted) => {
  expect(readBackupEnd(ended)).toEqual(wanted)
})

test('a backup is told which paths may be missing', () => {
  const { argv } = backupCommand([
    { path: '/srv/a', mayBeMissing: false },
    { path: '/srv/b:c', mayBeMissing: true },
  ])
  expect(argv.slice(3)).toEqual(['drover', 'needed:/srv/a', 'optional:/srv/b:c'])
})

test.each([
  ['/srv/a\n', { target: '/srv/a' }],
  [
    `/srv/a b\n640 app:www-data\n${digest}\n`,
    { target: '/srv/a b', found: { mode: '0640', owner: 'app:www-data', sha256: digest } },
  ],
  [
    `/srv/a\n4755 root:root\n${digest}\n`,
    { target: '/srv/a', found: { mode: '4755', owner: 'root:root', sha256: digest } },
  ],
])('a look before an upload: %j', (stdout, wanted) => {
  expect(parseUploadTarget(stdout)).toEqual(wanted)
})

test('statuses of our own are explained, those of others are not', () => {
  expect([41, 42, 43, 46].map(explainUpload)).not.toContain(undefined)
  expect([0, 1, 127, null].map(explainUpload)).toEqual([undefined, undefined, undefined, undefined])
  expect([44, 42].map(explainDownload)).toEqual(['does not exist', 'is no file'])
  expect(explainDownload(1)).toBeUndefined()
})

test('the digest of what was sent is read from its line', () => {
  expect(readDownloadDigest(`${digest}  -\n`)).toBe(digest)
  expect(readDownloadDigest(`bash: warning\n${digest}  -\n`)).toBe(digest)
  expect(readDownloadDigest('tee: write error\n')).toBeUndefined()
})
