import { expect, test } from 'vitest'
import { observeCommand, parseObserved } from './observe.js'

const hash = 'a'.repeat(64)
const answer = (...fields: readonly string[]): Buffer => Buffer.from([...fields, 'END', ''].join('\0'))

test('the command gets paths on standard input and none in arguments', () => {
  const { argv, stdin } = observeCommand(['/etc/a b', "/etc/it's"])
  expect(stdin).toMatch(/^paths='\/etc\/a b\n\/etc\/it'\\''s'\n/)
  expect(argv.join(' ')).not.toContain("it's")
})

test('the answer tells of a file, a symlink, a folder and what is not there', () => {
  const paths = ['/etc/file', '/etc/link', '/etc/folder', '/etc/none']
  const { found, stamp, managed } = parseObserved(
    answer(
      ...['L', '/etc/link', '/srv/real'],
      ...['S', '/etc/file', 'regular file', '644', 'root', 'adm', '12'],
      ...['S', '/etc/link', 'regular empty file', '4755', 'www-data', 'www-data', '0'],
      ...['S', '/etc/folder', 'directory', '755', 'root', 'root', '4096'],
      ...['H', `${hash}  /etc/file`, ''],
    ),
    paths,
  )
  expect(found.get('/etc/file')).toEqual({
    target: '/etc/file',
    isLink: false,
    stat: { type: 'file', mode: 0o644, owner: 'root', group: 'adm', size: 12 },
    sha256: hash,
  })
  expect(found.get('/etc/link')).toMatchObject({
    target: '/srv/real',
    isLink: true,
    stat: { mode: 0o4755 },
  })
  expect(found.get('/etc/folder')?.stat?.type).toBe('folder')
  expect(found.get('/etc/none')).toEqual({ target: '/etc/none', isLink: false })
  expect(stamp).toBeUndefined()
  expect(managed).toEqual([])
})

test('the answer tells of the stamp and what Drover put there', () => {
  const observed = parseObserved(answer('T', '{"digest":"d"}\n', 'M', '/etc/a\n/etc/b'), [])
  expect(observed.stamp).toBe('{"digest":"d"}\n')
  expect(observed.managed).toEqual(['/etc/a', '/etc/b'])
})

test('a symlink that leads nowhere stays a symlink with nothing behind it', () => {
  const { found } = parseObserved(answer('L', '/etc/link', '/srv/gone'), ['/etc/link'])
  expect(found.get('/etc/link')).toEqual({ target: '/srv/gone', isLink: true })
})

test('the answer tells of a path that is to be a symlink what the symlink itself says, and whether that is there', () => {
  const { found, managedLinks } = parseObserved(
    answer(
      ...['D', '/srv/gone'],
      ...['S', '/etc/file', 'regular file', '644', 'root', 'root', '1'],
      ...['N', '/etc/file', '/etc/file'],
      ...['S', '/srv/app', 'symbolic link', '777', 'root', 'root', '9'],
      ...['N', '/srv/app', '/srv/app -> /srv/app.releases/a -> b'],
      ...['S', '/srv/gone', 'symbolic link', '777', 'root', 'root', '9'],
      ...['N', '/srv/gone', "'/srv/gone' -> '/srv/none'"],
      ...['M', '/etc/file\nlink /srv/app'],
    ),
    ['/etc/file'],
  )
  expect(found.get('/srv/app')).toEqual({
    target: '/srv/app.releases/a -> b',
    isLink: true,
    link: '/srv/app.releases/a -> b',
    isDangling: false,
  })
  expect(found.get('/srv/gone')).toMatchObject({ link: '/srv/none', isDangling: true })
  expect(found.get('/etc/file')).toMatchObject({ isLink: false, stat: { type: 'file' } })
  expect(found.get('/etc/file')?.link).toBeUndefined()
  expect(managedLinks).toEqual(['/srv/app'])
})

test('the file at the end of two symlinks is told of each of them, and not as a path of its own', () => {
  const { found } = parseObserved(
    answer(
      ...['L', '/etc/one', '/srv/real', 'L', '/etc/two', '/srv/real'],
      ...['S', '/srv/real', 'regular file', '600', 'root', 'root', '3'],
      ...['H', `${hash}  /etc/one`, `${hash}  /etc/two`, ''],
    ),
    ['/etc/one', '/etc/two'],
  )
  expect([...found.keys()]).toEqual(['/etc/one', '/etc/two'])
  expect(found.get('/etc/two')).toMatchObject({ target: '/srv/real', stat: { mode: 0o600 }, sha256: hash })
})

test('the answer tells which roles were carried out, if any ever was', () => {
  expect(parseObserved(answer('B', 'common aa\nnginx bb\nbroken\n'), []).baseline).toEqual(
    new Map([
      ['common', 'aa'],
      ['nginx', 'bb'],
    ]),
  )
  expect(parseObserved(answer(), []).baseline).toBeUndefined()
})

test('the command names symlinks and where they will lead, the longest path first', () => {
  const { stdin } = observeCommand(['/srv/r/1/b'], {
    links: [
      { path: '/srv/a', place: '/srv/a', to: '/srv/r/1' },
      { path: '/srv/a/plug in', place: '/srv/r/1/plug in', to: '/srv/p' },
    ],
    managed: { files: ['/srv/a/b'], links: ['/srv/a'] },
  })
  expect(String(stdin).split('\nplace_')[0]).toBe(
    "paths=/srv/r/1/b\nlinks='/srv/a\n/srv/r/1/plug in'\npairs='/srv/a/plug in\n/srv/p\n/srv/a\n/srv/r/1'\ndesired='/srv/a/b\nlink /srv/a'",
  )
})

test('the answer tells also of what was put there earlier and is not asked for', () => {
  const { found } = parseObserved(answer('S', '/etc/other', 'regular file', '644', 'root', 'root', '1'), [
    '/etc/file',
  ])
  expect([...found.keys()]).toEqual(['/etc/file', '/etc/other'])
})

test.each([
  ['an empty text', Buffer.alloc(0)],
  ['a text without its end', Buffer.from('S\0/etc/file\0regular file\x344\0root')],
  ['a login banner', Buffer.from('Welcome!\n')],
])('%s is refused as an answer', (_name, stdout) => {
  expect(() => parseObserved(stdout, ['/etc/file'])).toThrow(
    expect.objectContaining({ reason: 'connection-lost' }),
  )
})
