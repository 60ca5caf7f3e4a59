import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { makeProgramRoot, type ProgramRoot } from '../../../test/support/run-program.js'
import { orderScript } from '../../certificates/commands/order.js'

const order = {
  desired: { names: ['a.test'], acme: 'https://acme.test/dir', key: 'ecdsa', challenge: 'webroot' },
  lineage: 'a.test',
  contact: 'a@a.test',
  webroot: '/var/www/acme',
  isForced: false,
} as const

/** As much of certbot, acme and requests as the programs take hold of; `certbot.main` is what a test makes of it. */
const modules = {
  'acme/__init__.py': '',
  'acme/challenges.py': 'class ChallengeResponse: pass\n',
  'acme/client.py':
    'class ClientV2:\n    def _post(self, url, obj): return Answer(url)\n    def _post_as_get(self, url): return Answer(url)\n\n\nclass Answer:\n    def __init__(self, url): self.headers = {"Location": url + "/1"}\n    def json(self): return {"finalize": "f", "authorizations": []}\n',
  'acme/errors.py': ['Error', 'BadNonce', 'MissingNonce', 'TimeoutError', 'ClientError']
    .map((name) => `class ${name}(Exception): pass\n`)
    .join(''),
  'acme/messages.py': 'class Error(Exception): code = ""\n\n\nclass Order: pass\n',
  'certbot/__init__.py': '',
  'certbot/_internal/__init__.py': '',
  'certbot/_internal/client.py':
    'class Client:\n    def __init__(self, acme): self.acme = acme\n    def obtain_certificate(self, domains, old_keypath=None):\n        import certbot.crypto_util as keys\n        key = keys.make_key()\n        self.acme._post("new", None)\n        return key\n',
  'certbot/crypto_util.py': 'def make_key(): return b"KEY"\n',
  'certbot/errors.py': 'class LockError(Exception): pass\n\n\nclass AuthorizationError(Exception): pass\n',
  'requests/__init__.py': 'from . import exceptions\n',
  'requests/exceptions.py': ['RequestException', 'SSLError', 'ConnectionError', 'Timeout']
    .map((name) => `class ${name}(Exception): pass\n`)
    .join(''),
}

function makeFolder(main: string): ProgramRoot {
  const root = makeProgramRoot()
  for (const { path, bytes } of orderScript(order).files)
    root.put(`work/${path}`, root.inside(bytes.toString()))
  for (const [path, text] of Object.entries({ ...modules, 'certbot/main.py': main }))
    root.put(`work/${path}`, text)
  return root
}

function run(root: ProgramRoot): { readonly code: number | null; readonly attempts: readonly unknown[] } {
  const ended = spawnSync('python3', ['order.py'], { cwd: root.at('work'), encoding: 'utf8' })
  const lines = ended.stdout.split('\n').filter((line) => line.startsWith('drover-certificate attempt '))
  return { code: ended.status, attempts: lines.map((line) => JSON.parse(line.slice(27))) }
}

const places = `import acme.client, certbot._internal.client as internal


def order():
    client = acme.client.ClientV2()
    client.directory = {"newOrder": "new"}
    client.net = type("Net", (), {"account": type("Account", (), {"uri": "u"})})
    return internal.Client(client).obtain_certificate(["a.test"])

`

test('an order that certbot places is kept until it is done, with the key', () => {
  const kept = '/var/lib/drover/certificates/kept-order.json'
  using broken = makeFolder(`${places}\ndef main(arguments):\n    order()\n    return "no"\n`)
  expect(run(broken)).toMatchObject({
    code: 1,
    attempts: [{ kind: 'certbot', text: 'no', attempt: 1, resumed: false }],
  })
  expect(JSON.parse(broken.read(kept))).toMatchObject({
    about: { names: ['a.test'], lineage: 'a.test', account: 'u' },
    key: 'KEY',
    order: 'new/1',
  })
  using whole = makeFolder(
    `${places}\ndef main(arguments):\n    assert arguments[0] == "certonly"\n    order()\n`,
  )
  expect(run(whole)).toMatchObject({
    code: 0,
    attempts: [{ kind: 'done', attempt: 1, invalid: [], earlier: [] }],
  })
  expect(whole.has(kept)).toBe(false)
})

test('nothing is ordered for a name that failed three times within an hour', () => {
  using root = makeFolder(`${places}\ndef main(arguments):\n    order()\n`)
  const now = Math.floor(Date.now() / 1000)
  root.put('/var/lib/drover/certificates/failures', `${`${now} a.test https://acme.test/1\n`.repeat(3)}`)
  expect(run(root)).toMatchObject({ code: 1, attempts: [{ kind: 'limit', text: '"a.test"' }] })
})

test.each([
  ['requests.exceptions.SSLError()', 'untrusted'],
  ['certbot.errors.AuthorizationError("x")', 'challenge'],
  ['acme.messages.Error("x")', 'refused'],
  ['acme.errors.ClientError("x")', 'no-directory'],
  ['SystemExit(3)', 'certbot'],
])('certbot that ends by %s is told as %s', (raised, kind) => {
  const imports = 'import acme.errors, acme.messages, certbot.errors, requests\n'
  using root = makeFolder(`${imports}\n\ndef main(arguments):\n    raise ${raised}\n`)
  expect(run(root)).toMatchObject({ code: 1, attempts: [{ kind, attempt: 1 }] })
})

test('a failed authorization is noted once, with what is left of the last day', () => {
  using root = makeFolder('')
  const path = '/var/lib/drover/certificates/failures'
  root.put(path, '1000 old.test u\n')
  const program = `from machine_notes import Failures
notes = Failures('${root.at(path)}')
print([notes.note('a.test', 'u1'), notes.note('a.test', 'u1'), notes.full(['a.test', 'b.test'], 1)])`
  const { stdout } = spawnSync('python3', ['-c', program], { cwd: root.at('work'), encoding: 'utf8' })
  expect(stdout).toBe("[True, False, ['a.test']]\n")
  expect(root.read(path)).toMatch(/^\d{10} a\.test u1\n$/)
})
