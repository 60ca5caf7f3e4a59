"""One transaction: its plan, its folder, its points and steps."""

import os
import sys

import children
import files
from listener import Lost
from paths import Folders, Foreign
from plan import Plan
from points import POINTS
from voice import Output, Voice

PROGRAM = os.path.dirname(os.path.abspath(__file__)).encode()


class Refused(Exception):
    """A step cannot be done; says why."""


class Transaction:
    def __init__(self, plan, voice, listener):
        self.plan = plan
        self.id = plan.id
        self.voice = voice
        self.listener = listener
        self.places = plan.places
        self.folder = os.path.join(plan.places['transactions'], plan.id.encode())
        self.mark = (plan.id * 2)[:32].encode()
        self.folders = Folders()
        self.staged = {}

    def path(self, name):
        return os.path.join(self.folder, name)

    def beside(self, name):
        """What a file is called beside its place before it is there."""
        return b'.drover-' + self.id.encode() + b'-' + name

    def point(self, name):
        """A moment at which something is about to change: written down, and held there if somebody wants to look."""
        if name not in POINTS:
            raise ValueError(name)
        try:
            with open(self.path(b'point'), 'wb') as file:
                file.write(name.encode() + b'\n')
        except OSError:
            pass
        held = os.path.join(self.places['hold'], name.encode())
        while os.path.lexists(held):
            self.listener.wait(0.05)
        self.heed()

    def heed(self):
        """Raises Lost when nobody who cares is there any more."""
        if self.listener.heeds:
            self.listener.wait(0)

    def run(self, argv, limit, output, keeps=()):
        """Runs a program for so many seconds, nothing of which is left then. Gives its status, 124 when it was late."""
        return children.run(argv, limit, (self.mark, self.listener, output), keeps)

    def step(self, kind, name, work, subject=None):
        """Does one step; gives whether it went well, or None when it was skipped."""
        output = Output(subject)
        self.voice.say(f='step', kind=kind, name=name, **output.about())
        try:
            status = {True: 'ok', None: 'skipped', False: 'failed'}[work(output)]
        except Lost:
            raise
        except (Refused, Foreign, LookupError) as error:
            output.tell(str(error.args[0]))
            status = 'failed'
        except OSError as error:
            output.tell(describe(error))
            status = 'failed'
        about = dict(output.about(), output=output.text(), truncated=output.truncated)
        self.voice.say(f='done', kind=kind, name=name, status=status, **about)
        return {'ok': True, 'skipped': None, 'failed': False}[status]

    def is_current(self):
        return files.read_own_link(self.places['current']) == self.folder

    def put_verdict(self, verdict):
        """How it ended. On a full disk into the block that is there already: a verdict that is not written is one that
        nobody can ask for, and the next look could not tell that something happened."""
        line = b'%s %s\n' % (self.id.encode(), verdict.encode())
        try:
            files.put_text(self.places['last'], line)
        except OSError:
            fd = os.open(self.places['last'], os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                files.write_all(fd, line)
            finally:
                os.close(fd)


def describe(error):
    name = error.filename
    where = '' if name is None else ': ' + (name.decode('utf-8', 'replace') if isinstance(name, bytes) else str(name))
    return '%s%s' % (error.strerror or error, where)


def read_transaction(folder, listener):
    """One that lies on the disk, to be undone: nobody hears of it."""
    with open(os.path.join(folder, b'plan'), 'rb') as file:
        return Transaction(Plan(file.read()), Voice(), listener)


def generation(places):
    """What another one is after each transaction, and while one is not decided."""
    last = files.read_small(places['last']).split(b'\n')[0]
    return files.read_own_link(places['current']) + b' ' + last


def has_systemd():
    return os.path.isdir('/run/systemd/system')


def program_argv(verb, *words):
    """Starts this very program, whatever a newer run brings meanwhile."""
    return [sys.executable.encode(), b'-I', b'-S', PROGRAM + b'/main.py', verb] + list(words)
