import { describe, expect, test } from 'vitest'
import { lookCommand, parseLook } from './look.js'

const hash = 'a'.repeat(64)
const answer = (...fields: readonly string[]): Buffer => Buffer.from([...fields, 'END', ''].join('\0'))

describe('the look at a machine', () => {
  test('sends paths on standard input and none in arguments', () => {
    const { argv, stdin } = lookCommand(['/etc/a b', "/etc/it's"])
    expect(stdin).toMatch(/^paths='\/etc\/a b\n\/etc\/it'\\''s'\n/)
    expect(argv.join(' ')).not.toContain("it's")
  })

  test('reads a file, a link, a folder and what is not there', () => {
    const paths = ['/etc/file', '/etc/link', '/etc/folder', '/etc/none']
    const { found, stamp, managed } = parseLook(
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

  test('reads the stamp and what Drover put there', () => {
    const sighting = parseLook(answer('T', '{"digest":"d"}\n', 'M', '/etc/a\n/etc/b'), [])
    expect(sighting.stamp).toBe('{"digest":"d"}\n')
    expect(sighting.managed).toEqual(['/etc/a', '/etc/b'])
  })

  test('keeps a link that leads nowhere as a link with nothing behind it', () => {
    const { found } = parseLook(answer('L', '/etc/link', '/srv/gone'), ['/etc/link'])
    expect(found.get('/etc/link')).toEqual({ target: '/srv/gone', isLink: true })
  })

  test('finds also what was put there earlier and is not asked for', () => {
    const { found } = parseLook(answer('S', '/etc/other', 'regular file', '644', 'root', 'root', '1'), [
      '/etc/file',
    ])
    expect([...found.keys()]).toEqual(['/etc/file', '/etc/other'])
  })

  test.each([
    ['an empty answer', Buffer.alloc(0)],
    ['an answer without its end', Buffer.from('S\0/etc/file\0regular file\x344\0root')],
    ['a login banner instead', Buffer.from('Welcome!\n')],
  ])('refuses %s', (_name, stdout) => {
    expect(() => parseLook(stdout, ['/etc/file'])).toThrow(
      expect.objectContaining({ reason: 'connection-lost' }),
    )
  })
})
