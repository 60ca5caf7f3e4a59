"""What a change starts: as systemd would, in a session of its own with nothing of ours, and with nothing of it left
when it has ended. All of one transaction have its INVOCATION_ID, and what they start inherits that, however it
detaches itself."""

import _signal as signal
import fcntl
import os
import time

PATH = b'/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
ENVIRONMENT = {b'PATH': PATH, b'LANG': b'C.UTF-8', b'HOME': b'/root'}
GRACE = 5
MARK = b'INVOCATION_ID'


class Child:
    def __init__(self, argv, mark, keeps=()):
        """Descriptors that it keeps have the same numbers in it, from 3 on."""
        self.mark = mark
        self.before = set(_processes())
        self.output, writing = os.pipe()
        os.set_blocking(self.output, False)
        self.status = None
        self.pid = os.fork()
        if self.pid == 0:
            _become(argv, writing, (mark, keeps))
        os.close(writing)

    def has_ended(self):
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)
        return self.status is not None

    def drain(self, output):
        """Takes what it has printed so far; False at the end of that."""
        for _ in range(64):
            try:
                data = os.read(self.output, 65536)
            except BlockingIOError:
                return True
            if not data:
                return False
            output.take(data)
        return True

    def end(self, number):
        # Itself first: a shell would tell of the end of what it waits for.
        for pid in [self.pid] + sorted(left_of(self.mark, self.pid, self.before) - {self.pid}):
            _kill(pid, number)

    def close(self):
        """Ends it and all that it left behind."""
        for _ in range(20):
            left = left_of(self.mark, self.pid, self.before)
            if not left:
                break
            for pid in left:
                _kill(pid, signal.SIGKILL)
            self._reap()
        self._reap()
        os.close(self.output)

    def _reap(self):
        until = time.monotonic() + 2
        while not self.has_ended() and time.monotonic() < until:
            time.sleep(0.005)


def _become(argv, writing, around):
    mark, keeps = around
    try:
        os.setsid()
        for number in (signal.SIGPIPE, signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGCHLD):
            signal.signal(number, signal.SIG_DFL)
        held = [fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 20) for fd in keeps]
        os.dup2(os.open('/dev/null', os.O_RDONLY), 0)
        os.dup2(writing, 1)
        os.dup2(writing, 2)
        for number, fd in enumerate(held):
            os.dup2(fd, 3 + number)
        os.chdir('/')
        os.umask(0o022)
        environment = dict(ENVIRONMENT)
        environment[MARK] = mark
        os.execve(find_program(argv[0]), argv, environment)
    except BaseException as error:
        os.write(2, ('%s: %s\n' % (os.fsdecode(argv[0]), error)).encode('utf-8', 'replace'))
    finally:
        os._exit(127)


def find_program(name):
    candidates = [name] if b'/' in name else [folder + b'/' + name for folder in PATH.split(b':')]
    return next((path for path in candidates if os.access(path, os.X_OK)), name)


def run(argv, limit, around, keeps=()):
    """Runs a program for so many seconds, and waits for it with the listener: when that is lost, the program is, too.
    Gives its status, 124 for one that ended only because it was late. `around`: a mark, the listener, an Output."""
    mark, listener, output = around
    child = Child(argv, mark, keeps)
    try:
        return _attend(child, limit, listener, output)
    finally:
        child.close()


def _attend(child, limit, listener, output):
    until = time.monotonic() + limit
    is_late = False
    is_open = True
    while not child.has_ended():
        left = until - time.monotonic()
        if left <= 0:
            child.end(signal.SIGKILL if is_late else signal.SIGTERM)
            is_late, until = True, time.monotonic() + GRACE
            continue
        if listener.wait(min(left, 1), [child.output] if is_open else []):
            is_open = child.drain(output)
    child.drain(output)
    # As timeout(1): what had to be killed is told from what heeded the request.
    return 124 if is_late and child.status != 128 + signal.SIGKILL else child.status


def _processes():
    return [int(name) for name in os.listdir('/proc') if name.isdigit()]


def left_of(mark, session, before):
    """Processes of a child: of its session, with its mark, or below one of them. Only newer ones are looked at."""
    parents = {}
    found = set()
    if len(mark) < 8:
        raise ValueError('a mark that could be anybody\'s')
    marked = MARK + b'=' + mark
    for pid in _processes():
        if pid in before or pid == 1:
            continue
        facts = _read('/proc/%d/stat' % pid).rpartition(b') ')[2].split()
        if len(facts) < 4 or facts[0] == b'Z':
            continue
        parents[pid] = int(facts[1])
        if int(facts[3]) == session or marked in _read('/proc/%d/environ' % pid).split(b'\0'):
            found.add(pid)
    grown = True
    while grown:
        more = {pid for pid, parent in parents.items() if parent in found} - found
        found |= more
        grown = bool(more)
    return found - {os.getpid()}


def _read(path):
    try:
        with open(path, 'rb') as file:
            return file.read()
    except OSError:
        return b''


def _kill(pid, number):
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass


def is_drover(pid_text):
    """Whether a noted process is there and ours."""
    pid = pid_text.strip()
    return pid.isdigit() and b'drover' in _read('/proc/%d/cmdline' % int(pid))


def end_session(pid_text):
    """Kills the session of a noted process: how a version of shell noted its worker."""
    if not is_drover(pid_text):
        return
    for pid in left_of(b'nobody has this', int(pid_text), set()):
        _kill(pid, signal.SIGKILL)


def end_marked(mark):
    """Kills what a transaction had started whose process is dead."""
    for pid in left_of(mark, None, set()):
        _kill(pid, signal.SIGKILL)


def end_noted(pid_text):
    """Kills a noted process of ours."""
    if is_drover(pid_text):
        _kill(int(pid_text), signal.SIGKILL)
