"""A folder that stands for a machine: places below it, trees to change, and the program started as the runner starts
it."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

PROGRAM = os.path.join(os.path.dirname(__file__), '..', '..', 'src', 'programs', 'machine', 'main.py')
MARKER = 'f00d' * 8
PLACES = {
    'library': 'lib',
    'transactions': 'lib/tx',
    'undo': 'lib/undo',
    'current': 'lib/current',
    'last': 'lib/last',
    'stamp': 'etc/drover/stamp.json',
    'lock': 'run/lock',
    'holder': 'run/holder',
    'token': 'run/token',
    'hold': 'run/hold',
    'recover-unit': 'units/drover-recover.service',
    'program': 'lib/program',
}
SECONDS = {
    'lock-wait': 2,
    'confirm': 3,
    'validation': 5,
    'follow-up': 5,
    'last-follow-up': 2,
    'check': 2,
    'check-retry': 2,
    'watch': 5,
    'hard-limit': 5,
}


class Machine:
    def __init__(self):
        self.root = tempfile.mkdtemp(prefix='drover-')
        os.chmod(self.root, 0o755)
        for folder in ('lib/tx', 'lib/undo', 'run/hold', 'units', 'etc', 'tree'):
            os.makedirs(self.path(folder))
        self.number = 0

    def path(self, *names):
        return os.path.join(self.root, *names)

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)

    def plan(self, files, **more):
        """`files` are dicts: op, target (absolute, or below the tree), data, owner, group, mode, seen, to."""
        self.number += 1
        identity = '%016x' % self.number
        places = [('place', name, self.path(path)) for name, path in PLACES.items()]
        seconds = [('seconds', name, str(dict(SECONDS, **more.get('seconds', {}))[name])) for name in SECONDS]
        words = [
            ('id', identity),
            ('generation', more.get('generation', '?')),
            ('undoes', more.get('undoes', '')),
            ('holder', more.get('holder', 'a test')),
            ('undo', '{}'),
        ]
        does = [('validation', command) for command in more.get('validations', ())]
        does += [('follow', name, 'sh', '-c', command) for name, command in more.get('follow_ups', ())]
        does += [('check', name, command) for name, command in more.get('checks', ())]
        does += [self._file(file) for file in files]
        data = b''.join(_record(record) for record in words + places + seconds + does)
        behind = b''.join(file.get('data', b'') for file in files if file['op'] == 'put')
        return identity, b'%d\n' % len(data) + data + behind

    def _file(self, file):
        op = file['op']
        target = file['target']
        seen = file.get('seen')
        if seen is None:
            seen = self.seen(target, op)
        mode = '%04o' % file.get('mode', 0o644)
        size = str(len(file.get('data', b'')))
        to = file.get('to', '-')
        return ('file', op, target, file.get('owner', 'root'), file.get('group', 'root'), mode, seen, to, size)

    def seen(self, target, op='put'):
        """What a look would say."""
        if not os.path.lexists(target):
            return '-'
        if op in ('link', 'unlink'):
            return b'to:' + os.readlink(os.fsencode(target))
        with open(target, 'rb') as file:
            return hashlib.sha256(file.read()).hexdigest()

    def start(self, sent, python=sys.executable):
        identity, data = sent
        return Run(self, identity, data, python)

    def apply(self, files, answer=True, **more):
        run = self.start(self.plan(files, **more))
        return run.finish(answer)

    def verb(self, *words):
        return subprocess.run([sys.executable, '-I', '-S', PROGRAM] + list(words), stdout=subprocess.PIPE, timeout=60)

    def hold(self, point):
        open(self.path('run/hold', point), 'w').close()

    def let_go(self):
        for name in os.listdir(self.path('run/hold')):
            os.unlink(self.path('run/hold', name))

    def leftovers(self):
        found = [name for _, _, names in os.walk(self.path('tree')) for name in names if name.startswith('.drover-')]
        found += os.listdir(self.path('lib/tx'))
        return found + (['current'] if os.path.lexists(self.path('lib/current')) else [])


def _record(fields):
    kind, rest = fields[0], [_bytes(field) for field in fields[1:]]
    return b''.join(field + b'\0' for field in [('%s %d' % (kind, len(rest))).encode()] + rest)


def _bytes(word):
    return word if isinstance(word, bytes) else os.fsencode(word)


class Run:
    """A change under way, with a runner that shows signs of life until it is told not to."""

    def __init__(self, machine, identity, data, python):
        self.machine, self.identity = machine, identity
        self.folder = machine.path('lib/tx', identity)
        argv = [python, '-I', '-S', PROGRAM, 'apply', MARKER, str(len(data))]
        self.process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        # What does not fit into the pipe waits until the program reads.
        self.writer = threading.Thread(target=self._write, args=(data,))
        self.writer.start()
        self.writer.join(0.05)
        self.lines = []
        self.answer = True
        self.asked = threading.Event()
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def _write(self, data):
        try:
            self.process.stdin.write(data)
            self.process.stdin.flush()
        except BrokenPipeError:
            pass

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line)
            if b'"f":"confirm"' in line:
                self.asked.set()

    def finish(self, answer=True):
        """Confirms when asked, and waits for the end; gives the frames."""
        while self.process.poll() is None:
            if self.asked.wait(0.01):
                self.asked.clear()
                if answer:
                    with open(os.path.join(self.folder, 'events'), 'w') as events:
                        events.write('confirmed %s\n' % self.identity)
        self.reader.join()
        if self.process.stdin is not None:
            self.process.stdin.close()
        self.process.stdout.close()
        return self.frames()

    def frames(self):
        import json

        found = []
        for line in self.lines:
            marker, length, body = line.decode('ascii').rstrip('\n').split(' ', 2)
            assert marker == MARKER and int(length) == len(body), line
            found.append(json.loads(body))
        return found

    def reach(self, point):
        until = time.time() + 20
        while time.time() < until and self.process.poll() is None:
            if self.reach_now(point):
                return True
            time.sleep(0.003)
        return False

    def reach_now(self, point):
        try:
            with open(os.path.join(self.folder, 'point')) as file:
                return file.read().strip() == point
        except OSError:
            return False

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.reader.join()
        self.writer.join()
        self.process.stdin.close()
        self.process.stdout.close()

    def hang_up(self):
        self.process.stdin.close()
        self.process.stdin = None


def end_of(frames):
    last = frames[-1]
    return (last['f'], last.get('kind'), last.get('why'))


def steps_of(frames):
    return {frame['name']: frame for frame in frames if frame['f'] == 'done'}


def tree(top):
    """All that a tree is: bytes, owners, modes, where links lead."""
    found = {}
    for folder, folders, names in os.walk(os.fsencode(top)):
        for name in folders + names:
            path = os.path.join(folder, name)
            facts = os.lstat(path)
            what = os.readlink(path) if os.path.islink(path) else None
            if os.path.isfile(path) and not os.path.islink(path):
                with open(path, 'rb') as file:
                    what = file.read()
            found[path] = (what, facts.st_mode, facts.st_uid, facts.st_gid)
    return found
