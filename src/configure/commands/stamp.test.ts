import { expect, test } from 'vitest'
import { encodeStampEnv, type Stamp } from './stamp.js'

test('names the commit of each code in stamp.env', () => {
  const stamp: Stamp = {
    flock: 'lo',
    machine: 'lo-a',
    config: 'c0ffee',
    operation: 'configure',
    digest: 'd',
    run: { id: '1', attempt: 1, actor: 'anna' },
    time: '2026-01-02T03:04:05.000Z',
    files: [],
    code: { 'my-app': 'abc', lo: 'def' },
  }
  const lines = encodeStampEnv(stamp).split('\n')
  expect(lines.filter((line) => line.startsWith('DROVER_CODE'))).toEqual([
    'DROVER_CODE_MY_APP="abc"',
    'DROVER_CODE_LO="def"',
  ])
  expect(encodeStampEnv({ ...stamp, code: {} })).not.toContain('DROVER_CODE')
})

test('no value of the stamp can end its line in stamp.env', () => {
  const stamp: Stamp = {
    flock: 'lo',
    machine: 'lo-a',
    config: 'c0ffee',
    operation: 'configure',
    digest: 'd',
    run: { id: '1"\nEVIL="x', attempt: 2, actor: 'anna' },
    time: '2026-01-02T03:04:05.000Z',
    files: [],
  }
  const text = encodeStampEnv(stamp)
  expect(text).toContain('DROVER_RUN_ID="1__EVIL__x"\n')
  expect(text).toContain('DROVER_TIME="2026-01-02T03:04:05.000Z"\n')
  expect(text.split('\n').filter((line) => line.startsWith('EVIL'))).toEqual([])
})
