"""What is said to the runner: a frame a line, `MARKER LENGTH JSON`. The marker is the runner's; JSON is ASCII, so
that its length in bytes is its length in characters. Nobody listening is no error: what is decided does not
depend on it."""

import os
import select

MOST_KEPT = 16384
PATIENCE = 10


class Voice:
    def __init__(self, marker=None, fd=1):
        self.marker = marker
        self.fd = fd
        if marker is not None:
            os.set_blocking(fd, False)

    def say(self, **fields):
        if self.marker is None:
            return
        body = '{%s}' % ','.join('%s:%s' % (quote(name), encode(value)) for name, value in fields.items())
        try:
            self._write(('%s %d %s\n' % (self.marker, len(body), body)).encode())
        except OSError:
            self.marker = None

    def _write(self, data):
        while data:
            try:
                data = data[os.write(self.fd, data) :]
            except BlockingIOError:
                if not select.select([], [self.fd], [], PATIENCE)[1]:
                    raise


class Output:
    """What a step prints: the first of what its programs do, and all that we say of it."""

    def __init__(self, subject=None, most=MOST_KEPT):
        self.most = most
        self.kept = bytearray()
        self.truncated = False
        self.subject = subject

    def about(self):
        return {} if self.subject is None else {'subject': self.subject}

    def take(self, data):
        room = max(0, self.most - len(self.kept))
        self.kept += data[:room]
        self.truncated = self.truncated or len(data) > room

    def tell(self, text):
        if self.kept and not self.kept.endswith(b'\n'):
            self.kept += b'\n'
        self.kept += text.encode('utf-8', 'replace') + b'\n'

    def text(self):
        return bytes(self.kept).decode('utf-8', 'replace')


def encode(value):
    if value is True or value is False:
        return 'true' if value else 'false'
    return quote(value)


def quote(text):
    return '"%s"' % ''.join(_character(char) for char in text)


def _character(char):
    code = ord(char)
    if char in '"\\':
        return '\\' + char
    if 32 <= code < 127:
        return char
    if code < 0x10000:
        return '\\u%04x' % code
    code -= 0x10000
    return '\\u%04x\\u%04x' % (0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF))
