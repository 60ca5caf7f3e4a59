import { expect, test } from 'vitest'
import { encodeManaged, parseManaged } from './managed.js'

test('what Drover put comes back as it was written, links apart from files', () => {
  const managed = { files: ['/etc/a', '/etc/link b'], links: ['/srv/app', '/srv/my app'] }
  expect(encodeManaged(managed)).toBe('/etc/a\n/etc/link b\nlink /srv/app\nlink /srv/my app\n')
  expect(parseManaged(encodeManaged(managed))).toEqual(managed)
})

test('a list from before there were links has only files', () => {
  expect(parseManaged('/etc/a\n/etc/b\n')).toEqual({ files: ['/etc/a', '/etc/b'], links: [] })
  expect(parseManaged('')).toEqual({ files: [], links: [] })
})
