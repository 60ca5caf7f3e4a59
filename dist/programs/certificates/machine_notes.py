"""Beside order.py: files that must be whole after a loss of power, and the failed authorizations of the last day.

Each of these has its time, name and URL.
"""

import contextlib
import os
import re
import time


def sync_folder(folder):
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    os.fsync(handle)
    os.close(handle)


def write_whole(path, text):
    folder = os.path.dirname(path)
    os.makedirs(folder, exist_ok=True)
    os.chmod(folder, 0o700)
    handle = os.open(path + '.new', os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, 'w') as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    os.rename(path + '.new', path)
    sync_folder(folder)


def has_bytes(path):
    return os.path.isfile(path) and os.path.getsize(path) > 0


def read_text(path):
    with contextlib.suppress(OSError), open(path) as file:
        return file.read()
    return ''


class Failures:
    """Lines of seconds since 1970, name and URL of the authorization; older ones have the seconds only."""

    def __init__(self, path):
        self.path = path
        self.lines = [line.split(' ') for line in read_text(path).splitlines() if re.match('[0-9]+( |$)', line)]

    def note(self, name, url):
        """False when it is known already."""
        if any(line[2:] == [url] for line in self.lines):
            return False
        now = int(time.time())
        self.lines = [line for line in self.lines if int(line[0]) > now - 86400] + [[str(now), name, url]]
        write_whole(self.path, ''.join(' '.join(line) + '\n' for line in self.lines))
        return True

    def full(self, names, most):
        recent = [line[1] if len(line) > 1 else None for line in self.lines if int(line[0]) > time.time() - 3600]
        return [name for name in names if recent.count(name) + recent.count(None) >= most]
