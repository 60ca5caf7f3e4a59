import { expect, test } from 'vitest'
import { hostMirror, type SourceFile } from './apt-sources.js'

const on = { codename: 'bookworm', suite: 'bookworm' }
const list = (text: string): SourceFile => ({ name: '/etc/apt/sources.list', text })
const stanzas = (text: string): SourceFile => ({ name: '/etc/apt/sources.list.d/debian.sources', text })

const none = { mirror: '', sources: '' }
const plain = {
  mirror: 'http://mirror.test/debian',
  sources: 'deb http://mirror.test/debian bookworm main\n',
}

const table: readonly [title: string, files: readonly SourceFile[], on: typeof on, expected: typeof none][] =
  [
    ['finds none without sources', [list('# nothing\n')], on, none],
    ['reads a line', [list('deb http://mirror.test/debian bookworm main contrib # ours\n')], on, plain],
    [
      'reads a line with options',
      [
        list(
          'deb [arch=amd64 signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://mirror.test/debian bookworm main\n',
        ),
      ],
      on,
      plain,
    ],
    [
      'does not take sources of source packages',
      [list('deb-src http://mirror.test/debian bookworm main\n')],
      on,
      none,
    ],
    ['does not take a disc', [list('deb cdrom:[Debian]/ bookworm main\n')], on, none],
    [
      'does not take another vendor that uses the name of the suite',
      [
        list('deb [signed-by=/etc/apt/keyrings/vendor.gpg] https://vendor.test/apt bookworm main\n'),
        list('deb https://vendor.test/apt bookworm main\ndeb http://mirror.test/debian bookworm main\n'),
      ],
      on,
      plain,
    ],
    [
      'reads stanzas, with updates and security',
      [
        stanzas(`Types: deb deb-src
# a comment
URIs: http://mirror.test/debian
Suites: bookworm
 bookworm-updates
Components: main contrib
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://security.test/debian-security
Suites: bookworm-security
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
`),
      ],
      on,
      {
        mirror: 'http://mirror.test/debian',
        sources: `deb http://mirror.test/debian bookworm main
deb http://mirror.test/debian bookworm-updates main
deb http://security.test/debian-security bookworm-security main
`,
      },
    ],
    [
      'does not take a stanza that is switched off',
      [
        stanzas(
          'Types: deb\nEnabled: no\nURIs: http://mirror.test/debian\nSuites: bookworm\nComponents: main\n',
        ),
      ],
      on,
      none,
    ],
    [
      'takes the mirror of this computer for another suite',
      [list('deb http://mirror.test/debian trixie main\n')],
      { codename: 'trixie', suite: 'bookworm' },
      plain,
    ],
  ]

test.each(table)('hostMirror %s', (_title, files, where, expected) => {
  expect(hostMirror(files, where)).toEqual(expected)
})
