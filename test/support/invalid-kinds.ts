/** A file as a manifest asks for it. */
export interface Wish {
  readonly content?: string
  readonly owner?: string
  readonly group?: string
  readonly mode?: string
  /** `DEST` stands for the destination. */
  readonly validate?: string
  readonly after?: string
}

/** One way in which a configuration cannot be, and its nearest one that can. */
export interface InvalidKind {
  readonly name: string
  /** What makes the live file, instead of a text that says "old"; `LIVE` is the file, `DIR` its folder. */
  readonly live?: string
  readonly bad: Wish
  readonly good: Wish
  /** What a person does on the machine before the good one can be. */
  readonly mend?: string
  /** Name of the file. */
  readonly file?: string
  /** Below the file, where no file can be. */
  readonly below?: string
  readonly outcome?: 'failed' | 'rolled-back'
}

const old = 'echo old >LIVE'
const checked = (validate: string, wish: Wish = {}): Wish => ({ ...wish, validate })
const script = (content: string): Wish => ({ content, mode: '0755', validate: 'sh -n DEST' })
const badScript = script('if then\n')
const goodScript = script('echo fine\n')

function syntax(
  name: string,
  given: { validate: string; bad: string; good: string } & Partial<InvalidKind>,
): InvalidKind {
  const { validate, bad, good, ...rest } = given
  const mode = '0440'
  return { name, ...rest, bad: { content: bad, mode, validate }, good: { content: good, mode, validate } }
}

export const invalidKinds: readonly InvalidKind[] = [
  { name: 'a shell script with a syntax error', bad: badScript, good: goodScript },
  syntax('a program that does not compile', {
    validate: `python3 -c 'compile(open("DEST").read(), "DEST", "exec")'`,
    bad: 'def f(:\n',
    good: 'def f(): pass\n',
  }),
  syntax('JSON that does not parse', {
    validate: 'nft -j -c -f DEST',
    bad: '{"nftables": [',
    good: '{"nftables": []}\n',
  }),
  syntax('sudoers that would lock everybody out', {
    validate: 'visudo -cf DEST',
    bad: 'root ALL=(ALL\n',
    good: 'root ALL=(ALL) ALL\n',
  }),
  syntax('an SSH server that would not start', {
    validate: 'mkdir -p /run/sshd && sshd -t -f DEST',
    bad: 'Port many\n',
    good: 'Port 2222\n',
  }),
  syntax('a unit that systemd refuses', {
    file: 'case.service',
    validate: 'systemd-analyze verify DEST',
    bad: '[Service]\nExecStart=relative/path\n',
    good: '[Service]\nExecStart=/bin/true\n',
  }),
  syntax('a firewall that does not parse', {
    validate: 'nft -c -f DEST',
    bad: 'table ip x {\n  chain y {\n    nonsense\n  }\n}\n',
    good: 'table ip x {\n  chain y {\n    accept\n  }\n}\n',
  }),
  { name: 'an unknown owner', bad: { owner: 'nobody-knows' }, good: { owner: 'daemon' } },
  { name: 'an unknown group', bad: { group: 'nobody-knows' }, good: { group: 'daemon' } },
  { name: 'a folder in its place', live: 'mkdir LIVE', bad: {}, good: {}, mend: 'rmdir LIVE' },
  { name: 'a device in its place', live: 'mknod LIVE c 1 3', bad: {}, good: {}, mend: 'rm LIVE' },
  { name: 'a named pipe in its place', live: 'mkfifo LIVE', bad: {}, good: {}, mend: 'rm LIVE' },
  {
    name: 'a loop of links in its place',
    live: 'ln -s LIVE LIVE.more && ln -s LIVE.more LIVE',
    bad: {},
    good: {},
    mend: 'rm LIVE',
  },
  { name: 'a validator that is killed', bad: checked('kill -9 $$'), good: checked('test -e DEST') },
  { name: 'a validator that does not end', bad: checked('sleep 60'), good: checked('sleep 0.1') },
  {
    name: 'a validator that writes to its file',
    bad: checked('echo scribble >>DEST'),
    good: checked('cat DEST'),
  },
  {
    name: 'a validator that removes its file',
    bad: checked('rm DEST'),
    good: checked('test -f DEST'),
  },
  {
    name: 'a validator that is not there',
    bad: checked('no-such-validator DEST'),
    good: checked('command -v sh'),
  },
  {
    name: 'an empty file where there must be something',
    bad: checked('test -s DEST', { content: '' }),
    good: checked('test -s DEST'),
  },
  {
    name: 'a mode that its program refuses',
    bad: checked('test "$(stat -L -c %a DEST)" = 640', { mode: '0666' }),
    good: checked('test "$(stat -L -c %a DEST)" = 640', { mode: '0640' }),
  },
  {
    name: 'a file that may not be changed',
    live: `${old} && chattr +i LIVE`,
    bad: {},
    good: {},
    mend: 'chattr -i LIVE',
    outcome: 'rolled-back',
  },
  {
    name: 'a folder that may not be changed',
    live: `${old} && chattr +i DIR`,
    bad: {},
    good: {},
    mend: 'chattr -i DIR',
  },
  {
    name: 'a file that something is mounted on',
    live: `${old} && mount --bind LIVE LIVE`,
    bad: {},
    good: {},
    mend: 'umount LIVE',
    outcome: 'rolled-back',
  },
  {
    name: 'a file system that is read-only',
    live: `mount -t tmpfs case DIR && ${old} && mount -o remount,ro DIR`,
    bad: {},
    good: {},
    mend: 'mount -o remount,rw DIR',
  },
  {
    name: 'a file system that is full',
    live: `mount -t tmpfs -o size=64k case DIR && ${old}`,
    bad: { content: 'x'.repeat(200_000) },
    good: { content: 'x'.repeat(2_000) },
  },
  {
    name: 'a syntax error on a file system of its own',
    live: `mount -t tmpfs case DIR && ${old}`,
    bad: badScript,
    good: goodScript,
  },
  {
    name: 'a place below a file',
    live: old,
    below: 'more',
    bad: {},
    good: {},
    mend: 'rm LIVE && mkdir LIVE',
  },
  {
    name: 'a service that does not take it',
    bad: { after: 'grep -q good DEST' },
    good: { after: 'grep -q good DEST', content: 'good\n' },
    outcome: 'rolled-back',
  },
]
